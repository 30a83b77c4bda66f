package io.scriptorium.modelruntime.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorFlowLibraryTest {
  private static final Path HOME = Path.of("/home/clerk");

  @ParameterizedTest
  @CsvSource({
    "UTC, UTC",
    "Asia/Tokyo, Asia-Tokyo",
    "America/Argentina/Ushuaia, America-Argentina-Ushuaia",
    "GMT+09:00, GMT+09:00"
  })
  void isUnpackedIntoOneFolderForEachTimeZone(String zone, String folder) {
    assertThat(TensorFlowLibrary.folder(HOME, ZoneId.of(zone)))
        .isEqualTo(HOME.resolve(".javacpp/scriptorium").resolve(folder));
  }

  @Test
  void isUnpackedWhereItsFolderIs() throws Exception {
    TensorFlowLibrary.load();

    assertThat(Files.list(Path.of(System.getProperty(TensorFlowLibrary.FOLDER))))
        .anySatisfy(file -> assertThat(file.getFileName().toString()).startsWith("tensorflow"));
  }
}
