package io.scriptorium.htmlschema;

/**
 * Written music.
 *
 * @param abc the music in ABC notation, verbatim
 */
public record MusicSheet(BoundingBox box, String abc, Marks marks) implements Block {
  public MusicSheet {
    abc = CleanText.verbatim(abc);
  }

  public MusicSheet(BoundingBox box, String abc) {
    this(box, abc, Marks.NONE);
  }

  @Override
  public MusicSheet with(Marks newMarks) {
    return new MusicSheet(box, abc, newMarks);
  }
}
