package io.scriptorium.htmlschema;

import java.util.List;

/**
 * The part of a table that another part, on a later page, goes on from.
 *
 * @param direction where the later part would stand if paper were large enough
 * @param page of the earlier part, counted from 1
 * @param table the earlier part among the tables of its page, counted from 1
 */
public record Continuation(Direction direction, int page, int table) {
  /** Where a part lies as seen from the one before it. */
  public enum Direction {
    /** Below: its rows go on, its columns are the same. */
    DOWN("down"),
    /** At the right: its columns go on, its rows are the same. */
    RIGHT("right");

    private final String attribute;

    Direction(String attribute) {
      this.attribute = attribute;
    }

    /** As it stands in the attribute {@code data-continues}. */
    public String attribute() {
      return attribute;
    }
  }

  public Continuation {
    if (page < 1) {
      throw new IllegalArgumentException("page (" + page + ") is less than 1");
    }
    if (table < 1) {
      throw new IllegalArgumentException("table (" + table + ") is less than 1");
    }
  }

  /** Whether there is such a table, given the number of tables on each earlier page. */
  boolean isAmong(List<Integer> earlier) {
    return page <= earlier.size() && table <= earlier.get(page - 1);
  }

  /** As it stands in the attribute {@code data-continues}. */
  String text() {
    return direction.attribute() + " " + page + " " + table;
  }
}
