package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  @Test
  void explainsEveryCodeAndNoOther() throws IOException {
    List<String> codes =
        Stream.<Enum<?>[]>of(RepairCode.values(), ContentCode.values(), ViolationCode.values())
            .flatMap(Arrays::stream)
            .map(Enum::name)
            .toList();

    List<String> explained =
        Files.readAllLines(Path.of("README.md")).stream()
            .filter(line -> line.matches("\\| `[A-Z_]+` \\| .+ \\|"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .toList();

    assertThat(explained).containsExactlyElementsOf(codes);
  }

  @Test
  void showsAValidDocument() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf("```html\n") + "```html\n".length();

    String example = readme.substring(start, readme.indexOf("```", start));

    assertThat(HtmlValidator.validate(example).violations()).isEmpty();
  }
}
