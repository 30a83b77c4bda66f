package io.scriptorium.modelruntime.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorCatalogueTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "B3, 3754622976, 668684288, 824",
    "B7, 8292166656, 676550144, 729",
    "B32, 33452718336, 688841984, 1161",
    "B72, 73410777344, 704573696, 1353",
  })
  void countsWhatWasPublished(
      ConfigJson.Size size, long parameters, long visionParameters, int tensors) throws Exception {
    TensorCatalogue catalogue = catalogue(size);

    assertThat(catalogue.parameters()).isEqualTo(parameters);
    assertThat(
            catalogue.tensors().stream()
                .filter(tensor -> tensor.name().startsWith("model.visual."))
                .mapToLong(TensorSpec::elements)
                .sum())
        .isEqualTo(visionParameters);
    assertThat(catalogue.tensors()).hasSize(tensors).doesNotHaveDuplicates();
  }

  @Test
  void listsShapesOutermostFirst() throws Exception {
    assertThat(catalogue(ConfigJson.Size.B7).tensors())
        .contains(
            new TensorSpec(
                "model.visual.patch_embed.proj.weight", List.of(1280L, 3L, 2L, 14L, 14L)),
            new TensorSpec("model.visual.blocks.31.attn.qkv.weight", List.of(3840L, 1280L)),
            new TensorSpec("model.visual.blocks.0.mlp.down_proj.weight", List.of(1280L, 3420L)),
            new TensorSpec("model.visual.merger.mlp.2.bias", List.of(3584L)),
            new TensorSpec(
                "model.language_model.layers.27.self_attn.k_proj.weight", List.of(512L, 3584L)),
            new TensorSpec(
                "model.language_model.layers.0.mlp.down_proj.weight", List.of(3584L, 18944L)),
            new TensorSpec("lm_head.weight", List.of(152064L, 3584L)));
  }

  @Test
  void hasNoHeadWhenTheEmbeddingServesAsOne() throws Exception {
    assertThat(catalogue(ConfigJson.Size.B3).tensors())
        .extracting(TensorSpec::name)
        .contains("model.language_model.embed_tokens.weight")
        .doesNotContain("lm_head.weight");
  }

  @ParameterizedTest
  @CsvSource({
    "visual.merger.ln_q.weight, model.visual.merger.ln_q.weight",
    "model.norm.weight, model.language_model.norm.weight",
    "lm_head.weight, lm_head.weight",
  })
  void translatesBetweenTheReleasedAndTheLaterNames(String released, String later) {
    assertThat(TensorNames.canonical(released)).isEqualTo(later);
    assertThat(TensorNames.canonical(later)).isEqualTo(later);
    assertThat(TensorNames.released(later)).isEqualTo(released);
  }

  private TensorCatalogue catalogue(ConfigJson.Size size) throws Exception {
    ConfigJson.released(size).write(folder);
    return TensorCatalogue.of(ModelConfig.read(folder));
  }
}
