package io.scriptorium.modelruntime.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.VectorCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerVerificationTest {

  @TempDir Path folder;

  @Test
  void passesOnTheAnswersOfTheReference() throws ModelException {
    VectorCheck check = TokenizerVerification.run(TinyTokenizer.folder());

    assertThat(check.total()).isEqualTo(67);
    assertThat(check.passed()).as("%s", check.failures()).isTrue();
  }

  @Test
  void namesWhatDiffers() throws Exception {
    write(
        """
        [{"text": "a", "ids": [64], "decoded": "a"},
         {"text": "ab", "ids": [64, 7], "decoded": "ab"},
         {"text": "ab", "ids": [64], "decoded": "a"},
         {"text": "a", "ids": [64], "decoded": "b"}]
        """);

    assertThat(TokenizerVerification.run(TinyTokenizer.read(), folder))
        .isEqualTo(
            new VectorCheck(
                4,
                List.of(
                    "vector 1: id 1 is 65, expected 7",
                    "vector 2: id 1 is 65, expected none",
                    "vector 3: the ids decode to another text")));
  }

  @Test
  void refusesAFileOfAnotherShape() throws Exception {
    write("{\"a\": {\"text\": \"a\"}}");

    assertThatThrownBy(() -> TokenizerVerification.run(TinyTokenizer.read(), folder))
        .isInstanceOf(ModelException.class)
        .hasMessage("vectors.json is not a list of texts with ids");
  }

  private void write(String vectors) throws Exception {
    Files.writeString(folder.resolve("vectors.json"), vectors);
  }
}
