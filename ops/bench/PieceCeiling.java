import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.parser.DocumentParser;
import io.scriptorium.parser.DocumentSource;
import io.scriptorium.parser.KeyValueAnswer;
import io.scriptorium.parser.ModelIdentity;
import io.scriptorium.parser.PageAnswer;
import io.scriptorium.parser.PageModel;
import io.scriptorium.parser.ParseProgress;
import io.scriptorium.parser.ReadPage;
import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.renderer.DocumentRenderer;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RasterImage;
import io.scriptorium.renderer.RenderOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * What reading in pieces costs with a model that makes no mistakes: parses drawn pages with the
 * truth about each piece for an answer. {@code scriptorium eval} then tells what cutting and joining
 * lose.
 *
 * <pre>{@code
 * ./scriptorium synth --out work/pages --count 160 --seed 18 --split validation
 * ./scriptorium synth --stream --count 160 --seed 18 --split validation --pieces 1344x448 > work/pieces.tar
 * (cd ops/training && python -m smallmodel.pieces ../../work/pieces.tar ../../work/answers)
 * java -cp 'routes/target/*:routes/target/lib/*' ops/bench/PieceCeiling.java work/pages work/answers work/out 1344x448
 * ./scriptorium eval --truth work/pages --results work/out --out work/report
 * }</pre>
 */
public final class PieceCeiling {
  /** Answers for the pieces of one page, in their order. */
  private static final class Truths implements PageModel {
    private final Path folder;
    private final PieceShape shape;
    private int next;
    private boolean again;

    Truths(Path folder, PieceShape shape) {
      this.folder = folder;
      this.shape = shape;
    }

    @Override
    public ModelIdentity identity() {
      return new ModelIdentity("truth", "0".repeat(64), Map.of());
    }

    @Override
    public Optional<PieceShape> pieces() {
      return Optional.of(shape);
    }

    @Override
    public List<KeyValueAnswer> extract(ReadPage page, KeyTemplate keys, IntConsumer tokenCount) {
      throw new UnsupportedOperationException("the truth about pieces is HTML alone");
    }

    @Override
    public List<PageAnswer> readViews(List<List<RasterImage>> pictures, IntConsumer tokenCount) {
      List<PageAnswer> answers = pictures.stream().map(sizes -> next(sizes.get(0))).toList();
      again = true;
      return answers;
    }

    private PageAnswer next(RasterImage piece) {
      Path file = folder.resolve(next++ + ".html");
      try {
        // Where nothing true can be said of a piece, nothing is said, nor of parts of pieces.
        String answer =
            !again && Files.exists(file) ? Files.readString(file) : "<html><body>\n</body></html>";
        PageSize seen = new PageSize(piece.width(), piece.height());
        return new PageAnswer(answer, seen, PageAnswer.End.WHOLE, 0, 0, Double.NaN, null);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {}
  }

  public static void main(String[] arguments) throws Exception {
    Path answers = Path.of(arguments[1]);
    Path out = Files.createDirectories(Path.of(arguments[2]));
    PieceShape shape = PieceShape.parse(arguments[3]);
    List<Path> pages;
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      pages = files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
    }
    for (Path page : pages) {
      String name = page.getFileName().toString();
      PageModel truths = new Truths(answers.resolve(name.replace(".png", "")), shape);
      new DocumentParser(new DocumentRenderer(RenderOptions.DEFAULTS), truths)
          .parse(new DocumentSource(page, name), out.resolve(name), ParseProgress.SILENT);
    }
  }
}
