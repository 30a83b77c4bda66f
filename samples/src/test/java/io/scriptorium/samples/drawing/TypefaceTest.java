package io.scriptorium.samples.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypefaceTest {
  @TempDir private Path folder;

  @Test
  void measuresTheLettersOfAFontFromAFile() throws IOException {
    Typeface face = Typeface.read(liberationSans(), null);

    assertThat(face.capHeight()).isCloseTo(0.688, within(0.01));
    assertThat(face.ascent()).isCloseTo(0.729, within(0.01));
    assertThat(face.descent()).isCloseTo(0.21, within(0.01));
    assertThat(face.advance('m')).isEqualTo(Typeface.SANS.advance('m'));
  }

  @Test
  void saysWhichCharactersItCovers() {
    assertThat(Typeface.SANS.covers("Größe, ¿œuvre? 12 €")).isTrue();
    assertThat(Typeface.SANS.covers("a漢")).isFalse();
  }

  @Test
  void rejectsToDrawACharacterItLacks() {
    assertThatThrownBy(() -> Typeface.SANS.advance('漢'))
        .isInstanceOf(MissingGlyphException.class)
        .hasMessage("no glyph for U+6F22");
  }

  @Test
  void rejectsAFileThatIsNoFont() throws IOException {
    Path file = Files.writeString(folder.resolve("a.ttf"), "no font at all, not by far");

    assertThatThrownBy(() -> Typeface.read(file, null)).isInstanceOf(IOException.class);
  }

  private Path liberationSans() throws IOException {
    Path file = folder.resolve("sans.ttf");
    try (InputStream in =
        Typeface.class.getResourceAsStream("/liberation/LiberationSans-Regular.ttf")) {
      Files.write(file, in.readAllBytes());
    }
    return file;
  }
}
