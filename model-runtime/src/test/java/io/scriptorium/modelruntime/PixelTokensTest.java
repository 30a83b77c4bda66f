package io.scriptorium.modelruntime;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.modelruntime.checkpoint.Dtype;
import io.scriptorium.modelruntime.preprocess.ImageSize;
import io.scriptorium.modelruntime.savedmodel.TestModels;
import io.scriptorium.modelruntime.tokenizer.Tokenizer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With tokens that are single bytes, and numbers in brackets that are in pixels. */
class PixelTokensTest {
  private static final ImageSize SMALL = new ImageSize(28, 28);
  private static final ImageSize LARGE = new ImageSize(280, 280);

  @TempDir static Path folder;
  private static Tokenizer tokenizer;

  @BeforeAll
  static void read() throws Exception {
    tokenizer = Tokenizer.read(TestModels.randomCheckpoint(folder.resolve("model"), Dtype.F32));
  }

  private final PixelTokens tokens =
      new PixelTokens(tokenizer, List.of(List.of(SMALL, LARGE, SMALL)), new Bracketed());

  @Test
  void followWithEachNumberAsSoonAsItIsWhole() {
    assertThat(written("a[12 3]b")).isEqualTo("120 |30");
  }

  @Test
  void beginAnewWithEachPlace() {
    assertThat(written("a[12]b[3 4]c")).isEqualTo("120|30 |40");
  }

  @Test
  void areNoneWhereNothingIsInPixels() {
    assertThat(written("no place 12")).isEmpty();
  }

  /** What the second view is told while the first one writes a text, told parts divided. */
  private String written(String text) {
    StringBuilder told = new StringBuilder();
    for (int id : tokenizer.encodeText(text)) {
      boolean isOwn = tokens.isOwn(0, id);
      if (isOwn) {
        tokens.emitted(0, id);
      }
      String part = tokenizer.decode(tokens.elsewhere(0, 1, !isOwn), true);
      told.append(told.isEmpty() || part.isEmpty() ? "" : "|").append(part);
      if (!isOwn) {
        tokens.emitted(0, id);
      }
    }
    return told.toString();
  }

  /** Ten times as far in pictures that are ten times as wide. */
  private static final class Bracketed implements PixelText {
    @Override
    public boolean isInPixels(CharSequence answer, String next) {
      return answer.toString().matches(".*\\[[\\d ]*") && next.matches("[\\d ]");
    }

    @Override
    public String converted(String text, boolean whole, ImageSize from, ImageSize to) {
      String known = whole ? text : text.substring(0, text.lastIndexOf(' ') + 1);
      int times = to.width() / from.width();
      return Pattern.compile("\\d+")
          .matcher(known)
          .replaceAll(number -> String.valueOf(times * Integer.parseInt(number.group())));
    }
  }
}
