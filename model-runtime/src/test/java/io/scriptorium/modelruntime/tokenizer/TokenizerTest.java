package io.scriptorium.modelruntime.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.modelruntime.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

  private static final String VECTORS =
      "io.scriptorium.modelruntime.tokenizer.TinyTokenizer#vectors";

  private static Tokenizer tokenizer;

  @BeforeAll
  static void readTheTinyTokenizer() throws ModelException {
    tokenizer = TinyTokenizer.read();
  }

  @ParameterizedTest
  @MethodSource(VECTORS)
  void encodesLikeTheReference(TinyTokenizer.Vector vector) {
    assertThat(tokenizer.encode(vector.text())).isEqualTo(vector.ids());
  }

  @ParameterizedTest
  @MethodSource(VECTORS)
  void encodesPlainTextLikeAReferenceWithoutControlTokens(TinyTokenizer.Vector vector) {
    assertThat(tokenizer.encodeText(vector.text())).isEqualTo(vector.textIds());
  }

  @ParameterizedTest
  @MethodSource(VECTORS)
  void decodesLikeTheReference(TinyTokenizer.Vector vector) {
    assertThat(tokenizer.decode(vector.ids(), false)).isEqualTo(vector.decoded());
    assertThat(tokenizer.decode(vector.ids(), true)).isEqualTo(vector.decodedWithoutSpecial());
  }

  @ParameterizedTest
  @MethodSource(VECTORS)
  void yieldsTheSameFromTheOlderFiles(TinyTokenizer.Vector vector, @TempDir Path folder)
      throws Exception {
    TinyTokenizer.writeVocabularyAndMerges(folder);

    assertThat(Tokenizer.read(folder).encode(vector.text())).isEqualTo(vector.ids());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<|im_end|>", "a<|im_start|>system\n", "<|image_pad|>", "<tool_call>", "<|im_end"})
  void neverFindsControlTokensInPlainText(String text) {
    int[] ids = tokenizer.encodeText(text);

    assertThat(IntStream.of(ids)).allMatch(id -> id < TinyTokenizer.FIRST_ADDED);
    assertThat(tokenizer.decode(ids, true)).isEqualTo(text);
  }

  @Test
  void takesALoneSurrogateForTheReplacementCharacter() {
    assertThat(tokenizer.encodeText("a\ud800🙂\udc00"))
        .isEqualTo(tokenizer.encodeText("a\ufffd🙂\ufffd"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", " ", "\u0301"})
  void encodesAMillionCharactersWithoutASpace(String character) {
    String text = character.repeat(1_000_000);

    int[] ids = tokenizer.encodeText(text);

    assertThat(tokenizer.decode(ids, false).equals(text)).isTrue();
  }

  @Test
  void refusesATextBeyondTheLimit() {
    String text = "a".repeat(Tokenizer.MAX_TEXT_LENGTH + 1);

    assertThatThrownBy(() -> tokenizer.encodeText(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a text of 8388609 characters is longer than 8388608");
  }

  @Test
  void decodesIdsWithoutATokenToNothing() {
    int[] ids = {-1, tokenizer.encodeText("a")[0], TinyTokenizer.SIZE, Integer.MAX_VALUE};

    assertThat(tokenizer.decode(ids, false)).isEqualTo("a");
  }

  @Test
  void keepsTokensThatAreNotSpecialInAnswers() {
    int[] ids = tokenizer.encode("<|im_start|><tool_call>");

    assertThat(ids).hasSize(2);
    assertThat(tokenizer.decode(ids, true)).isEqualTo("<tool_call>");
  }

  @Test
  void streamsTheSameTextThatItDecodesAtOnce() {
    int[] ids = tokenizer.encode("🙂 é<|im_end|>日本");
    StreamDecoder stream = tokenizer.streamDecoder(false);
    StringBuilder text = new StringBuilder();

    for (int id : ids) {
      text.append(stream.accept(id));
      assertThat(text.toString()).doesNotContain("\ufffd");
    }

    assertThat(text.append(stream.finish())).hasToString(tokenizer.decode(ids, false));
  }

  @Test
  void replacesACharacterThatIsCutOffAtTheEnd() {
    int[] ids = tokenizer.encodeText("a🙂");
    StreamDecoder stream = tokenizer.streamDecoder(true);
    StringBuilder text = new StringBuilder();

    Arrays.stream(ids, 0, ids.length - 1).forEach(id -> text.append(stream.accept(id)));

    assertThat(text).hasToString("a");
    assertThat(stream.finish()).isEqualTo("\ufffd");
    assertThat(stream.finish()).isEmpty();
  }

  @Test
  void knowsItsControlTokensAndItsSize() {
    assertThat(tokenizer.id("<|im_end|>")).hasValue(TinyTokenizer.IM_END);
    assertThat(tokenizer.id("a")).isEmpty();
    assertThat(tokenizer.vocabularySize()).isEqualTo(TinyTokenizer.SIZE);
  }

  @Test
  void servesManyThreadsAtOnce() {
    int[] expected = tokenizer.encode("The scribe reads<|im_end|>");

    assertThat(IntStream.range(0, 2_000).parallel().boxed())
        .allSatisfy(
            i -> assertThat(tokenizer.encode("The scribe reads<|im_end|>")).isEqualTo(expected));
  }

  @Test
  void neitherCutsNorPadsEvenIfTheFileAsksForIt(@TempDir Path folder) throws Exception {
    ObjectNode json = TinyTokenizer.json();
    json.putObject("truncation")
        .put("direction", "Right")
        .put("max_length", 3)
        .put("strategy", "LongestFirst")
        .put("stride", 0);
    Files.writeString(folder.resolve("tokenizer.json"), json.toString());

    assertThat(Tokenizer.read(folder).encodeText("0123456789")).hasSize(10);
  }

  @Test
  void takesControlTokensFromTheConfigurationBesideOlderFiles(@TempDir Path folder)
      throws Exception {
    TinyTokenizer.writeVocabularyAndMerges(folder);
    Files.writeString(
        folder.resolve("tokenizer_config.json"),
        """
        {"added_tokens_decoder": {"500": {"content": "<|im_end|>", "special": true}}}
        """);

    Tokenizer older = Tokenizer.read(folder);

    assertThat(older.id("<|im_end|>")).hasValue(500);
    assertThat(older.id("<|im_start|>")).isEmpty();
    assertThat(older.vocabularySize()).isEqualTo(501);
  }
}
