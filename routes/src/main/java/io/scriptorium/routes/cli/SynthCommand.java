package io.scriptorium.routes.cli;

import io.scriptorium.samples.synth.FontSet;
import io.scriptorium.samples.synth.Kinds;
import io.scriptorium.samples.synth.PageFile;
import io.scriptorium.samples.synth.PageForm;
import io.scriptorium.samples.synth.SynthOptions;
import io.scriptorium.samples.synth.SynthRun;
import io.scriptorium.samples.synth.Synthesiser;
import io.scriptorium.samples.synth.TarStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "synth",
    description = {
      "Draws documents by chance, each with the truth about it, to train and to measure.",
      "The same command and the same fonts give the same bytes."
    },
    footer = {
      "",
      "Example:",
      "  scriptorium synth --count 20 --out drawn --format pdf",
      "  scriptorium synth --count 0 --crop 448x448 --stream | python train.py"
    })
final class SynthCommand implements Callable<Integer> {
  private static final int BUFFER = 1 << 20;
  private static final int MAX_THREADS = 1024;

  private final OutputStream standardOutput;
  private final PrintWriter err;

  @Mixin private SynthPages pages = new SynthPages();

  @ArgGroup(multiplicity = "1")
  private Target target = new Target();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Of the documents in the folder: pdf or png. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.PNG;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many pages; 0 for no end. Default: ${DEFAULT-VALUE}.")
  private long count = 10;

  @Option(
      names = "--first",
      paramLabel = "N",
      description = "Index of the first page, to go on where another run ended. Default: 0.")
  private long first;

  @Option(
      names = "--fonts",
      paramLabel = "DIR",
      description = {
        "Folder with fonts to draw with besides the bundled ones; may be given several times.",
        "Default: the system's folders."
      })
  private List<Path> fonts = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Default: one for each processor. The pages do not depend on it.")
  private int threads = Runtime.getRuntime().availableProcessors();

  /** Where pages go. */
  static final class Target {
    @Option(
        names = "--out",
        paramLabel = "DIR",
        description = "Folder for documents, truths and descriptions.")
    private @Nullable Path out;

    @Option(
        names = "--stream",
        description = "Write raw pictures, truths and characters to standard output, as tar.")
    private boolean stream;
  }

  private enum Format {
    PDF,
    PNG
  }

  /**
   * @param standardOutput which is only written to when the user asks for a stream
   */
  SynthCommand(OutputStream standardOutput, PrintWriter err) {
    this.standardOutput = standardOutput;
    this.err = err;
  }

  @Override
  public Integer call() throws WrongUseException, InterruptedException {
    requireSensible();
    SynthOptions options = pages.options(isPdf());
    Optional<PieceCuts> cuts = pages.cuts();
    if (cuts.isPresent() && !target.stream) {
      throw new WrongUseException("--pieces: pieces of pages need --stream");
    }
    Path out = target.out;
    if (out != null) {
      prepare(out);
    }
    FontSet set = fonts();
    err.printf(
        "fonts %s: %d families, %d typewriters%n",
        set.fingerprint(), set.families().size(), set.typewriters().size());
    LongFunction<List<PageFile>> source = source(options, cuts, set);
    try {
      if (out == null) {
        stream(source);
      } else {
        SynthRun.run(first, count, threads, source, page -> write(out, page));
      }
    } catch (IOException e) {
      err.println(
          "scriptorium: "
              + (out == null ? "the stream was closed" : "cannot write to the folder of --out"));
      return ExitCode.SOFTWARE;
    }
    return ExitCode.OK;
  }

  private boolean isPdf() {
    return !target.stream && format == Format.PDF;
  }

  private void requireSensible() throws WrongUseException {
    if (count < 0 || first < 0) {
      throw new WrongUseException("--count and --first cannot be negative");
    }
    if (count == 0 && !target.stream) {
      throw new WrongUseException("--count: pages without end need --stream");
    }
    if (threads < 1 || threads > MAX_THREADS) {
      throw new WrongUseException("--threads: " + threads + " is not 1 to " + MAX_THREADS);
    }
  }

  private LongFunction<List<PageFile>> source(
      SynthOptions options, Optional<PieceCuts> cuts, FontSet set) {
    Synthesiser synthesiser = new Synthesiser(options, set, Kinds.words());
    PageForm form = new PageForm(set.fingerprint());
    if (cuts.isPresent()) {
      PieceCuts cutter = cuts.get();
      return index -> form.raw(synthesiser.picturePage(index), cutter);
    }
    if (target.stream) {
      return index -> form.raw(synthesiser.picturePage(index));
    }
    return isPdf()
        ? index -> form.pdf(synthesiser.pdfPage(index))
        : index -> form.png(synthesiser.picturePage(index));
  }

  private void stream(LongFunction<List<PageFile>> source)
      throws IOException, InterruptedException {
    OutputStream buffered = new BufferedOutputStream(standardOutput, BUFFER);
    TarStream tar = new TarStream(buffered);
    SynthRun.run(
        first,
        count,
        threads,
        source,
        page -> {
          for (PageFile file : page) {
            tar.write(file);
          }
        });
    tar.end();
  }

  private static void write(Path out, List<PageFile> page) throws IOException {
    for (PageFile file : page) {
      Files.write(out.resolve(file.name()), file.content());
    }
  }

  private FontSet fonts() throws WrongUseException {
    for (Path folder : fonts) {
      if (!Files.isDirectory(folder)) {
        throw new WrongUseException("--fonts: there is no folder " + folder);
      }
    }
    try {
      return FontSet.in(fonts.isEmpty() ? FontSet.usualFolders() : fonts);
    } catch (IOException e) {
      throw new WrongUseException("--fonts: cannot read all of " + fonts);
    }
  }

  private static void prepare(Path out) throws WrongUseException {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new WrongUseException("--out: cannot write to " + out);
    }
    if (!Files.isWritable(out)) {
      throw new WrongUseException("--out: cannot write to " + out);
    }
  }
}
