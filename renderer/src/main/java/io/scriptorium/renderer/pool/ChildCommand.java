package io.scriptorium.renderer.pool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a child is started: the Java and the class path of this process, and no more of its settings.
 *
 * @param mainClass what runs in it
 * @param heapBytes limit of its heap
 */
record ChildCommand(String mainClass, long heapBytes) {
  Process start(Path folder) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(line(folder));
    // Secrets of a service are often variables, and options for its Java are not meant for others.
    builder.environment().keySet().removeIf(name -> !isAboutText(name));
    builder.redirectError(ChildFolder.messages(folder).toFile());
    return builder.start();
  }

  private List<String> line(Path folder) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add(String.format(Locale.ROOT, "-Xmx%dk", Math.max(2048, heapBytes >> 10)));
    line.add("-Xss1m");
    line.add("-XX:+ExitOnOutOfMemoryError");
    line.add("-XX:MaxDirectMemorySize=256m");
    // One thread renders, and a second of start-up is worth more than shorter pauses.
    line.add("-XX:+UseSerialGC");
    line.add("-Xshare:auto");
    // Its standard output belongs to the messages.
    line.add("-XX:+DisplayVMOutputToStderr");
    line.add("-Xlog:disable");
    // Nothing that outlives it, or that holds a document.
    line.add("-XX:-UsePerfData");
    line.add("-XX:-CreateCoredumpOnCrash");
    line.add("-XX:ErrorFile=" + ChildFolder.crashReport(folder));
    line.add("-Djava.io.tmpdir=" + folder);
    line.add("-Djava.awt.headless=true");
    line.add("-cp");
    line.add(System.getProperty("java.class.path"));
    line.add(mainClass);
    line.add(folder.toString());
    return line;
  }

  /** File names are spelt as in the parent. */
  private static boolean isAboutText(String variable) {
    return variable.startsWith("LC_") || variable.equals("LANG") || variable.equals("TZ");
  }
}
