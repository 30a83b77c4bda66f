package io.scriptorium.routes.cli;

import io.scriptorium.parser.PageModel;
import io.scriptorium.parser.ParseException;
import io.scriptorium.parser.SurestModel;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.routes.PasswordFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how documents are read. */
final class ReadingOptions {
  private static final int MIN_MODEL_PIXELS = 4 * 28 * 28;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      defaultValue = "${env:SCRIPTORIUM_MODEL}",
      description = {
        "A Qwen2.5-VL checkpoint, which is converted once into a cache, or what 'model convert'",
        "wrote. Default: $SCRIPTORIUM_MODEL, else the small model that comes along."
      })
  private @Nullable Path model;

  @Option(
      names = "--dpi",
      paramLabel = "N",
      description = {
        "Resolution at which pages are drawn; small type gets up to twice as much.",
        "Default: 200."
      })
  private @Nullable Integer dpi;

  @Option(
      names = "--max-pixels",
      paramLabel = "N",
      description = "Pixels a page may have; larger ones are drawn coarser. Default: 12845056.")
  private @Nullable Long maxPixels;

  @Option(
      names = "--min-pixels",
      paramLabel = "N",
      description = "Pixels a page has at least; smaller ones are drawn finer. Default: 3136.")
  private @Nullable Long minPixels;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = {
        "Tokens the model may answer for a page, or for a piece of it.",
        "Default: 8192; for the model that comes along 1536."
      })
  private @Nullable Integer maxTokens;

  @Option(
      names = "--model-max-pixels",
      paramLabel = "N",
      description = {
        "Pixels of a page that the model sees; larger pages are resized for it.",
        "Default: what the model's preprocessor_config.json says."
      })
  private @Nullable Integer modelMaxPixels;

  @Option(
      names = "--pieces",
      paramLabel = "WxH[-M]",
      description = {
        "Cut pages along white space into pieces of at most this size, multiples of 28, read each",
        "on its own and join what was read. For models that read a few lines at once. WxH-M has",
        "pieces of height M for figures that need it.",
        "Default: whole pages; for the model that comes along 1344x224-448."
      })
  private @Nullable String pieces;

  @Option(
      names = "--readings",
      paramLabel = "N",
      description = {
        "Read so often, in other ways, what the model is unsure of, and keep the answer that it",
        "is surest of: 1 to 4. With more than 1 it looks at three sizes of everything at once,",
        "which is twice as slow, or more.",
        "Default: 1; for the model that comes along 4."
      })
  private @Nullable Integer readings;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = {
        "File in UTF-8 with the passwords to try on protected PDFs, one a line.",
        "Not on the command line, where others on this machine could see them."
      })
  private @Nullable Path passwordFile;

  /**
   * How pages are rendered.
   *
   * @param standard what holds where the command line says nothing
   */
  RenderOptions renderOptions(RenderOptions standard) throws WrongUseException {
    try {
      RenderOptions options = standard;
      if (dpi != null) {
        options = options.withDpi(dpi);
      }
      if (maxPixels != null) {
        options = options.withMaxPixels(maxPixels);
      }
      if (minPixels != null) {
        options = options.withMinPixels(minPixels);
      }
      return passwordFile == null ? options : options.withPasswords(passwords(passwordFile));
    } catch (IllegalArgumentException e) {
      throw new WrongUseException(e.getMessage());
    }
  }

  /**
   * Loads the model.
   *
   * @param keys whether it will be asked for key values
   */
  PageModel load(Wiring.ModelLoader models, boolean keys, PrintWriter log)
      throws WrongUseException, ParseException {
    if (model != null && !Files.isDirectory(model)) {
      throw new WrongUseException("--model: there is no folder " + model);
    }
    PageSettings settings =
        new PageSettings(
            optional("--max-tokens", maxTokens, 1),
            optional("--model-max-pixels", modelMaxPixels, MIN_MODEL_PIXELS),
            shape(),
            readings(),
            keys);
    return models.load(model, settings, log);
  }

  private Optional<PieceShape> shape() throws WrongUseException {
    try {
      return Optional.ofNullable(pieces).map(PieceShape::parse);
    } catch (IllegalArgumentException e) {
      throw new WrongUseException("--pieces: " + e.getMessage());
    }
  }

  private OptionalInt readings() throws WrongUseException {
    OptionalInt wanted = optional("--readings", readings, 1);
    if (wanted.isPresent() && wanted.getAsInt() > SurestModel.MOST_READINGS) {
      throw new WrongUseException(
          "--readings: " + wanted.getAsInt() + " is more than " + SurestModel.MOST_READINGS);
    }
    return wanted;
  }

  private static OptionalInt optional(String option, @Nullable Integer value, int least)
      throws WrongUseException {
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value < least) {
      throw new WrongUseException(option + ": " + value + " is less than " + least);
    }
    return OptionalInt.of(value);
  }

  private static List<String> passwords(Path file) throws WrongUseException {
    try {
      return PasswordFile.read(file);
    } catch (IOException e) {
      throw new WrongUseException("--password-file: cannot read " + file + " as UTF-8");
    }
  }
}
