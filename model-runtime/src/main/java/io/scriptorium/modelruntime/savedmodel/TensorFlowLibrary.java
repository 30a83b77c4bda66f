package io.scriptorium.modelruntime.savedmodel;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.nio.file.Path;
import java.time.ZoneId;
import org.tensorflow.TensorFlow;

/**
 * TensorFlow's native library, which its loader JavaCPP unpacks once below the home folder.
 *
 * <p>The loader takes an unpacked file for its own by size and time, and reads that time in the
 * zone of its process. A process in another zone would therefore replace the file, and any that
 * links it at that moment dies by a bus error. So each zone has its own folder, unless the property
 * {@code org.bytedeco.javacpp.cachedir} names one.
 */
final class TensorFlowLibrary {
  static final String FOLDER = "org.bytedeco.javacpp.cachedir";

  private TensorFlowLibrary() {}

  /**
   * Makes the library ready; from the second call on this does nothing.
   *
   * @throws ModelException {@code MODEL_FAILED} if it does not fit this machine or cannot be
   *     unpacked
   */
  static synchronized void load() throws ModelException {
    if (System.getProperty(FOLDER) == null) {
      System.setProperty(
          FOLDER,
          folder(Path.of(System.getProperty("user.home")), ZoneId.systemDefault()).toString());
    }
    try {
      TensorFlow.version();
    } catch (LinkageError e) {
      throw new ModelException(
          Code.MODEL_FAILED,
          "TensorFlow's native library cannot be loaded; it is unpacked below "
              + System.getProperty(FOLDER)
              + ", which takes 700 MB",
          e);
    }
  }

  /** Where the library is unpacked by processes in one time zone. */
  static Path folder(Path home, ZoneId zone) {
    return home.resolve(".javacpp/scriptorium").resolve(zone.getId().replace('/', '-'));
  }
}
