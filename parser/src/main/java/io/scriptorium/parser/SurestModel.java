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
 * A model that reads again, at other sizes, what it was unsure of, and keeps the answer with the
 * fewest doubtful tokens, boxes aside. Type then lies otherwise in the model's patches, so its
 * mistakes are others, and it knows of most of them. For one thread at a time.
 */
public final class SurestModel implements PageModel {
  /** How often something is read at most. */
  public static final int MOST_READINGS = 3;

  /** How large pictures are in the second reading and in the third. */
  private static final double[] SIZES = {1.13, 0.88};

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
  public PageAnswer read(RasterImage page, IntConsumer tokenCount) throws ParseException {
    return surest(
            List.of(page), tokenCount, (pages, count) -> List.of(model.read(pages.get(0), count)))
        .get(0);
  }

  @Override
  public List<PageAnswer> readPieces(List<RasterImage> pieces, IntConsumer tokenCount)
      throws ParseException {
    return surest(pieces, tokenCount, model::readPieces);
  }

  @Override
  public List<KeyValueAnswer> extract(ReadPage page, KeyTemplate keys, IntConsumer tokenCount)
      throws ParseException {
    return model.extract(page, keys, tokenCount);
  }

  /** Reads pictures. */
  private interface Reader {
    List<PageAnswer> read(List<RasterImage> pictures, IntConsumer tokenCount) throws ParseException;
  }

  private List<PageAnswer> surest(List<RasterImage> pictures, IntConsumer tokenCount, Reader reader)
      throws ParseException {
    List<PageAnswer> answers = new ArrayList<>(reader.read(pictures, tokenCount));
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
      double size = SIZES[reading - 1];
      int before = tokens;
      List<PageAnswer> others =
          SecondTry.or(
              List.of(),
              () ->
                  reader.read(
                      doubtful.stream().map(i -> pictures.get(i).scaled(size)).toList(),
                      count -> tokenCount.accept(before + count)));
      for (int i = 0; i < others.size(); i++) {
        int picture = doubtful.get(i);
        answers.set(picture, surer(answers.get(picture), others.get(i)));
        tokens += others.get(i).tokens();
      }
    }
    return List.copyOf(answers);
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
