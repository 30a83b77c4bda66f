package io.scriptorium.parser.keyvalues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyTemplateTest {
  @Test
  void isAskedForWithoutItsValuesAndInItsOrder() {
    KeyTemplate template =
        KeyTemplate.parse(
            "{\"total\":\"9.50\",\"paid\":true,\"date\":null,\"buyer\":{\"name\":1}}");

    assertThat(template.json())
        .isEqualTo(
            "{\"total\": \"\", \"paid\": \"\", \"date\": \"\", \"buyer\": {\"name\": \"\"}}");
  }

  @Test
  void asksForRecordsWithTheKeysOfAllExamples() {
    assertThat(KeyTemplate.parse("{\"items\":[{\"a\":1},{\"b\":[2,3]}],\"notes\":[]}").json())
        .isEqualTo("{\"items\": [{\"a\": \"\", \"b\": [\"\"]}], \"notes\": [\"\"]}");
  }

  @Test
  void takesWhatAnyOfTheExamplesHas() {
    assertThat(
            KeyTemplate.parse(
                    "{\"x\":[{\"sub\":[{\"a\":1}],\"off\":null},{\"sub\":[{\"b\":1}],\"off\":{\"rate\":1}}]}")
                .json())
        .isEqualTo("{\"x\": [{\"sub\": [{\"a\": \"\", \"b\": \"\"}], \"off\": {\"rate\": \"\"}}]}");
    assertThat(KeyTemplate.parse("{\"a\":".repeat(8) + "1" + "}".repeat(8)).json()).contains("a");
  }

  @Test
  void isTheSameForExamplesWithOtherValues() {
    assertThat(KeyTemplate.parse("{\"a\":[{\"b\":\"1\"},{\"b\":\"2\"}]}"))
        .isEqualTo(KeyTemplate.parse("{\"a\":[{\"b\":\"\"}]}"))
        .hasSameHashCodeAs(KeyTemplate.parse("{\"a\":[{\"b\":\"\"}]}"))
        .isNotEqualTo(KeyTemplate.parse("{\"a\":\"\"}"));
  }

  @Test
  void refusesWhatIsNoObjectWithKeys() {
    for (String json : new String[] {"[]", "{}", "\"total\"", "", "null"}) {
      assertThatIllegalArgumentException()
          .as(json)
          .isThrownBy(() -> KeyTemplate.parse(json))
          .withMessage("is not a JSON object with the wanted keys");
    }
  }

  @Test
  void saysWhereItStopsBeingJson() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyTemplate.parse("{\"a\": \"\",\n total}"))
        .withMessage("is not JSON: see line 2, column 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyTemplate.parse("{\"a\": \"\", \"a\": \"\"}"))
        .withMessageStartingWith("is not JSON: see line 1");
  }

  @Test
  void refusesMoreKeysAndDeeperOnesThanAModelCanBeAskedFor() {
    String many =
        IntStream.rangeClosed(0, KeyTemplate.MAX_KEYS)
            .mapToObj(i -> "\"k" + i + "\":1")
            .collect(Collectors.joining(",", "{", "}"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyTemplate.parse(many))
        .withMessage("has 501 keys, more than 500");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyTemplate.parse("{\"a\":".repeat(9) + "1" + "}".repeat(9)))
        .withMessage("is nested deeper than 8 levels");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyTemplate.parse("{\"a\":[{}]}"))
        .withMessage("has an object without keys");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyTemplate.parse("{\"a\":".repeat(100_000)))
        .withMessageStartingWith("is not JSON");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyTemplate.parse("{\"" + "k".repeat(201) + "\":1}"))
        .withMessage("has a key that is blank or longer than 200 characters");
  }

  @Test
  void saysWhatIsWrongWithAFile(@TempDir Path folder) throws Exception {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyTemplate.read(folder))
        .withMessage("is not a file");
    Path latin =
        Files.write(folder.resolve("l"), "{\"Größe\":1}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyTemplate.read(latin))
        .withMessage("is not UTF-8");
    Path large = Files.write(folder.resolve("b"), new byte[KeyTemplate.MAX_BYTES + 1]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyTemplate.read(large))
        .withMessage("has more than 1048576 bytes");
  }

  @Test
  void readsAFileThatAnEditorMarkedAsUtf8(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("keys.json"), "\uFEFF{\"Größe\": \"\"}");

    assertThat(KeyTemplate.read(file).json()).isEqualTo("{\"Größe\": \"\"}");
  }
}
