package io.scriptorium.parser;

import io.scriptorium.parser.keyvalues.KeyTemplate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a result folder holds besides its page images. {@link ExportFormat#HTML} and {@link
 * ExportFormat#JSON} are the result itself and always written.
 *
 * @param formats in a fixed order
 * @param crops whether each figure gets a picture of its own
 * @param keys the key values that the model is asked for besides
 */
public record Exports(List<ExportFormat> formats, boolean crops, Optional<KeyTemplate> keys) {
  /** The result itself. */
  public static final Exports DEFAULTS = of(Set.of(), false);

  public Exports {
    Set<ExportFormat> all = EnumSet.of(ExportFormat.HTML, ExportFormat.JSON);
    all.addAll(formats);
    formats = List.copyOf(all);
  }

  public static Exports of(Set<ExportFormat> formats, boolean crops) {
    return new Exports(List.copyOf(formats), crops, Optional.empty());
  }

  /** The same with key values. */
  public Exports withKeys(Optional<KeyTemplate> wanted) {
    return new Exports(formats, crops, wanted);
  }

  boolean has(ExportFormat format) {
    return formats.contains(format);
  }

  /** Those that are derived from the result. */
  List<ExportFormat> derived() {
    return formats.stream()
        .filter(format -> format != ExportFormat.HTML && format != ExportFormat.JSON)
        .toList();
  }
}
