package io.scriptorium.modelruntime.tokenizer;

import io.scriptorium.modelruntime.ModelException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A byte-level BPE tokenizer as published with the model.
 *
 * <pre>{@code
 * Tokenizer tokenizer = Tokenizer.read(checkpointFolder);
 * int[] ids = tokenizer.encodeText("Describe this image.");
 * String text = tokenizer.decode(ids, true);
 * }</pre>
 *
 * <p>Immutable; any number of threads may use one. Nothing is to be closed. Lone surrogates in a
 * text count as U+FFFD.
 */
public final class Tokenizer {

  /** Longest text encoded at once, in chars. Far more than any context of the model holds. */
  public static final int MAX_TEXT_LENGTH = 1 << 23;

  private final NativeBpe bpe;
  private final Vocabulary vocabulary;
  private final AddedTokenSplitter splitter;

  private Tokenizer(TokenizerDefinition definition) throws ModelException {
    bpe = NativeBpe.create(definition.json());
    vocabulary = new Vocabulary(definition);
    splitter = new AddedTokenSplitter(definition.added());
  }

  /**
   * Reads {@code tokenizer.json}, or else {@code vocab.json}, {@code merges.txt} and {@code
   * tokenizer_config.json}.
   *
   * @throws ModelException TOKENIZER_INVALID if the files are missing, broken or of another kind;
   *     MODEL_FAILED if the native library does not load
   */
  public static Tokenizer read(Path folder) throws ModelException {
    return new Tokenizer(TokenizerDefinition.read(folder));
  }

  /**
   * Ids of a text in which nothing is special: {@code <|im_end|>} is ten characters like any other.
   *
   * @throws IllegalArgumentException if the text is longer than {@link #MAX_TEXT_LENGTH}
   */
  public int[] encodeText(String text) {
    requireLength(text);
    return text.isEmpty() ? new int[0] : bpe.encode(WellFormed.text(text));
  }

  /**
   * Ids of a trusted text in which added tokens count as such, as in the reference. Never for text
   * from outside.
   *
   * @throws IllegalArgumentException if the text is longer than {@link #MAX_TEXT_LENGTH}
   */
  public int[] encode(String text) {
    requireLength(text);
    IntStream.Builder ids = IntStream.builder();
    splitter.split(
        text,
        new AddedTokenSplitter.Pieces() {
          @Override
          public void text(String piece) {
            IntStream.of(encodeText(piece)).forEach(ids);
          }

          @Override
          public void token(String content) {
            ids.add(id(content).orElseThrow());
          }
        });
    return ids.build().toArray();
  }

  /**
   * The text of ids. Bytes that are no UTF-8 become U+FFFD; ids without a token yield nothing, as
   * the embedding has more rows than there are tokens.
   *
   * @param skipSpecial whether control tokens are left out
   */
  public String decode(int[] ids, boolean skipSpecial) {
    Utf8Decoder utf8 = new Utf8Decoder();
    StringBuilder text = new StringBuilder();
    for (int id : ids) {
      utf8.accept(vocabulary.bytes(id, skipSpecial), text);
    }
    utf8.finish(text);
    return text.toString();
  }

  /** The bytes of one id, which need not be whole characters; none for a control token. */
  public byte[] bytes(int id) {
    return vocabulary.bytes(id, true).clone();
  }

  /** A decoder for one answer that is still being written. */
  public StreamDecoder streamDecoder(boolean skipSpecial) {
    return new StreamDecoder(vocabulary, skipSpecial);
  }

  /** The id of an added token such as {@code <|im_start|>}. */
  public OptionalInt id(String token) {
    return vocabulary.addedId(token);
  }

  /** One more than the highest id; the embedding must have at least as many rows. */
  public int vocabularySize() {
    return vocabulary.size();
  }

  private static void requireLength(String text) {
    if (text.length() > MAX_TEXT_LENGTH) {
      throw new IllegalArgumentException(
          "a text of " + text.length() + " characters is longer than " + MAX_TEXT_LENGTH);
    }
  }
}
