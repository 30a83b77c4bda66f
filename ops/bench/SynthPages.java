import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.samples.synth.FontSet;
import io.scriptorium.samples.synth.Kinds;
import io.scriptorium.samples.synth.Language;
import io.scriptorium.samples.synth.Look;
import io.scriptorium.samples.synth.PageFile;
import io.scriptorium.samples.synth.PageForm;
import io.scriptorium.samples.synth.PageKind;
import io.scriptorium.samples.synth.Split;
import io.scriptorium.samples.synth.SynthOptions;
import io.scriptorium.samples.synth.SynthPage;
import io.scriptorium.samples.synth.Synthesiser;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * Times drawing pages of each kind for the stream, with one thread, by the processor's time. The
 * first pages of a kind are not counted: Java compiles meanwhile.
 *
 * <pre>{@code
 * ./scriptorium --help > /dev/null   # builds
 * java -XX:+UseSerialGC -cp 'routes/target/lib/*' ops/bench/SynthPages.java 200 [448x448]
 * }</pre>
 */
public final class SynthPages {
  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[0]);
    List<PageSize> crops = List.of();
    if (arguments.length > 1) {
      String[] sides = arguments[1].split("x");
      crops =
          List.of(new PageSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])));
    }
    FontSet fonts = FontSet.in(FontSet.usualFolders());
    PageForm form = new PageForm(fonts.fingerprint());
    System.out.printf(
        "%-10s %-6s %9s %9s %9s %9s%n", "kind", "look", "pages/s", "layout ms", "picture ms", "glyphs");
    for (PageKind kind : Kinds.all()) {
      for (Look look : List.of(Look.CLEAN, Look.SCAN)) {
        SynthOptions options =
            new SynthOptions(
                List.of(kind),
                List.of(Language.values()),
                Split.TRAIN,
                1,
                look,
                SynthOptions.MAX_PIXELS,
                SynthOptions.USUAL_SIDES,
                crops);
        Synthesiser synthesiser = new Synthesiser(options, fonts, Kinds.words());
        run(synthesiser, form, count, 0);
        double[] spent = run(synthesiser, form, count, count);
        System.out.printf(
            Locale.ROOT,
            "%-10s %-6s %9.1f %9.1f %9.1f %9.0f%n",
            kind.name(),
            look.name().toLowerCase(Locale.ROOT),
            1e3 / (spent[0] + spent[1]),
            spent[0],
            spent[1],
            spent[2]);
      }
    }
  }

  /** Milliseconds a page for drawing it and for its files, and its characters. */
  private static double[] run(Synthesiser synthesiser, PageForm form, int count, int first) {
    double[] spent = new double[3];
    for (int i = first; i < first + count; i++) {
      long start = now();
      SynthPage page = synthesiser.picturePage(i);
      long drawn = now();
      List<PageFile> files = form.raw(page);
      spent[0] += (drawn - start) / 1e6 / count;
      spent[1] += (now() - drawn) / 1e6 / count;
      spent[2] += files.get(3).content().length / 20.0 / count;
    }
    return spent;
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
