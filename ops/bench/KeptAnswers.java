import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.TokenConfidence;
import io.scriptorium.modelruntime.files.Sha256;
import io.scriptorium.modelruntime.savedmodel.ModelCache;
import io.scriptorium.modelruntime.savedmodel.Progress;
import io.scriptorium.parser.DocumentParser;
import io.scriptorium.parser.DocumentSource;
import io.scriptorium.parser.KeyValueAnswer;
import io.scriptorium.parser.ModelIdentity;
import io.scriptorium.parser.PageAnswer.End;
import io.scriptorium.parser.PageAnswer;
import io.scriptorium.parser.PageModel;
import io.scriptorium.parser.ParseException;
import io.scriptorium.parser.ParseProgress;
import io.scriptorium.parser.QwenPageModel;
import io.scriptorium.parser.ReadPage;
import io.scriptorium.parser.SurestModel;
import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.renderer.DocumentRenderer;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RasterImage;
import io.scriptorium.renderer.RenderOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses pages with a model and keeps its answers: what comes after the model, such as fitting
 * boxes and joining pieces, can then be tried on them again and again in seconds. {@code
 * scriptorium eval} tells what it brings.
 *
 * <pre>{@code
 * ./scriptorium synth --out work/pages --count 40 --seed 18 --split validation
 * java -Dorg.bytedeco.javacpp.maxBytes=0 -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 \
 *     -cp 'routes/target/*:routes/target/lib/*' ops/bench/KeptAnswers.java \
 *     CHECKPOINT work/pages work/answers work/out 1344x224-448
 * ./scriptorium eval --truth work/pages --results work/out --out work/report
 * }</pre>
 */
public final class KeptAnswers {
  /** Asks a model only what it has not answered before. */
  private static final class Keeper implements PageModel {
    /** Less probable tokens are doubtful. */
    private static final double PROBABLE = 0.6;

    private static final Pattern BOX = Pattern.compile("data-bbox=\"([^\">]*)");

    private final PageModel model;
    private final Path folder;

    Keeper(PageModel model, Path folder) {
      this.model = model;
      this.folder = folder;
    }

    @Override
    public ModelIdentity identity() {
      return model.identity();
    }

    @Override
    public Optional<PieceShape> pieces() {
      return model.pieces();
    }

    @Override
    public List<PageAnswer> readViews(List<List<RasterImage>> pictures, IntConsumer tokenCount)
        throws ParseException {
      List<RasterImage> pieces = pictures.stream().map(sizes -> sizes.get(0)).toList();
      List<RasterImage> asked =
          pieces.stream().filter(piece -> !Files.exists(file(piece))).toList();
      List<PageAnswer> answers =
          asked.isEmpty() ? List.of() : model.readPieces(asked, tokenCount);
      try {
        for (int i = 0; i < answers.size(); i++) {
          keep(answers.get(i), file(asked.get(i)));
        }
        List<PageAnswer> all = new ArrayList<>();
        for (RasterImage piece : pieces) {
          all.add(kept(file(piece)));
        }
        return all;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public List<KeyValueAnswer> extract(ReadPage page, KeyTemplate keys, IntConsumer tokenCount) {
      throw new UnsupportedOperationException("answers in HTML alone are kept");
    }

    private Path file(RasterImage piece) {
      String size = piece.width() + "x" + piece.height();
      return folder.resolve(size + "-" + Sha256.of(piece.rgb()) + ".txt");
    }

    private static void keep(PageAnswer answer, Path file) throws IOException {
      PageSize seen = answer.seen();
      int read = 0;
      int doubtful = 0;
      int all = 0;
      if (answer.confidence() != null) {
        TokenConfidence known = answer.confidence().withoutBoxes(answer.text());
        read = known.count();
        doubtful = known.countBelow(PROBABLE);
        all = answer.confidence().countBelow(PROBABLE);
      }
      String head =
          "%s %d %d %d %d %d %d %d%n"
              .formatted(
                  answer.end(),
                  seen.width(),
                  seen.height(),
                  answer.promptTokens(),
                  answer.tokens(),
                  read,
                  doubtful,
                  all);
      Files.writeString(file, head + answer.text());
    }

    private static PageAnswer kept(Path file) throws IOException {
      String all = Files.readString(file);
      String[] head = all.lines().findFirst().orElseThrow().split(" ");
      PageSize seen = new PageSize(Integer.parseInt(head[1]), Integer.parseInt(head[2]));
      String text = all.substring(all.indexOf('\n') + 1);
      int prompt = Integer.parseInt(head[3]);
      int tokens = Integer.parseInt(head[4]);
      TokenConfidence confidence =
          confidence(
              text,
              Integer.parseInt(head[5]),
              Integer.parseInt(head[6]),
              Integer.parseInt(head[7]));
      return new PageAnswer(
          text, seen, End.valueOf(head[0]), prompt, tokens, Double.NaN, confidence);
    }

    /** With as many tokens and doubtful ones, boxes aside, as the answer had, anywhere. */
    private static TokenConfidence confidence(String text, int read, int doubtful, int all) {
      BitSet boxes = new BitSet();
      BOX.matcher(text).results().forEach(box -> boxes.set(box.start(1), box.end(1)));
      int[] ends = new int[text.length()];
      float[] logarithms = new float[text.length()];
      int found = 0;
      int inBoxes = 0;
      int count = 0;
      while (count < ends.length && found < read) {
        boolean isDoubtful = boxes.get(count) ? inBoxes++ < all - doubtful : found < doubtful;
        found += boxes.get(count) ? 0 : 1;
        logarithms[count] = isDoubtful ? (float) Math.log(PROBABLE / 2) : 0;
        count++;
        ends[count - 1] = count;
      }
      return new TokenConfidence(Arrays.copyOf(ends, count), Arrays.copyOf(logarithms, count));
    }

    @Override
    public void close() {
      model.close();
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path answers = Files.createDirectories(Path.of(arguments[2]));
    Path out = Files.createDirectories(Path.of(arguments[3]));
    Path converted =
        new ModelCache(answers.resolve("models"))
            .resolve(Path.of(arguments[0]), Progress.SILENT);
    QwenPageModel.Settings settings =
        QwenPageModel.Settings.DEFAULTS
            .withMaxTokens(1536)
            .withPieces(PieceShape.parse(arguments[4]));
    List<Path> pages;
    try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
      pages = files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
    }
    try (PageModel model =
        new Keeper(
            new SurestModel(
                QwenPageModel.load(converted, settings), SurestModel.MOST_READINGS),
            answers)) {
      DocumentParser parser =
          new DocumentParser(new DocumentRenderer(RenderOptions.DEFAULTS), model);
      for (Path page : pages) {
        String name = page.getFileName().toString();
        parser.parse(new DocumentSource(page, name), out.resolve(name), ParseProgress.SILENT);
      }
    }
  }
}
