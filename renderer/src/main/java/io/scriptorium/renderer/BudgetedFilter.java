package io.scriptorium.renderer;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.DecodeResult;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * A filter of the library that unpacks no more than the {@link DecodingBudget} of the thread has
 * left. The library itself has no limit, and unpacks into memory.
 */
final class BudgetedFilter extends Filter {
  /** Where a PDF does not say it. */
  private static final int FAX_COLUMNS = 1728;

  private final Filter filter;
  private final COSName name;

  private BudgetedFilter(COSName name, Filter filter) {
    this.name = name;
    this.filter = filter;
  }

  /**
   * Puts itself before every filter of the library, once in a process. There is no other place
   * through which all unpacking goes: contents, fonts, profiles, inline pictures, object streams.
   */
  static void install() {
    try {
      Field field = FilterFactory.class.getDeclaredField("filters");
      field.setAccessible(true);
      @SuppressWarnings("unchecked")
      Map<COSName, Filter> filters = (Map<COSName, Filter>) field.get(FilterFactory.INSTANCE);
      filters.replaceAll(BudgetedFilter::before);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this version of PDFBox keeps its filters elsewhere", e);
    }
  }

  private static Filter before(COSName name, Filter filter) {
    return filter instanceof BudgetedFilter ? filter : new BudgetedFilter(name, filter);
  }

  @Override
  public DecodeResult decode(
      InputStream encoded, OutputStream decoded, COSDictionary parameters, int index)
      throws IOException {
    return decode(encoded, decoded, parameters, index, DecodeOptions.DEFAULT);
  }

  @Override
  public DecodeResult decode(
      InputStream encoded,
      OutputStream decoded,
      COSDictionary parameters,
      int index,
      DecodeOptions options)
      throws IOException {
    DecodingBudget budget = DecodingBudget.current();
    if (budget == null) {
      return filter.decode(encoded, decoded, parameters, index, options);
    }
    if (EncodedPicture.isPicture(name)) {
      // A picture decoder allocates what the header says, before it writes a byte.
      byte[] bytes = encoded.readAllBytes();
      budget.spend(EncodedPicture.decodedBytes(name, bytes));
      try (JpegDamage damage = JpegDamage.hear()) {
        DecodeResult result =
            filter.decode(new ByteArrayInputStream(bytes), decoded, parameters, index, options);
        budget.check();
        damage.requireNone();
        return result;
      }
    }
    OutputStream counted = budget.counting(decoded);
    return isFax()
        ? decodeFax(encoded, counted, parameters, index, options)
        : filter.decode(encoded, counted, parameters, index, options);
  }

  private boolean isFax() {
    return name.equals(COSName.CCITTFAX_DECODE)
        || name.equals(COSName.CCITTFAX_DECODE_ABBREVIATION);
  }

  /**
   * Unpacks a fax.
   *
   * @throws EOFException if it was cut off, which the library passes over
   */
  private DecodeResult decodeFax(
      InputStream encoded,
      OutputStream decoded,
      COSDictionary parameters,
      int index,
      DecodeOptions options)
      throws IOException {
    COSDictionary details = getDecodeParams(parameters, index);
    FaxData data = new FaxData(encoded, false);
    OutputStream unpacked = data.watching(decoded, details.getBoolean(COSName.BLACK_IS_1, false));
    DecodeResult result = filter.decode(data, unpacked, parameters, index, options);
    if (data.isCutOff((details.getInt(COSName.COLUMNS, FAX_COLUMNS) + 7) / 8)) {
      throw new EOFException("a fax that was cut off");
    }
    return result;
  }

  @Override
  protected void encode(InputStream input, OutputStream encoded, COSDictionary parameters)
      throws IOException {
    filter.encode(input, encoded, parameters, 0);
  }
}
