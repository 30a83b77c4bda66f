package io.scriptorium.samples.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyValuesTest {
  private final KeyValues values = new KeyValues();

  @Test
  void writesValuesAndRecordsInTheirOrder() {
    values.put("total", "1 234,50 \"€\"");
    values.addRow("items", Map.of("description", "Box"));
    values.addRow("items", Map.of("description", "Lid"));

    assertThat(values.toJson())
        .isEqualTo(
            "{\"total\":\"1 234,50 \\\"€\\\"\","
                + "\"items\":[{\"description\":\"Box\"},{\"description\":\"Lid\"}]}");
  }

  @Test
  void rejectsASecondValueForAKey() {
    values.put("total", "1");

    assertThatThrownBy(() -> values.put("total", "2")).hasMessage("there are two values for total");
  }

  @Test
  void rejectsARecordUnderTheKeyOfAValue() {
    values.put("total", "1");

    assertThatThrownBy(() -> values.addRow("total", Map.of()))
        .hasMessage("total is a value and not a list");
  }
}
