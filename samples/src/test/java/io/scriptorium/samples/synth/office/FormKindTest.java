package io.scriptorium.samples.synth.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormKindTest {
  @Test
  void everyLabelThatIsAKeyStandsOnThePage() {
    for (int seed = 0; seed < 200; seed++) {
      DrawnPage page = DrawnPage.of(new FormKind(), seed);
      String text = text(page);
      assertThat(page.values().asMap().keySet())
          .as("seed %s", seed)
          .allSatisfy(key -> assertThat(text).contains(key));
    }
  }

  @Test
  void tickedOptionsAreToldAsTheyStandThere() {
    Set<Object> signs = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      DrawnPage page = DrawnPage.of(new FormKind(), seed);
      String text = text(page);
      for (Map.Entry<String, Object> value : page.values().asMap().entrySet()) {
        if (value.getValue().equals("☑") || value.getValue().equals("☐")) {
          assertThat(text).contains(value.getValue() + " " + value.getKey());
          signs.add(value.getValue());
        }
      }
    }

    assertThat(signs).hasSize(2);
  }

  @Test
  void hasEmptyFieldsAndTables() {
    boolean empty = false;
    boolean table = false;
    for (int seed = 0; seed < 100; seed++) {
      DrawnPage page = DrawnPage.of(new FormKind(), seed);
      empty |= page.values().asMap().containsValue("");
      table |= page.values().asMap().values().stream().anyMatch(List.class::isInstance);
    }

    assertThat(empty).isTrue();
    assertThat(table).isTrue();
  }

  private static String text(DrawnPage page) {
    StringBuilder text = new StringBuilder();
    for (var block : page.truth().blocks()) {
      if (block instanceof Paragraph paragraph) {
        text.append(paragraph.text()).append('\n');
      } else if (block instanceof Heading heading) {
        text.append(heading.text()).append('\n');
      } else if (block instanceof Table table) {
        table.grid().rows().forEach(row -> row.forEach(c -> text.append(c.text()).append('\n')));
      }
    }
    return text.toString();
  }
}
