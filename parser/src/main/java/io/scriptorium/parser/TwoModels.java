package io.scriptorium.parser;

import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RasterImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** A model that reads pages and another one that finds key values. For one thread at a time. */
public final class TwoModels implements PageModel {
  private final PageModel reading;
  private final PageModel keyValues;

  /** Of two models, which it closes. */
  public TwoModels(PageModel reading, PageModel keyValues) {
    this.reading = reading;
    this.keyValues = keyValues;
  }

  /** The one that reads, with the other one among its settings. */
  @Override
  public ModelIdentity identity() {
    ModelIdentity one = reading.identity();
    ModelIdentity other = keyValues.identity();
    Map<String, Object> settings = new TreeMap<>(one.settings());
    settings.put(
        "keyValues",
        Map.of(
            "name",
            other.name(),
            "fingerprint",
            other.fingerprint(),
            "settings",
            other.settings()));
    return new ModelIdentity(one.name(), one.fingerprint(), settings);
  }

  @Override
  public Optional<PieceShape> pieces() {
    return reading.pieces();
  }

  @Override
  public List<PageAnswer> readViews(List<List<RasterImage>> pictures, IntConsumer tokenCount)
      throws ParseException {
    return reading.readViews(pictures, tokenCount);
  }

  @Override
  public List<KeyValueAnswer> extract(ReadPage page, KeyTemplate keys, IntConsumer tokenCount)
      throws ParseException {
    return keyValues.extract(page, keys, tokenCount);
  }

  @Override
  public void close() {
    try (PageModel other = keyValues) {
      reading.close();
    }
  }
}
