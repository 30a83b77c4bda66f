package io.scriptorium.htmlschema;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The marks of a published file's blocks, as they stand in their attributes. */
record FileMarks(RepairLog log) implements MarksReader {
  static final String ROLE = "data-role";
  static final String CONFIDENCE = "data-confidence";
  static final String CONTINUES = "data-continues";

  private static final Pattern THOUSANDTHS = Pattern.compile("0(\\.\\d{1,3})?|1(\\.0{1,3})?");
  private static final Pattern CONTINUATION =
      Pattern.compile("(down|right) ([1-9]\\d{0,8}) ([1-9]\\d{0,8})");

  @Override
  public Set<String> attributes() {
    return Set.of(ROLE, CONFIDENCE);
  }

  @Override
  public Set<String> tableAttributes() {
    return Set.of(ROLE, CONFIDENCE, CONTINUES);
  }

  @Override
  public Marks read(Element element) {
    Marks marks = Marks.NONE;
    if (element.hasAttr(ROLE)) {
      marks = role(element.attr(ROLE)).map(marks::withRole).orElseGet(() -> dropped(ROLE));
    }
    if (element.hasAttr(CONFIDENCE)) {
      OptionalDouble confidence = confidence(element.attr(CONFIDENCE));
      if (confidence.isPresent()) {
        return marks.withConfidence(confidence.getAsDouble());
      }
      dropped(CONFIDENCE);
    }
    return marks;
  }

  @Override
  public @Nullable Continuation continuation(Element table) {
    if (!table.hasAttr(CONTINUES)) {
      return null;
    }
    Optional<Continuation> continuation = continuation(table.attr(CONTINUES));
    if (continuation.isEmpty()) {
      dropped(CONTINUES);
    }
    return continuation.orElse(null);
  }

  private Marks dropped(String attribute) {
    log.add(RepairCode.MARK_DROPPED, attribute + " has no meaning and was dropped");
    return Marks.NONE;
  }

  /** That of the body is not written. */
  static Optional<Role> role(String value) {
    return Arrays.stream(Role.values())
        .filter(role -> role.isRunning() && role.attribute().equals(value))
        .findFirst();
  }

  static OptionalDouble confidence(String value) {
    return THOUSANDTHS.matcher(value).matches()
        ? OptionalDouble.of(Double.parseDouble(value))
        : OptionalDouble.empty();
  }

  static Optional<Continuation> continuation(String value) {
    Matcher parts = CONTINUATION.matcher(value);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Arrays.stream(Continuation.Direction.values())
        .filter(direction -> direction.attribute().equals(parts.group(1)))
        .map(
            direction ->
                new Continuation(
                    direction, Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))))
        .findFirst();
  }
}
