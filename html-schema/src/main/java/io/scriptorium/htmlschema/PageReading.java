package io.scriptorium.htmlschema;

import java.util.List;

/** A page as read from a model's text, with everything that had to be put right. */
public record PageReading(Page page, List<Repair> repairs) {
  public PageReading {
    repairs = List.copyOf(repairs);
  }
}
