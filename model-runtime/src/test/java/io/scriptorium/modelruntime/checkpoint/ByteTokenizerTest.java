package io.scriptorium.modelruntime.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ByteTokenizerTest {
  @Test
  void givesEveryByteItsPublishedId() throws Exception {
    JsonNode vocabulary = json(ModelShapes.tiny()).at("/model/vocab");

    Map<String, Integer> ids = new HashMap<>();
    vocabulary.properties().forEach(entry -> ids.put(entry.getKey(), entry.getValue().intValue()));
    assertThat(ids)
        .hasSize(256 + 7)
        .containsEntry("!", 0)
        .containsEntry("~", 93)
        .containsEntry("\u00a1", 94)
        .containsEntry("\u00ae", 106)
        .containsEntry("\u00ff", 187)
        .containsEntry("\u0100", 188)
        .containsEntry("\u010a", 198)
        .containsEntry("\u0120", 220)
        .containsEntry("\u0143", 255);
  }

  @Test
  void tokenizesBytesAndConversationTokensAndPutsThemTogetherAgain() throws Exception {
    String text =
        "<|im_start|>user\n"
            + "<|vision_start|><|image_pad|><|vision_end|>It's 5 \u00fc\u6f22!<|im_end|>";

    try (HuggingFaceTokenizer tokenizer = open(ModelShapes.resolve("7b"))) {
      long[] ids = tokenizer.encode(text).getIds();

      assertThat(ids)
          .containsExactly(
              LongStream.of(
                      151644, 84, 82, 68, 81, 198, 151652, 151655, 151653, 40, 83, 6, 82, 220, 20,
                      220, 127, 120, 162, 120, 95, 0, 151645)
                  .toArray());
      assertThat(tokenizer.decode(ids, false)).isEqualTo(text);
      assertThat(tokenizer.decode(ids, true)).isEqualTo("user\nIt's 5 \u00fc\u6f22!");
    }
  }

  @Test
  void composesAccentsFirst() throws Exception {
    try (HuggingFaceTokenizer tokenizer = open(ModelShapes.tiny())) {
      assertThat(tokenizer.encode("u\u0308").getIds())
          .isEqualTo(tokenizer.encode("\u00fc").getIds())
          .hasSize(2);
    }
  }

  @Test
  void findsIdsForTokensTheConfigurationDoesNotName() {
    assertThat(added(new TokenIds(501, 502, 499, 500, List.of(498, 496), 496)))
        .containsEntry("<|endoftext|>", 496)
        .containsEntry("<|im_start|>", 497)
        .containsEntry("<|im_end|>", 498);
    assertThat(added(new TokenIds(501, 502, 499, 500, List.of(498), 498)))
        .containsEntry("<|endoftext|>", 256)
        .containsEntry("<|im_start|>", 497)
        .containsEntry("<|im_end|>", 498);
    assertThat(added(new TokenIds(501, 502, 499, 500, List.of(491, 490), 490)))
        .containsEntry("<|endoftext|>", 490)
        .containsEntry("<|im_start|>", 256)
        .containsEntry("<|im_end|>", 491);
  }

  @Test
  void refusesOneIdForTwoTokens() {
    assertThatThrownBy(() -> added(new TokenIds(501, 502, 498, 500, List.of(498), 496)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tokens <|im_end|> and <|vision_start|> both have id 498");
  }

  private static Map<String, Integer> added(TokenIds tokens) {
    ModelConfig tiny = ModelShapes.tiny();
    Map<String, Integer> ids = new HashMap<>();
    json(new ModelConfig(tiny.vision(), tiny.text(), tokens))
        .get("added_tokens")
        .forEach(token -> ids.put(token.get("content").asText(), token.get("id").asInt()));
    return ids;
  }

  private static JsonNode json(ModelConfig config) {
    return new ByteTokenizer(config).json();
  }

  private static HuggingFaceTokenizer open(ModelConfig config) throws IOException {
    byte[] json = json(config).toString().getBytes(StandardCharsets.UTF_8);
    return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), Map.of());
  }
}
