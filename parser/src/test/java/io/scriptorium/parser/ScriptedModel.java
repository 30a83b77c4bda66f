package io.scriptorium.parser;

import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.TokenConfidence;
import io.scriptorium.parser.PageAnswer.End;
import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RasterImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A model that gives prepared answers, one a page; the last one is given again and again. */
final class ScriptedModel implements PageModel {
  private static final String PARAGRAPH = "<p data-bbox=\"2 3 550 105\">%s</p>";

  private final Deque<Answer> answers;
  private Deque<Answer> extracts = new ArrayDeque<>();
  private final List<List<PageSize>> shown = new ArrayList<>();
  private @Nullable PieceShape pieces;

  /** What happens instead of a model at work. */
  interface Answer {
    PageAnswer give(RasterImage page) throws ParseException;

    /** The same after something else has happened. */
    default Answer after(Step step) {
      return page -> {
        step.run();
        return give(page);
      };
    }
  }

  /** Something that happens in mid-page. */
  interface Step {
    void runUnchecked() throws Exception;

    default void run() {
      try {
        runUnchecked();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  private ScriptedModel(Answer... answers) {
    this.answers = new ArrayDeque<>(Arrays.asList(answers));
  }

  static ScriptedModel answering(Answer... answers) {
    return new ScriptedModel(answers);
  }

  /** The same for pages in pieces. */
  ScriptedModel readingPieces(PieceShape shape) {
    pieces = shape;
    return this;
  }

  /** The same with answers about key values, one a picture. */
  ScriptedModel extracting(Answer... values) {
    extracts = new ArrayDeque<>(Arrays.asList(values));
    return this;
  }

  /** The sizes of each picture that was shown in pieces or in views. */
  List<List<PageSize>> shown() {
    return shown;
  }

  /** What a model says about key values. */
  static Answer json(String json) {
    return answer("```json\n" + json + "\n```", End.WHOLE);
  }

  static Answer jsonCutOff(String json) {
    return answer("```json\n" + json, End.TOKEN_LIMIT);
  }

  /** One paragraph in the coordinates of the page. */
  static Answer text(String text) {
    return html(PARAGRAPH.formatted(text), End.WHOLE);
  }

  static Answer cutOff(String text) {
    return html(PARAGRAPH.formatted(text), End.TOKEN_LIMIT);
  }

  static Answer html(String html) {
    return html(html, End.WHOLE);
  }

  /** What is left of an answer that went round in a loop. */
  static Answer looped(String text) {
    return html(PARAGRAPH.formatted(text), End.LOOP);
  }

  /** One paragraph, all of whose tokens had the same probability. */
  static Answer text(String text, double probability) {
    return text(text, probability, probability);
  }

  /** The same with another probability of the numbers of its box. */
  static Answer text(String text, double probability, double ofBox) {
    return page -> {
      PageAnswer answer = text(text).give(page);
      int box = answer.text().indexOf('"') + 1;
      int[] ends = {box, answer.text().indexOf('"', box), answer.text().length()};
      float rest = (float) Math.log(probability);
      return new PageAnswer(
          answer.text(),
          answer.seen(),
          answer.end(),
          answer.promptTokens(),
          ends.length,
          Math.log(probability),
          new TokenConfidence(ends, new float[] {rest, (float) Math.log(ofBox), rest}));
    };
  }

  static Answer failing(String code, ParseException.Kind kind) {
    return page -> {
      throw new ParseException(code, kind, "the model gave up");
    };
  }

  private static Answer html(String html, End end) {
    return answer("<html><body>" + html + "</body></html>", end);
  }

  private static Answer answer(String text, End end) {
    return page ->
        new PageAnswer(
            text, new PageSize(page.width(), page.height()), end, 17, 5, -0.123456789, null);
  }

  @Override
  public ModelIdentity identity() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("prompt", "QwenVL HTML ");
    settings.put("maxTokens", 4096);
    settings.put("sampling", Map.of("seed", 7, "temperature", 0.0, "beams", 1));
    return new ModelIdentity("scripted", "ab12", settings);
  }

  @Override
  public Optional<PieceShape> pieces() {
    return Optional.ofNullable(pieces);
  }

  @Override
  public List<PageAnswer> readViews(List<List<RasterImage>> pictures, IntConsumer tokenCount)
      throws ParseException {
    List<PageAnswer> given = new ArrayList<>();
    int before = 0;
    for (List<RasterImage> sizes : pictures) {
      shown.add(sizes.stream().map(size -> new PageSize(size.width(), size.height())).toList());
      Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
      tokenCount.accept(before + 1);
      given.add(answer.give(sizes.get(0)));
      before += given.get(given.size() - 1).tokens();
    }
    return given;
  }

  @Override
  public List<KeyValueAnswer> extract(ReadPage page, KeyTemplate keys, IntConsumer tokenCount)
      throws ParseException {
    List<KeyValueAnswer> given = new ArrayList<>();
    for (RasterImage picture : page.pictures()) {
      tokenCount.accept(given.size() + 1);
      given.add(KeyValueAnswer.of(extracts.remove().give(picture)));
    }
    return given;
  }

  @Override
  public void close() {}
}
