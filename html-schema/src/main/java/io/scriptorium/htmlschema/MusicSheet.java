package io.scriptorium.htmlschema;

/**
 * Written music.
 *
 * @param abc the music in ABC notation, verbatim
 */
public record MusicSheet(BoundingBox box, String abc) implements Block {
  public MusicSheet {
    abc = CleanText.verbatim(abc);
  }
}
