package io.scriptorium.htmlschema;

import java.util.OptionalDouble;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;

/** The confidence of an answer's blocks, from the tokens that their elements were written with. */
record AnswerMarks(TokenConfidence confidence, AnswerText answer) implements MarksReader {
  @Override
  public Marks read(Element element) {
    Range start = element.sourceRange();
    Range end = element.endSourceRange();
    if (!start.isTracked() || !end.isTracked()) {
      return Marks.NONE;
    }
    OptionalDouble mean =
        confidence.of(answer.source(start.startPos()), answer.source(end.endPos()));
    return mean.isPresent() ? Marks.NONE.withConfidence(mean.getAsDouble()) : Marks.NONE;
  }
}
