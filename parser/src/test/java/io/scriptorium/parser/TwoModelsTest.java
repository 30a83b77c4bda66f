package io.scriptorium.parser;

import static io.scriptorium.parser.ScriptedModel.answering;
import static io.scriptorium.parser.ScriptedModel.json;
import static io.scriptorium.parser.ScriptedModel.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RasterImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class TwoModelsTest {
  private static final RasterImage PAGE = new RasterImage(28, 28, new byte[3 * 28 * 28]);
  private static final KeyTemplate TOTAL = KeyTemplate.parse("{\"total\": \"\"}");

  @Test
  void readsWithTheOneAndFindsKeyValuesWithTheOther() throws Exception {
    PieceShape shape = new PieceShape(448, 224);
    PageModel models =
        new TwoModels(
            answering(text("read")).readingPieces(shape),
            answering(text("wrong")).extracting(json("{\"total\": \"9\"}")));

    assertThat(models.pieces()).hasValue(shape);
    assertThat(models.read(PAGE, count -> {}).text()).contains("read");
    assertThat(models.readPieces(List.of(PAGE), count -> {}).get(0).text()).contains("read");
    assertThat(models.extract(new ReadPage(List.of(PAGE), "read"), TOTAL, count -> {}))
        .singleElement()
        .satisfies(answer -> assertThat(answer.text()).contains("\"9\""));
  }

  @Test
  void tellsOfBothInTheProvenanceOfResults() {
    ModelIdentity reading = answering(text("read")).identity();

    ModelIdentity both =
        new TwoModels(answering(text("a")), new Closing(new ArrayList<>(), "values")).identity();

    assertThat(both.name()).isEqualTo(reading.name());
    assertThat(both.settings())
        .containsAllEntriesOf(reading.settings())
        .containsEntry(
            "keyValues",
            Map.of("name", "values", "fingerprint", "cd34", "settings", Map.of("a", 1)));
  }

  @Test
  void closesBoth() {
    List<String> closed = new ArrayList<>();

    new TwoModels(new Closing(closed, "reading"), new Closing(closed, "values")).close();

    assertThat(closed).containsExactly("reading", "values");
  }

  private record Closing(List<String> closed, String name) implements PageModel {
    @Override
    public ModelIdentity identity() {
      return new ModelIdentity(name, "cd34", Map.of("a", 1));
    }

    @Override
    public List<PageAnswer> readViews(List<List<RasterImage>> pictures, IntConsumer tokenCount) {
      throw new AssertionError("nobody reads here");
    }

    @Override
    public List<KeyValueAnswer> extract(ReadPage page, KeyTemplate keys, IntConsumer tokenCount) {
      throw new AssertionError("nobody asks here");
    }

    @Override
    public void close() {
      closed.add(name);
    }
  }
}
