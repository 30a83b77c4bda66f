package io.scriptorium.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Run with {@code -Dscriptorium.writeDocs=true} to write the page after a change of options. */
class ConfigReferenceTest {
  private static final Path PAGE = Path.of("../docs/configuration.md");

  @Test
  void isThePageInTheDocumentation() throws IOException {
    if (Boolean.getBoolean("scriptorium.writeDocs")) {
      Files.writeString(PAGE, ConfigReference.markdown());
    }

    assertThat(PAGE).content().isEqualTo(ConfigReference.markdown());
  }
}
