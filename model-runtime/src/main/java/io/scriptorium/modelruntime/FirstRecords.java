package io.scriptorium.modelruntime;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the first records of some lists of an answer stand, by what was told when it was written
 * before. Immutable.
 */
final class FirstRecords {
  /** Of no list it is known. */
  static final FirstRecords UNKNOWN = new FirstRecords(Collections.emptySortedMap(), 0);

  /** How often an answer is begun again. */
  static final int MOST_TIMES = 4;

  private final SortedMap<Integer, RecordRow> rows;
  private final int times;

  private FirstRecords(SortedMap<Integer, RecordRow> rows, int times) {
    this.rows = rows;
    this.times = times;
  }

  /**
   * Where the first record of a list stands; null if it is not known.
   *
   * @param list how many lists of the answer were entered before it
   */
  @Nullable RecordRow of(int list) {
    return rows.get(list);
  }

  /** Whether the answer may be begun again. */
  boolean mayChange() {
    return times < MOST_TIMES;
  }

  /** The same with that of one more list. Lists behind it may be other ones then. */
  FirstRecords with(int list, RecordRow row) {
    SortedMap<Integer, RecordRow> known = new TreeMap<>(rows.headMap(list));
    known.put(list, row);
    return new FirstRecords(known, times + 1);
  }
}
