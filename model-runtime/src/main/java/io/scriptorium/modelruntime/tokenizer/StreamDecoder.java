package io.scriptorium.modelruntime.tokenizer;

/**
 * Turns ids into text as they come. A character whose bytes are spread over several tokens appears
 * with the last of them; bytes that are no UTF-8 become U+FFFD.
 *
 * <p>For one answer and one thread.
 */
public final class StreamDecoder {

  private final Vocabulary vocabulary;
  private final boolean skipSpecial;
  private final Utf8Decoder utf8 = new Utf8Decoder();

  StreamDecoder(Vocabulary vocabulary, boolean skipSpecial) {
    this.vocabulary = vocabulary;
    this.skipSpecial = skipSpecial;
  }

  /** The text that is complete with this token; often empty. */
  public String accept(int id) {
    StringBuilder text = new StringBuilder();
    utf8.accept(vocabulary.bytes(id, skipSpecial), text);
    return text.toString();
  }

  /** What is left at the end: a replacement for a character that was cut off, or nothing. */
  public String finish() {
    StringBuilder text = new StringBuilder();
    utf8.finish(text);
    return text.toString();
  }
}
