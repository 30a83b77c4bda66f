import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.modelruntime.savedmodel.ModelCache;
import io.scriptorium.modelruntime.savedmodel.Progress;
import io.scriptorium.parser.DocumentParser;
import io.scriptorium.parser.DocumentSource;
import io.scriptorium.parser.Exports;
import io.scriptorium.parser.KeyValueAnswer;
import io.scriptorium.parser.ModelIdentity;
import io.scriptorium.parser.PageAnswer;
import io.scriptorium.parser.PageModel;
import io.scriptorium.parser.ParseProgress;
import io.scriptorium.parser.QwenPageModel;
import io.scriptorium.parser.ReadPage;
import io.scriptorium.parser.TwoModels;
import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.renderer.DocumentRenderer;
import io.scriptorium.renderer.RasterImage;
import io.scriptorium.renderer.RenderOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Finds the key values of drawn pages in text that is already there: the truth, which tells what is
 * lost without any mistake of reading, or what an earlier {@code parse} read. {@code scriptorium
 * eval} tells how many are right.
 *
 * <pre>{@code
 * ./scriptorium synth --out work/pages --count 60 --kind invoice,form --split validation
 * java -Dorg.bytedeco.javacpp.maxBytes=0 -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 \
 *     -cp 'routes/target/*:routes/target/lib/*' ops/bench/KeyValuesOfText.java \
 *     CHECKPOINT work/pages work/pages work/out       # or work/results in place of the second
 * ./scriptorium eval --truth work/pages --results work/out --out work/report
 * }</pre>
 */
public final class KeyValuesOfText {
  /** "Reads" one page that has been read before. */
  private record Given(String html) implements PageModel {
    @Override
    public ModelIdentity identity() {
      return new ModelIdentity("given", "0".repeat(64), Map.of());
    }

    @Override
    public List<PageAnswer> readViews(List<List<RasterImage>> pictures, IntConsumer tokenCount) {
      return pictures.stream().map(sizes -> answer(sizes.get(0))).toList();
    }

    private PageAnswer answer(RasterImage page) {
      PageSize seen = new PageSize(page.width(), page.height());
      return new PageAnswer(html, seen, PageAnswer.End.WHOLE, 0, 0, Double.NaN, null);
    }

    @Override
    public List<KeyValueAnswer> extract(ReadPage page, KeyTemplate keys, IntConsumer tokenCount) {
      throw new UnsupportedOperationException("another model is asked for key values");
    }

    @Override
    public void close() {}
  }

  public static void main(String[] arguments) throws Exception {
    Path pages = Path.of(arguments[1]);
    Path texts = Path.of(arguments[2]);
    Path out = Files.createDirectories(Path.of(arguments[3]));
    Path model = ModelCache.ofUser().resolve(Path.of(arguments[0]), Progress.SILENT);
    QwenPageModel.Settings settings =
        QwenPageModel.Settings.DEFAULTS.withMaxTokens(6000).withKeysFromText();
    try (QwenPageModel keyValues = QwenPageModel.load(model, settings);
        Stream<Path> files = Files.list(pages)) {
      for (Path page : files.filter(file -> file.toString().endsWith(".png")).sorted().toList()) {
        JsonNode facts = new ObjectMapper().readTree(beside(page, ".json").toFile());
        String name = page.getFileName().toString();
        Path result = texts.resolve(name).resolve("document.html");
        Path text = Files.exists(result) ? result : texts.resolve(beside(page, ".html").getFileName());
        if (!facts.path("values").isEmpty() && Files.exists(text)) {
          KeyTemplate keys = KeyTemplate.parse(facts.get("values").toString());
          new DocumentParser(
                  new DocumentRenderer(RenderOptions.DEFAULTS),
                  new TwoModels(new Given(Files.readString(text)), keyValues))
              .withExports(Exports.DEFAULTS.withKeys(Optional.of(keys)))
              .parse(new DocumentSource(page, name), out.resolve(name), ParseProgress.SILENT);
        }
      }
    }
  }

  private static Path beside(Path page, String ending) {
    return page.resolveSibling(page.getFileName().toString().replace(".png", ending));
  }
}
