package io.scriptorium.modelruntime.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidTokenizerTest {

  @TempDir Path folder;

  private final ObjectNode json = TinyTokenizer.json();

  @Test
  void saysThatTheFilesAreMissing() {
    assertInvalid("neither tokenizer.json nor vocab.json and merges.txt are there");
  }

  @Test
  void saysThatHalfOfTheOlderFilesIsMissing() throws IOException {
    TinyTokenizer.writeVocabularyAndMerges(folder);
    Files.delete(folder.resolve("merges.txt"));

    assertInvalid("merges.txt is missing");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 5_000})
  void refusesATruncatedFile(int length) throws IOException {
    String text = json.toString().substring(0, length);
    Files.writeString(folder.resolve("tokenizer.json"), text);

    assertInvalid(length == 0 ? "tokenizer.json holds no JSON object" : "is not valid JSON");
  }

  @Test
  void refusesAFileThatIsNotText() throws IOException {
    Files.write(folder.resolve("tokenizer.json"), new byte[] {'{', (byte) 0xff, '}'});

    assertInvalid("tokenizer.json is not UTF-8");
  }

  @Test
  void refusesATokenListedTwice() throws IOException {
    String twice = json.toString().replace("\"vocab\":{", "\"vocab\":{\"!\":7,");
    Files.writeString(folder.resolve("tokenizer.json"), twice);

    assertInvalid("Duplicate field '!'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/model/type | Unigram | the model is of type \"Unigram\", not \"BPE\"",
        "/model/end_of_word_suffix | x | the model sets end_of_word_suffix",
        "/decoder/type | WordPiece | the decoder is not ByteLevel",
        "/pre_tokenizer/pretokenizers/1/type | Whitespace | the pre_tokenizer has no ByteLevel step"
      })
  void refusesAnotherKindOfTokenizer(String field, String value, String problem)
      throws IOException {
    int slash = field.lastIndexOf('/');
    ((ObjectNode) json.at(field.substring(0, slash))).put(field.substring(slash + 1), value);

    assertInvalidJson(problem);
  }

  @Test
  void refusesMergesLeftToChance() throws IOException {
    model().put("dropout", 0.1);

    assertInvalidJson("the model drops merges at random (dropout 0.1)");
  }

  @Test
  void refusesTwoTokensWithOneId() throws IOException {
    vocabulary().put("he", 7);

    assertInvalidJson("id 7 stands for two tokens of the vocabulary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"-1 | has id -1", "2000000000 | has id 2000000000"})
  void refusesIdsThatWouldNeedHugeTables(int id, String problem) throws IOException {
    vocabulary().put("he", id);

    assertInvalidJson(problem);
  }

  @Test
  void refusesAVocabularyThatLacksAByte() throws IOException {
    vocabulary().remove("A");

    assertInvalidJson("the vocabulary has no token for byte 65");
  }

  @Test
  void refusesAMergeOfUnknownTokens() throws IOException {
    merges().addArray().add("he").add("zz");

    assertInvalidJson("needs a token that is not in the vocabulary");
  }

  @Test
  void refusesAMergeListedTwice() throws IOException {
    merges().add(merges().get(3).deepCopy());

    assertInvalidJson("is listed twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h", "h e l", "h ", " e", ""})
  void refusesAMergeThatIsNoPair(String merge) throws IOException {
    merges().add(merge);

    assertInvalidJson("is not a pair of tokens");
  }

  @Test
  void refusesAMergeThatMakesAControlToken() throws IOException {
    String product = merges().get(1).get(0).asText() + merges().get(1).get(1).asText();
    addedToken(0).put("content", product).put("id", vocabulary().get(product).intValue());

    assertInvalidJson("merge 1 makes an added token, so plain text could hold one");
  }

  @Test
  void refusesAnAddedTokenWithTheIdOfAnother() throws IOException {
    addedToken(1).put("id", 436);

    assertInvalidJson("id 436 of added token <|im_start|> stands for another");
  }

  @Test
  void refusesAnAddedTokenListedTwice() throws IOException {
    addedToken(1).put("content", "<|endoftext|>");

    assertInvalidJson("added token <|endoftext|> is listed twice");
  }

  @Test
  void refusesAnAddedTokenThatIsEmpty() throws IOException {
    addedToken(1).put("content", "");

    assertInvalidJson("added token 437 has 0 characters");
  }

  @Test
  void keepsAMessageAboutANastyTokenOnOneLine() throws IOException {
    addedToken(1).put("content", "a\nb").put("lstrip", true);

    assertInvalidJson("added token a?b asks for lstrip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"single_word", "lstrip", "rstrip", "normalized"})
  void refusesWaysOfMatchingThatItDoesNotKnow(String flag) throws IOException {
    addedToken(2).put(flag, true);

    assertInvalidJson("added token <|im_end|> asks for " + flag + ", which is not supported");
  }

  @Test
  void refusesAnIdThatIsNoNumberBesideOlderFiles() throws IOException {
    TinyTokenizer.writeVocabularyAndMerges(folder);
    Files.writeString(
        folder.resolve("tokenizer_config.json"),
        "{\"added_tokens_decoder\": {\"x\": {\"content\": \"<a>\"}}}");

    assertInvalid("tokenizer_config.json lists an added token that is not an object under its id");
  }

  private ObjectNode model() {
    return (ObjectNode) json.get("model");
  }

  private ObjectNode vocabulary() {
    return (ObjectNode) model().get("vocab");
  }

  private ArrayNode merges() {
    return (ArrayNode) model().get("merges");
  }

  private ObjectNode addedToken(int index) {
    JsonNode token = json.get("added_tokens").get(index);
    return (ObjectNode) token;
  }

  private void assertInvalidJson(String problem) throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), json.toString());
    assertInvalid(problem);
  }

  private void assertInvalid(String problem) {
    assertThatThrownBy(() -> Tokenizer.read(folder))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(Code.TOKENIZER_INVALID))
        .hasMessageContaining(problem);
  }
}
