package io.scriptorium.parser;

import io.scriptorium.parser.PageAnswer.End;
import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RasterImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A model that looks at several sizes of each picture at once, reads again in other ways what it
 * was unsure of, and keeps the answer with the fewest doubtful tokens, boxes aside. Type then lies
 * otherwise in the model's patches, so its mistakes are others, and it knows of most of them. For
 * one thread at a time.
 */
public final class SurestModel implements PageModel {
  /**
   * How large pictures are in each reading, of several sizes at once the one with the boxes first.
   */
  private static final List<List<Double>> SIZES =
      List.of(List.of(1.0, 1.13, 0.88), List.of(1.0), List.of(0.88), List.of(1.0, 1.13));

  /** How often something is read at most. */
  public static final int MOST_READINGS = SIZES.size();

  /** What share of its tokens may be doubtful without an answer's being read again. */
  private static final double MOST_DOUBTFUL = 0.03;

  private static final Comparator<PageAnswer> SUREST =
      Comparator.comparing((PageAnswer answer) -> answer.text().isBlank())
          .thenComparing(answer -> answer.end() != End.WHOLE)
          .thenComparing(PageAnswer::doubtfullyRead);

  private final PageModel model;
  private final int readings;

  /**
   * Reads with a model, which it closes.
   *
   * @param readings how often something is read at most, 1 to {@link #MOST_READINGS}
   */
  public SurestModel(PageModel model, int readings) {
    if (readings < 1 || readings > MOST_READINGS) {
      throw new IllegalArgumentException(
          "readings (" + readings + ") is not 1 to " + MOST_READINGS);
    }
    this.model = model;
    this.readings = readings;
  }

  @Override
  public ModelIdentity identity() {
    ModelIdentity one = model.identity();
    Map<String, Object> settings = new TreeMap<>(one.settings());
    settings.put("readings", readings);
    return new ModelIdentity(one.name(), one.fingerprint(), settings);
  }

  @Override
  public Optional<PieceShape> pieces() {
    return model.pieces();
  }

  @Override
  public List<KeyValueAnswer> extract(ReadPage page, KeyTemplate keys, IntConsumer tokenCount)
      throws ParseException {
    return model.extract(page, keys, tokenCount);
  }

  /** Read more than once, a picture is scaled from its first size and not looked at in others. */
  @Override
  public List<PageAnswer> readViews(List<List<RasterImage>> given, IntConsumer tokenCount)
      throws ParseException {
    if (readings == 1) {
      return model.readViews(given, tokenCount);
    }
    List<RasterImage> pictures = given.stream().map(sizes -> sizes.get(0)).toList();
    List<PageAnswer> answers = new ArrayList<>(first(pictures, tokenCount));
    int tokens = answers.stream().mapToInt(PageAnswer::tokens).sum();
    for (int reading = 1; reading < readings; reading++) {
      List<Integer> doubtful =
          IntStream.range(0, answers.size())
              .filter(i -> isDoubtful(answers.get(i)))
              .boxed()
              .toList();
      if (doubtful.isEmpty()) {
        break;
      }
      List<Double> sizes = SIZES.get(reading);
      int before = tokens;
      List<PageAnswer> others =
          SecondTry.or(
              List.of(),
              () ->
                  readAt(
                      sizes,
                      doubtful.stream().map(pictures::get).toList(),
                      count -> tokenCount.accept(before + count)));
      for (int i = 0; i < others.size(); i++) {
        int picture = doubtful.get(i);
        answers.set(picture, surer(answers.get(picture), others.get(i)));
        tokens += others.get(i).tokens();
      }
    }
    return List.copyOf(answers);
  }

  /** At several sizes, or as they are if that takes more than there is. */
  private List<PageAnswer> first(List<RasterImage> pictures, IntConsumer tokenCount)
      throws ParseException {
    List<PageAnswer> answers =
        SecondTry.or(List.of(), () -> readAt(SIZES.get(0), pictures, tokenCount));
    return answers.isEmpty() ? model.readPieces(pictures, tokenCount) : answers;
  }

  private List<PageAnswer> readAt(
      List<Double> sizes, List<RasterImage> pictures, IntConsumer tokenCount)
      throws ParseException {
    return model.readViews(
        pictures.stream()
            .map(picture -> sizes.stream().map(size -> scaled(picture, size)).toList())
            .toList(),
        tokenCount);
  }

  private static RasterImage scaled(RasterImage picture, double size) {
    return size == 1 ? picture : picture.scaled(size);
  }

  private static boolean isDoubtful(PageAnswer answer) {
    return answer.end() != End.WHOLE || answer.isDoubtfullyRead(MOST_DOUBTFUL);
  }

  /** The surer one, the first if they are equal. */
  private static PageAnswer surer(PageAnswer first, PageAnswer other) {
    return SUREST.compare(other, first) < 0 ? other.insteadOf(first) : first.insteadOf(other);
  }

  @Override
  public void close() {
    model.close();
  }
}
