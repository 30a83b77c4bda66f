package io.scriptorium.routes.cli;

import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.samples.synth.Kinds;
import io.scriptorium.samples.synth.Language;
import io.scriptorium.samples.synth.Look;
import io.scriptorium.samples.synth.PageKind;
import io.scriptorium.samples.synth.Split;
import io.scriptorium.samples.synth.SynthOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say which pages are drawn. */
final class SynthPages {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,4})x([0-9]{1,4})");

  private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})-([0-9]{1,5})");

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description = "Kinds of pages, parted by commas. Default: all but formulas.")
  private List<String> kinds = new ArrayList<>();

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      split = ",",
      description = "Languages, parted by commas: en, de, fr, es. Default: all.")
  private List<Language> languages = List.of(Language.values());

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What chance starts from. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      description = {
        "What the pages are for: train, validation or test. No page for one is one for another.",
        "Default: train."
      })
  private Split split = Split.TRAIN;

  @ArgGroup private @Nullable Looks looks;

  @Option(
      names = "--max-pixels",
      paramLabel = "N",
      description = "Pixels a picture may have. Default: ${DEFAULT-VALUE}.")
  private int maxPixels = SynthOptions.MAX_PIXELS;

  @Option(
      names = "--crop",
      split = ",",
      paramLabel = "WxH",
      description =
          "Cut a piece out of each picture, of one of these sizes by chance; multiples of 28.")
  private List<String> crops = List.of();

  @Option(
      names = "--pieces",
      split = ",",
      paramLabel = "WxH",
      description = {
        "Cut each page into pieces of one of these shapes by chance, as parse does, and write",
        "those in place of the page; with --stream."
      })
  private List<String> cuts = List.of();

  @Option(
      names = "--longer-side",
      split = ",",
      paramLabel = "FROM-TO",
      description =
          "Pixels of the longer side of pictures, one of these ranges by chance. Default:"
              + " 700-1280.")
  private List<String> sides = List.of();

  /** What pictures look like. */
  private static final class Looks {
    @Option(names = "--clean", description = "Pictures as drawn. Default: some are scans.")
    private boolean clean;

    @Option(names = "--scan", description = "Pictures as a scanner would make them.")
    private boolean scan;
  }

  SynthOptions options(boolean pdf) throws WrongUseException {
    if (pdf && (!crops.isEmpty() || (looks != null && looks.scan))) {
      throw new WrongUseException("--crop and --scan are for pictures: use --format png");
    }
    if (!cuts.isEmpty() && !crops.isEmpty()) {
      throw new WrongUseException("--pieces and --crop exclude each other");
    }
    try {
      return new SynthOptions(
          chosen(), languages, split, seed, look(), maxPixels, sides(), crops());
    } catch (IllegalArgumentException e) {
      throw new WrongUseException(String.valueOf(e.getMessage()));
    }
  }

  private Look look() {
    if (looks == null) {
      return Look.MIXED;
    }
    return looks.clean ? Look.CLEAN : Look.SCAN;
  }

  private List<PageKind> chosen() throws WrongUseException {
    List<PageKind> chosen = new ArrayList<>();
    for (String name : kinds) {
      chosen.add(
          Kinds.known().stream()
              .filter(kind -> kind.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new WrongUseException(unknown(name))));
    }
    return chosen.isEmpty() ? Kinds.all() : chosen;
  }

  private static String unknown(String name) {
    String known = Kinds.known().stream().map(PageKind::name).collect(Collectors.joining(", "));
    return "--kind: there is no kind '" + name + "'; there are " + known;
  }

  /** Nothing if pages are left whole. */
  Optional<PieceCuts> cuts() throws WrongUseException {
    try {
      List<PieceShape> shapes = cuts.stream().map(PieceShape::parse).toList();
      return shapes.isEmpty() ? Optional.empty() : Optional.of(new PieceCuts(shapes));
    } catch (IllegalArgumentException e) {
      throw new WrongUseException("--pieces: " + e.getMessage());
    }
  }

  private List<SynthOptions.Sides> sides() throws WrongUseException {
    List<SynthOptions.Sides> ranges = new ArrayList<>();
    for (String side : sides) {
      Matcher range = RANGE.matcher(side);
      if (!range.matches()) {
        throw new WrongUseException("--longer-side: '" + side + "' is not a range as 700-1280");
      }
      ranges.add(
          new SynthOptions.Sides(
              Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))));
    }
    return ranges.isEmpty() ? SynthOptions.USUAL_SIDES : ranges;
  }

  private List<PageSize> crops() throws WrongUseException {
    List<PageSize> sizes = new ArrayList<>();
    for (String crop : crops) {
      sizes.add(size(crop));
    }
    return sizes;
  }

  private static PageSize size(String crop) throws WrongUseException {
    Matcher size = SIZE.matcher(crop);
    if (!size.matches()) {
      throw new WrongUseException("--crop: '" + crop + "' is not a size such as 448x448");
    }
    int width = Integer.parseInt(size.group(1));
    int height = Integer.parseInt(size.group(2));
    if (width == 0 || height == 0) {
      throw new WrongUseException("--crop: '" + crop + "' is empty");
    }
    return new PageSize(width, height);
  }
}
