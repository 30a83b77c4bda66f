package io.scriptorium.samples.synth.flow;

import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Fragment;
import io.scriptorium.samples.drawing.Hyphenation;
import io.scriptorium.samples.drawing.Lines;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.Run;
import io.scriptorium.samples.drawing.SetLine;
import io.scriptorium.samples.drawing.SetText;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.PageStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Sets the texts of one page, all in the same manner. */
public final class Typesetter {
  private static final Pattern LABEL =
      Pattern.compile("^([•–—▪◦·*‣-]|\\(?[0-9a-z]{1,2}[.)]) +(?=\\S)");
  private static final Hyphenation SYLLABLES = new Syllables();

  private final PageStyle style;
  private final Dice dice;
  private final boolean indents;
  private final Align headings;
  private final Hyphenation hyphenation;

  public Typesetter(Desk desk) {
    this.style = desk.style();
    this.dice = desk.dice();
    this.indents = dice.chance(0.35);
    this.headings = dice.chance(0.85) ? Align.LEFT : Align.CENTRE;
    boolean hyphenates = style.align() == Align.JUSTIFIED || dice.chance(0.2);
    this.hyphenation = hyphenates ? SYLLABLES : Hyphenation.NONE;
  }

  /** Points between two paragraphs, which their indents tell apart where there are any. */
  public double paragraphGap() {
    return indents ? 0 : 0.55 * style.leading();
  }

  public double headingGap() {
    return 0.9 * style.leading();
  }

  /** Points from the text to a figure, a list or a formula. */
  public double blockGap() {
    return 0.7 * style.leading();
  }

  /** A text as it is drawn: what is a space to the eye is a space. */
  public static String visible(String text) {
    return text.replace('\u00A0', ' ').replace('\u202F', ' ').replace('\u2009', ' ');
  }

  /** A text without what would make its first line look like an item of a list. */
  private static String unlisted(String text) {
    return LABEL.matcher(text).replaceFirst("");
  }

  /** A paragraph of running text after a heading, or after something that is no paragraph. */
  public TextPiece opening(String text, double width) {
    return paragraph(text, width, 0);
  }

  /** A paragraph of running text after another one. */
  public TextPiece following(String text, double width) {
    return paragraph(text, width, indents ? 1.4 * style.size() : 0);
  }

  private TextPiece paragraph(String text, double width, double indent) {
    String whole = unlisted(text);
    String read = visible(whole);
    SetText set = set(emphasised(whole), style.body(), style.align(), width, indent);
    return TextPiece.paragraph(set, read);
  }

  /** A paragraph that stands apart from running text. */
  public TextPiece paragraph(String text, TextStyle in, Align align, double width) {
    String read = visible(text);
    return TextPiece.paragraph(plain(text, in, align, width), read);
  }

  /** Lines that are kept as they are, as those of an address. */
  public TextPiece lines(List<String> texts, TextStyle in, Align align, double width) {
    List<String> read = texts.stream().map(Typesetter::visible).toList();
    SetText first = plain(read.get(0), in, align, width);
    List<SetLine> all = new ArrayList<>();
    for (String line : read) {
      SetText set = plain(line, in, align, width);
      if (set.lines().size() > 1) {
        throw new NoRoomException("a line is wider than " + width + " points");
      }
      all.addAll(set.lines());
    }
    SetText set = new SetText(all, in, first.leading(), align, width, 0);
    return TextPiece.paragraph(set, String.join("\n", read));
  }

  /**
   * @param level 1 to 6
   */
  public TextPiece heading(int level, String text, double width) {
    return heading(level, text, headings, width);
  }

  public TextPiece heading(int level, String text, Align align, double width) {
    String read = visible(text);
    TextStyle in = style.heading(level);
    List<Fragment> fragments = Fragment.of(List.of(new Run(in, read)), Hyphenation.NONE);
    double leading = 1.2 * in.size();
    SetText set =
        new SetText(Lines.of(fragments, in, width, 0, align), in, leading, align, width, 0);
    return TextPiece.heading(level, set, read);
  }

  public TextPiece caption(String text, TextStyle in, Align align, double width) {
    String read = visible(text);
    return TextPiece.caption(plain(text, in, align, width), read);
  }

  SetText item(String text, double width) {
    Align align = style.align() == Align.JUSTIFIED ? Align.JUSTIFIED : Align.LEFT;
    return set(emphasised(text), style.body(), align, width, 0);
  }

  private SetText plain(String text, TextStyle in, Align align, double width) {
    return set(List.of(new Run(in, text)), in, align, width, 0);
  }

  private SetText set(List<Run> spans, TextStyle in, Align align, double width, double indent) {
    Hyphenation parts = align == Align.JUSTIFIED ? SYLLABLES : hyphenation;
    List<Fragment> fragments = Fragment.of(spans, parts);
    return new SetText(
        Lines.of(fragments, in, width, indent, align), in, style.leading(in), align, width, indent);
  }

  /** Now and then a few words in italics or bold. */
  private List<Run> emphasised(String text) {
    TextStyle body = style.body();
    String[] words = text.split(" ");
    if (words.length < 4 || !dice.chance(0.15)) {
      return List.of(new Run(body, text));
    }
    int from = dice.between(0, words.length - 2);
    int to = Math.min(words.length, from + dice.between(1, 4));
    TextStyle other = dice.chance(0.6) ? style.italic() : style.bold();
    List<Run> spans = new ArrayList<>();
    span(spans, body, words, 0, from);
    span(spans, other, words, from, to);
    span(spans, body, words, to, words.length);
    return spans;
  }

  /** Words with the spaces around them that part them from what is before. */
  private static void span(List<Run> spans, TextStyle in, String[] words, int from, int to) {
    if (from == to) {
      return;
    }
    String text = String.join(" ", List.of(words).subList(from, to));
    spans.add(new Run(in, from == 0 ? text : " " + text));
  }
}
