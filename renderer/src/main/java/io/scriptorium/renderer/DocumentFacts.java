package io.scriptorium.renderer;

import java.util.List;

/**
 * What is known of a document besides its pages.
 *
 * @param attachments files inside a PDF, which are listed and never opened; at most {@value
 *     #MOST_ATTACHMENTS}
 * @param xfa whether a PDF holds an XFA form, whose fields a viewer may draw where the pages show
 *     something else, "please wait" for instance
 */
public record DocumentFacts(List<Attachment> attachments, boolean xfa) {
  static final int MOST_ATTACHMENTS = 1000;

  /** Nothing besides the pages. */
  public static final DocumentFacts NONE = new DocumentFacts(List.of(), false);

  public DocumentFacts {
    attachments = List.copyOf(attachments);
  }

  /**
   * A file inside a PDF.
   *
   * @param label its name there, without control characters and cut to {@value #LONGEST_LABEL}; a
   *     label for people and never a path
   * @param bytes its size as the PDF states it; -1 if it does not
   */
  public record Attachment(String label, long bytes) {
    static final int LONGEST_LABEL = 200;

    /** Makes any text one line that cannot change how the text around it is shown. */
    static String label(String name) {
      StringBuilder label = new StringBuilder();
      name.codePoints()
          .limit(LONGEST_LABEL)
          .forEach(letter -> label.appendCodePoint(isShown(letter) ? letter : '\uFFFD'));
      return label.toString();
    }

    private static boolean isShown(int letter) {
      return switch (Character.getType(letter)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.PRIVATE_USE,
            Character.UNASSIGNED,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            false;
        default -> true;
      };
    }
  }
}
