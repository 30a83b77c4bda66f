package io.scriptorium.samples.drawing;

/**
 * A piece of one line in one style.
 *
 * @param wordSpace points added to each space, to justify a line
 */
public record Run(TextStyle style, String text, double wordSpace) {
  public Run(TextStyle style, String text) {
    this(style, text, 0);
  }

  /** Points from the start of a character to the start of the next, kerned. */
  public double advance(int index) {
    char c = text.charAt(index);
    double kern = index + 1 < text.length() ? style.face().kern(c, text.charAt(index + 1)) : 0;
    double space = c == ' ' ? wordSpace : 0;
    return (style.face().advance(c) + kern) * style.size() + style.tracking() + space;
  }

  public double width() {
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += advance(i);
    }
    // Tracking parts letters, it does not follow the last one.
    return text.isEmpty() ? 0 : width - style.tracking();
  }
}
