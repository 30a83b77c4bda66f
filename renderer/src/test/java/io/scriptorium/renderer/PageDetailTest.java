package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PageDetailTest {
  private final PageDetail detail = new PageDetail();

  @Test
  void drawsPagesAtTheResolutionAskedFor() {
    characters(500, 10);

    assertThat(detail.dpi(200)).isEqualTo(200);
  }

  @Test
  void drawsSmallTypeFinerSoThatItCanBeRead() {
    characters(500, 10);
    characters(80, 4);

    assertThat(detail.dpi(200)).isCloseTo(16 * 72 / 4.0, within(1e-6));
  }

  @Test
  void staysWithinTwiceTheResolutionAskedFor() {
    characters(80, 0.5);

    assertThat(detail.dpi(200)).isEqualTo(400);
  }

  @Test
  void takesNoNoticeOfAFewSmallSigns() {
    characters(500, 10);
    characters(12, 3);

    assertThat(detail.dpi(200)).isEqualTo(200);
  }

  @Test
  void takesNoNoticeOfPicturesBesideText() {
    characters(500, 10);
    detail.addPicture(0.9, 300);

    assertThat(detail.dpi(200)).isEqualTo(200);
  }

  private void characters(int count, double points) {
    for (int i = 0; i < count; i++) {
      detail.addCharacter(points);
    }
  }
}
