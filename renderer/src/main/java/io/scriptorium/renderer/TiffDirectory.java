package io.scriptorium.renderer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One table of a TIFF: the tags of a picture, and where the next table is. */
final class TiffDirectory {
  private static final int SUBFILE_TYPE = 254;
  private static final int ORIENTATION = 274;
  private static final int X_RESOLUTION = 282;
  private static final int Y_RESOLUTION = 283;
  private static final int RESOLUTION_UNIT = 296;

  private static final int REDUCED_OR_MASK = 0b101;
  private static final int MOST_ENTRIES = 65_535;
  private static final int MOST_VALUES = 1 << 20;

  private final TiffFile file;
  private final long offset;
  private final Map<Integer, Entry> entries;
  private final long next;
  private final long nextAt;

  /** A value of up to four bytes, eight in a BigTIFF, stands at {@code at} itself. */
  private record Entry(int type, long count, long at, long entryAt) {
    int size() {
      return switch (type) {
        case 1, 2, 6, 7 -> 1;
        case 3, 8 -> 2;
        case 4, 9, 11, 13 -> 4;
        default -> 8;
      };
    }
  }

  private TiffDirectory(
      TiffFile file, long offset, Map<Integer, Entry> entries, long next, long nextAt) {
    this.file = file;
    this.offset = offset;
    this.entries = entries;
    this.next = next;
    this.nextAt = nextAt;
  }

  static TiffDirectory read(TiffFile file, long offset) throws IOException {
    boolean big = file.isBig();
    int countBytes = big ? 8 : 2;
    int entryBytes = big ? 20 : 12;
    ByteBuffer start = file.read(offset, countBytes);
    long count = big ? start.getLong() : Short.toUnsignedLong(start.getShort());
    if (count < 1 || count > MOST_ENTRIES) {
      throw new IOException("a table of " + count + " tags");
    }
    long first = offset + countBytes;
    int length = (int) count * entryBytes;
    ByteBuffer table = file.read(first, length);
    Map<Integer, Entry> entries = new HashMap<>();
    for (int at = 0; at < length; at += entryBytes) {
      int tag = Short.toUnsignedInt(table.getShort(at));
      int type = Short.toUnsignedInt(table.getShort(at + 2));
      long values = big ? table.getLong(at + 4) : Integer.toUnsignedLong(table.getInt(at + 4));
      long value = first + at + (big ? 12 : 8);
      Entry entry = new Entry(type, values, value, first + at);
      if (values > (big ? 8 : 4) / entry.size()) {
        int field = at + (big ? 12 : 8);
        long elsewhere = big ? table.getLong(field) : Integer.toUnsignedLong(table.getInt(field));
        entry = new Entry(type, values, elsewhere, first + at);
      }
      entries.putIfAbsent(tag, entry);
    }
    ByteBuffer end = file.read(first + length, big ? 8 : 4);
    return new TiffDirectory(
        file,
        offset,
        entries,
        big ? end.getLong() : Integer.toUnsignedLong(end.getInt()),
        first + length);
  }

  /** Where the next table is; 0 if this is the last one. */
  long next() {
    return next;
  }

  /** Whether this is a smaller copy of another picture, or its mask. */
  boolean isAuxiliary() {
    return ((long) number(SUBFILE_TYPE, 0) & REDUCED_OR_MASK) != 0;
  }

  Orientation orientation() {
    return Orientation.ofTag((long) number(ORIENTATION, 1));
  }

  Resolution resolution() {
    double across = number(X_RESOLUTION, 0);
    double down = number(Y_RESOLUTION, across);
    return switch ((int) number(RESOLUTION_UNIT, 2)) {
      case 2 -> Resolution.stated(across, down);
      case 3 -> Resolution.statedPerCentimetre(across, down);
      default -> Resolution.UNKNOWN;
    };
  }

  boolean has(int tag) {
    return entries.containsKey(tag);
  }

  /**
   * How the file must look to a decoder, so that this table is its only one and holds no tags but
   * those wanted: what others refer to may be broken, or be gigabytes.
   */
  List<FilePatch> patchesLeavingOnly(Set<Integer> wanted) {
    List<FilePatch> patches = new ArrayList<>();
    patches.add(new FilePatch(file.firstDirectoryAt(), file.encodedOffset(offset)));
    patches.add(new FilePatch(nextAt, file.encodedOffset(0)));
    entries.forEach(
        (tag, entry) -> {
          if (!wanted.contains(tag)) {
            patches.add(new FilePatch(entry.entryAt(), file.encodedPrivateByte()));
          }
        });
    return patches;
  }

  /** How the file must look to have another value of a tag that holds a short number. */
  FilePatch patchOfShort(int tag, int value) {
    Entry entry = entries.get(tag);
    if (entry == null) {
      throw new IllegalArgumentException("there is no tag " + tag);
    }
    return new FilePatch(entry.at(), file.encodedShort(value));
  }

  /** A note that cannot be read counts as absent; the picture may be fine. */
  double number(int tag, double otherwise) {
    Entry entry = entries.get(tag);
    if (entry == null || entry.count() < 1) {
      return otherwise;
    }
    try {
      return numbers(entry, 1)[0];
    } catch (IOException e) {
      return otherwise;
    }
  }

  /** All values of a tag, none if it is absent. */
  double[] numbers(int tag) throws IOException {
    Entry entry = entries.get(tag);
    if (entry == null) {
      return new double[0];
    }
    if (entry.count() < 0 || entry.count() > MOST_VALUES) {
      throw new IOException("a tag of " + entry.count() + " values");
    }
    return numbers(entry, (int) entry.count());
  }

  /** The bytes of a tag, none if it is absent, or holds more than so many. */
  byte[] bytes(int tag, int most) throws IOException {
    Entry entry = entries.get(tag);
    if (entry == null || entry.size() != 1 || entry.count() < 0 || entry.count() > most) {
      return new byte[0];
    }
    byte[] bytes = new byte[(int) entry.count()];
    file.read(entry.at(), bytes.length).get(bytes);
    return bytes;
  }

  /** Doubles hold every offset that a file can have. */
  private double[] numbers(Entry entry, int count) throws IOException {
    ByteBuffer values = file.read(entry.at(), count * entry.size());
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] =
          switch (entry.type()) {
            case 1 -> Byte.toUnsignedInt(values.get());
            case 3 -> Short.toUnsignedInt(values.getShort());
            case 4, 13 -> Integer.toUnsignedLong(values.getInt());
            case 5 ->
                (double) Integer.toUnsignedLong(values.getInt())
                    / Integer.toUnsignedLong(values.getInt());
            case 12 -> values.getDouble();
            case 16, 18 -> values.getLong();
            default -> throw new IOException("a number of type " + entry.type());
          };
    }
    return numbers;
  }
}
