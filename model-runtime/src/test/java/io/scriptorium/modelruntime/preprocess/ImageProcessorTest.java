package io.scriptorium.modelruntime.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageProcessorTest {

  @TempDir Path folder;

  private ImageProcessor processor;

  @BeforeEach
  void readTheReferenceConfiguration() throws IOException, ModelException {
    Files.writeString(folder.resolve("preprocessor_config.json"), ReferenceCases.config());
    processor = ImageProcessor.read(folder);
  }

  @Test
  void yieldsTheNumbersOfTheReferenceForAnImage() throws ModelException {
    ReferenceCases.Patches reference = ReferenceCases.image();

    PixelPatches patches = processor.process(reference.frames().get(0));

    assertThat(patches.grid()).isEqualTo(reference.grid());
    assertThat(patches.width()).isEqualTo(56);
    assertThat(patches.height()).isEqualTo(84);
    assertThat(patches.patchLength()).isEqualTo(1176);
    assertThat(ReferenceCases.sha256(patches.values())).isEqualTo(reference.sha256());
  }

  @Test
  void yieldsTheNumbersOfTheReferenceForAVideoOfThreeFrames() throws ModelException {
    ReferenceCases.Patches reference = ReferenceCases.video();

    PixelPatches patches = processor.processVideo(reference.frames());

    assertThat(patches.grid()).isEqualTo(reference.grid());
    assertThat(ReferenceCases.sha256(patches.values())).isEqualTo(reference.sha256());
  }

  @Test
  void treatsAnImageAsAVideoOfTwoEqualFrames() throws ModelException {
    RgbImage image = ReferenceCases.image().frames().get(0);

    assertThat(processor.processVideo(List.of(image, image)).values())
        .isEqualTo(processor.process(image).values());
  }

  @Test
  void obeysALowerLimitOnTheArea() throws ModelException {
    ImageProcessor frugal = processor.withPixelLimits(56 * 56, 100 * 28 * 28);

    assertThat(frugal.targetSize(2480, 3508)).isEqualTo(new ImageSize(224, 308));
  }

  @Test
  void refusesFramesOfDifferentSizes() {
    RgbImage small = new RgbImage(28, 28, new byte[28 * 28 * 3]);
    RgbImage wide = new RgbImage(29, 28, new byte[29 * 28 * 3]);

    assertThatThrownBy(() -> processor.processVideo(List.of(small, wide)))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(Code.IMAGE_UNSUPPORTED))
        .hasMessage("a frame of 29x28 pixels follows one of 28x28");
  }

  @Test
  void refusesAVideoBeyondTheLargestArrayBeforeTouchingItsFrames() {
    RgbImage frame = new RgbImage(28, 28, new byte[28 * 28 * 3]);
    List<RgbImage> frames = Collections.nCopies(1_000_000, frame);

    assertThatThrownBy(() -> processor.processVideo(frames))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(Code.IMAGE_UNSUPPORTED))
        .hasMessageContaining("500000 steps of 56x56 pixels make 8000000 patches");
  }

  @Test
  void refusesAVideoWithoutFrames() {
    assertThatThrownBy(() -> processor.processVideo(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
