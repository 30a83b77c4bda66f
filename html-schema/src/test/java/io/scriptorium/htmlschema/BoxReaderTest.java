package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoxReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 2 30 40        | 1 2 30 40   |",
        "1,2,30,40        | 1 2 30 40   | BOX_REFORMATTED",
        "[1, 2, 30, 40]   | 1 2 30 40   | BOX_REFORMATTED",
        "1.4 1.5 3e1 40.0 | 1 2 30 40   | BOX_REFORMATTED",
        "30 40 1 2        | 1 2 30 40   | BOX_SWAPPED",
        "1 40 30 2        | 1 2 30 40   | BOX_SWAPPED",
        "-5 2 30 40       | 0 2 30 40   | BOX_REFORMATTED BOX_CLAMPED",
        "1 2 300 400      | 1 2 100 200 | BOX_CLAMPED",
        "500 600 700 800  | 99 199 100 200 | BOX_CLAMPED BOX_WIDENED",
        "7 7 7 9          | 7 7 8 9     | BOX_WIDENED",
        "1 2 30           | 0 0 100 200 | BOX_INVALID BOX_MISSING",
        "1 2 30 40 50     | 0 0 100 200 | BOX_INVALID BOX_MISSING",
        "NaN 2 30 40      | 0 0 100 200 | BOX_INVALID BOX_MISSING",
        "1 2 30 1e309     | 0 0 100 200 | BOX_INVALID BOX_MISSING",
        "1 2 30 1e308     | 1 2 30 200  | BOX_REFORMATTED BOX_CLAMPED",
        "1 2 30 0x10      | 0 0 100 200 | BOX_INVALID BOX_MISSING",
        "''               | 0 0 100 200 | BOX_INVALID BOX_MISSING",
      })
  void readsBoxesInAnySpelling(String attribute, String box, String repairs) {
    PageReading reading = Reading.ofBody("<p data-bbox='" + attribute + "'>x</p>");

    assertThat(Reading.blocks(reading).get(0).box().text()).isEqualTo(box);
    assertThat(String.join(" ", Reading.codes(reading))).isEqualTo(repairs == null ? "" : repairs);
  }

  @Test
  void mapsFromTheSeenImageOntoThePage() {
    PageReading reading =
        ModelOutputReader.read(
            "<p data-bbox='0 10 1008 1540'>x</p>",
            new PageSize(1008, 1540),
            new PageSize(1014, 1532));

    // 10 * 1532 / 1540 = 9.948
    assertThat(Reading.blocks(reading).get(0).box()).isEqualTo(new BoundingBox(0, 10, 1014, 1532));
  }

  @ParameterizedTest
  @ValueSource(strings = {"199 0 200 200", "0 0 1 1", "100 100 101 101"})
  void givesABoxAPixelWhenThePageIsSmaller(String box) {
    PageReading reading =
        ModelOutputReader.read(
            "<p data-bbox='" + box + "'>x</p>", new PageSize(200, 200), new PageSize(2, 3));

    BoundingBox onPage = Reading.blocks(reading).get(0).box();
    assertThat(onPage.x2() - onPage.x1()).isEqualTo(1);
    assertThat(onPage.isOn(new PageSize(2, 3))).isTrue();
  }
}
