package io.scriptorium.htmlschema;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Tag;

/**
 * Finds what an HTML parser would swallow without a word - a quote, tag, comment or style sheet
 * that never ends, or a less-than sign in a formula - and closes or escapes it. Looks at every
 * character a bounded number of times.
 */
final class TagMender {
  static final int MAX_TAGS = 100_000;

  /** Elements whose content is no markup, up to their end tag. */
  private static final Set<String> RAW =
      Set.of(
          "iframe",
          "noembed",
          "noframes",
          "noscript",
          "script",
          "style",
          "textarea",
          "title",
          "xmp");

  private final String text;
  private final StringBuilder out;
  private final SourceMap map;
  private final Set<String> neverEnded = new HashSet<>();
  private int at;
  private int tags;
  private int closed;
  private int escaped;
  private boolean started;
  private boolean ended;
  private boolean cutInTag;

  private TagMender(String text, SourceMap map) {
    this.text = text;
    this.map = map;
    this.out = new StringBuilder(text.length() + 64);
  }

  /** Mends a text, with a note of what stood where. */
  static String mend(String text, SourceMap map, RepairLog log) {
    TagMender mender = new TagMender(text, map);
    mender.run(log);
    return mender.out.toString();
  }

  private void run(RepairLog log) {
    while (at < text.length() && !cutInTag) {
      int next = text.indexOf('<', at);
      out.append(text, at, next < 0 ? text.length() : next);
      at = next < 0 ? text.length() : next;
      if (next >= 0) {
        if (tags == MAX_TAGS) {
          log.add(RepairCode.TEXT_CUT, "only the first " + MAX_TAGS + " tags read");
          break;
        }
        tags++;
        lessThan();
      }
    }
    report(log);
  }

  private void report(RepairLog log) {
    if (closed > 0) {
      log.add(RepairCode.TAG_CLOSED, closed + " tags or quotes inside tags were not closed");
    }
    if (escaped > 0) {
      log.add(RepairCode.TAG_AS_TEXT, escaped + " less-than signs do not start a tag");
    }
    if (cutInTag) {
      log.add(RepairCode.OUTPUT_TRUNCATED, "the answer ends inside a tag");
    } else if (started && !ended) {
      log.add(RepairCode.OUTPUT_TRUNCATED, "the answer ends before its end tags");
    }
  }

  private void lessThan() {
    if (text.startsWith("<!--", at)) {
      skipTo("-->", at + 2);
    } else if (startsWith("<!doctype", at)) {
      skipTo(">", at);
    } else {
      tag();
    }
  }

  private void tag() {
    int nameStart = text.startsWith("</", at) ? at + 2 : at + 1;
    int nameEnd = nameStart;
    while (nameEnd < text.length() && isNamePart(text.charAt(nameEnd), nameEnd == nameStart)) {
      nameEnd++;
    }
    if (nameEnd == text.length()) {
      cutInTag = true;
      return;
    }
    char after = text.charAt(nameEnd);
    if (nameEnd == nameStart || !(CleanText.isSpace(after) || after == '/' || after == '>')) {
      escape();
      return;
    }
    String name = text.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
    boolean opens = nameStart == at + 1;
    if (name.equals("plaintext")) {
      escape();
      return;
    }
    TagEnd end = TagEnd.find(text, nameEnd);
    if (end.cut()) {
      cutInTag = true;
    } else if (!Tag.isKnownTag(name) && !looksLikeTag(nameEnd, end.position())) {
      escape();
    } else if (opens && RAW.contains(name)) {
      skipTo("</" + name, end.position());
    } else {
      started |= opens && (name.equals("html") || name.equals("body"));
      ended |= !opens && (name.equals("html") || name.equals("body"));
      out.append(text, at, end.position()).append(end.missing());
      closed += end.missing().isEmpty() ? 0 : 1;
      at = end.resume();
      if (!end.missing().isEmpty()) {
        map.copied(out.length(), at);
      }
    }
  }

  /** Copies up to and including an end mark, or escapes the less-than sign if there is none. */
  private void skipTo(String mark, int from) {
    int end = neverEnded.contains(mark) ? -1 : indexOf(mark, from);
    if (end < 0) {
      neverEnded.add(mark);
      escape();
    } else {
      out.append(text, at, end + mark.length());
      at = end + mark.length();
    }
  }

  private void escape() {
    out.append("&lt;");
    at++;
    map.copied(out.length(), at);
    escaped++;
  }

  /** Tells {@code <note>} and {@code <note id=1>} from {@code a <b and c>}. */
  private boolean looksLikeTag(int nameEnd, int end) {
    String attributes = text.substring(nameEnd, end);
    return attributes.indexOf('=') >= 0
        || attributes.chars().allMatch(c -> c == '/' || c == '>' || CleanText.isSpace((char) c));
  }

  private int indexOf(String mark, int from) {
    for (int i = from; i <= text.length() - mark.length(); i++) {
      if (startsWith(mark, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean startsWith(String mark, int position) {
    return text.regionMatches(true, position, mark, 0, mark.length());
  }

  private static boolean isNamePart(char c, boolean first) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (!first && ((c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':'));
  }
}
