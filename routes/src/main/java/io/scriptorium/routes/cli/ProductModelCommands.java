package io.scriptorium.routes.cli;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.checkpoint.Dtype;
import io.scriptorium.modelruntime.checkpoint.ModelConfig;
import io.scriptorium.modelruntime.checkpoint.ModelShapes;
import io.scriptorium.modelruntime.checkpoint.RandomCheckpoint;
import io.scriptorium.modelruntime.checkpoint.TensorCatalogue;
import io.scriptorium.modelruntime.files.Folders;
import io.scriptorium.modelruntime.preprocess.RgbImage;
import io.scriptorium.modelruntime.savedmodel.Manifest;
import io.scriptorium.modelruntime.savedmodel.ModelConverter;
import io.scriptorium.modelruntime.verify.GoldenVerification;
import io.scriptorium.parser.ParseException;
import io.scriptorium.renderer.DocumentRenderer;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.RasterImage;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.routes.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** The commands below {@code model}, done by the model runtime. */
final class ProductModelCommands implements ModelCommands {
  @Override
  public void convert(Path checkpoint, Path out, PrintWriter log) throws ParseException {
    try {
      ModelConverter.convert(checkpoint, out, new ConversionDisplay(log, checkpoint));
    } catch (ModelException e) {
      throw ModelFailures.translated(e);
    }
  }

  @Override
  public boolean verify(Path golden, PrintWriter out) throws ParseException, IOException {
    Path scratch = Files.createTempDirectory("scriptorium-verify");
    AtomicInteger failed = new AtomicInteger();
    try {
      new GoldenVerification(
              ProductModelCommands::readPicture,
              scratch,
              result -> {
                out.printf(
                    "%s %s: %s%n",
                    result.passed() ? "ok  " : "FAIL",
                    Printable.of(result.name()),
                    Printable.of(result.figures()));
                if (!result.passed()) {
                  failed.incrementAndGet();
                }
              })
          .run(golden);
    } catch (ModelException e) {
      throw ModelFailures.translated(e);
    } catch (PictureException e) {
      throw new ParseException(
          e.reason.code().name(), ParseException.Kind.BAD_INPUT, e.getMessage(), e.reason);
    } finally {
      Folders.delete(scratch);
    }
    out.println(failed.get() == 0 ? "All equal." : failed.get() + " differ.");
    return failed.get() == 0;
  }

  @Override
  public void info(Path model, PrintWriter out) throws ParseException {
    try {
      ModelConfig config = ModelConfig.read(model);
      if (Manifest.isIn(model)) {
        Manifest manifest = Manifest.read(model);
        out.printf("%-14s %s%n", "name", Printable.of(manifest.name()));
        out.printf("%-14s SavedModel, format %d%n", "kind", manifest.format());
        out.printf("%-14s %s%n", "matrices", manifest.matrices().name().toLowerCase(Locale.ROOT));
        out.printf("%-14s %s%n", "fingerprint", manifest.fingerprint());
      } else {
        out.printf("%-14s checkpoint, not converted%n", "kind");
      }
      out.printf(Locale.ROOT, "%-14s %,d%n", "parameters", TensorCatalogue.of(config).parameters());
      out.printf(
          "%-14s %d blocks, width %d, %d heads, window %d px%n",
          "vision",
          config.vision().depth(),
          config.vision().hiddenSize(),
          config.vision().heads(),
          config.vision().windowSize());
      out.printf(
          "%-14s %d layers, width %d, %d heads over %d keys, vocabulary %d, context %d%n",
          "text",
          config.text().layers(),
          config.text().hiddenSize(),
          config.text().heads(),
          config.text().keyValueHeads(),
          config.text().vocabSize(),
          config.text().maxPositions());
    } catch (ModelException e) {
      throw ModelFailures.translated(e);
    }
  }

  @Override
  public void random(String shape, long seed, Path out, PrintWriter log)
      throws ParseException, WrongUseException {
    if (!ModelShapes.names().contains(shape) && !Files.exists(Path.of(shape))) {
      throw new WrongUseException(
          "--shape: there is no file " + shape + ", and no shape but " + ModelShapes.names());
    }
    try {
      ModelConfig config = ModelShapes.resolve(shape);
      Path parent = out.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      new RandomCheckpoint(config, seed, Dtype.BF16).write(out, RandomCheckpoint.Progress.SILENT);
      log.printf(
          Locale.ROOT,
          "Wrote %s: %,d random parameters.%n",
          Printable.of(out.toString()),
          TensorCatalogue.of(config).parameters());
    } catch (ModelException e) {
      throw ModelFailures.translated(e);
    } catch (IOException e) {
      throw new ParseException(
          ModelException.Code.OUTPUT_NOT_WRITTEN.name(),
          ParseException.Kind.TRANSIENT,
          "cannot write " + out,
          e);
    }
  }

  private static RgbImage readPicture(Path file) {
    try (PageSource source = new DocumentRenderer(RenderOptions.DEFAULTS).open(file)) {
      RasterImage image = source.render(1).image();
      return new RgbImage(image.width(), image.height(), image.rgb());
    } catch (RenderException e) {
      throw new PictureException(file, e);
    }
  }

  /** Carries a picture's failure through an interface that knows none. */
  private static final class PictureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RenderException reason;

    PictureException(Path file, RenderException reason) {
      super(file + ": " + reason.getMessage());
      this.reason = reason;
    }
  }
}
