package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.scriptorium.renderer.RenderException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;

/** Renders bytes as files in a folder of the test. */
final class Rendering {
  static final RenderOptions AT_72_DPI =
      RenderOptions.DEFAULTS.withDpi(72).withMaxPixels(1 << 22).withMinPixels(1);

  private Rendering() {}

  static RenderedPage page(int number, byte[] bytes, RenderOptions options, Path folder)
      throws IOException, RenderException {
    try (PageSource source = open(bytes, options, folder)) {
      return source.render(number);
    }
  }

  static RenderedPage firstPage(byte[] bytes, Path folder) throws IOException, RenderException {
    return page(1, bytes, AT_72_DPI, folder);
  }

  static PageSource open(byte[] bytes, RenderOptions options, Path folder)
      throws IOException, RenderException {
    // The name tells nothing, on purpose.
    Path file = Files.createTempFile(folder, "source", "");
    return new DocumentRenderer(options).open(Files.write(file, bytes));
  }

  static RenderOptions withMaxPixels(long maxPixels) {
    return AT_72_DPI.withMaxPixels(maxPixels);
  }

  static ThrowableAssertAlternative<RenderException> assertRefused(
      Code code, ThrowingCallable rendering) {
    return assertThatExceptionOfType(RenderException.class)
        .isThrownBy(rendering)
        .matches(e -> e.code() == code, "has code " + code)
        .matches(e -> !e.getMessage().contains("\n"), "has a message of one line");
  }
}
