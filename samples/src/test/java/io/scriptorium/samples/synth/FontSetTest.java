package io.scriptorium.samples.synth;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.samples.drawing.Typeface;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontSetTest {
  @TempDir private Path folder;

  @Test
  void alwaysHasTheFontsThatComeWithTheProgram() throws IOException {
    Files.writeString(folder.resolve("broken.ttf"), "not a font");

    FontSet fonts = FontSet.in(List.of(folder));

    assertThat(fonts.families())
        .extracting(FontFamily::name)
        .containsExactly("Liberation Sans", "Liberation Serif");
    assertThat(fonts.typewriters()).containsExactly(Typeface.MONO);
  }

  @Test
  void findsAFamilyByTheNameInItsFiles() throws IOException {
    Path below = Files.createDirectories(folder.resolve("deep/down"));
    renamed("LiberationSerif-Regular", below.resolve("r.ttf"));
    renamed("LiberationSerif-Italic", below.resolve("i.ttf"));

    FontSet fonts = FontSet.in(List.of(folder));

    assertThat(fonts.families())
        .extracting(FontFamily::name)
        .containsExactly("Fiberation Serif", "Liberation Sans", "Liberation Serif");
    FontFamily found = fonts.families().get(0);
    assertThat(found.italic()).isNotSameAs(found.regular());
    assertThat(found.bold()).as("there is no bold face").isSameAs(found.regular());
  }

  @Test
  void fingerprintTellsSetsApart() throws IOException {
    String without = FontSet.in(List.of(folder)).fingerprint();
    renamed("LiberationSerif-Regular", folder.resolve("r.ttf"));
    String with = FontSet.in(List.of(folder)).fingerprint();

    assertThat(with).matches("[0-9a-f]{16}").isNotEqualTo(without);
    assertThat(FontSet.in(List.of(folder)).fingerprint()).isEqualTo(with);
  }

  @Test
  void takesTypewritersApart() throws IOException {
    renamed("LiberationMono-Regular", folder.resolve("m.ttf"));

    FontSet fonts = FontSet.in(List.of(folder));

    assertThat(fonts.families()).hasSize(2);
    assertThat(fonts.typewriters()).hasSize(2);
  }

  /** The bundled fonts under another name, as those of their own are known already. */
  private static void renamed(String name, Path to) throws IOException {
    byte[] font;
    try (InputStream in = Typeface.class.getResourceAsStream("/liberation/" + name + ".ttf")) {
      font = in.readAllBytes();
    }
    byte[] wide = "L\0i\0b\0e\0r".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    for (int i = 0; i + wide.length < font.length; i++) {
      boolean narrow = font[i] == 'L' && font[i + 1] == 'i' && font[i + 2] == 'b';
      boolean found = narrow;
      for (int j = 0; j < wide.length && !narrow; j++) {
        found = font[i + j] == wide[j];
        if (!found) {
          break;
        }
      }
      if (found) {
        font[i] = 'F';
      }
    }
    Files.write(to, font);
  }
}
