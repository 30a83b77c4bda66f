package io.scriptorium.renderer.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a pool could leave behind in this process and on the machine.
 *
 * @param children processes
 * @param threads names of those that belong to pools
 * @param handles open files; none where the system does not tell
 * @param files those in the folder for temporary files
 */
record Surroundings(long children, Set<String> threads, long handles, Set<String> files) {
  static Surroundings of(Path temporary) throws IOException {
    return new Surroundings(
        ProcessHandle.current().children().filter(ProcessHandle::isAlive).count(),
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(name -> name.startsWith("scriptorium"))
            .collect(Collectors.toCollection(TreeSet::new)),
        count(Path.of("/proc/self/fd")),
        namesIn(temporary));
  }

  private static long count(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private static Set<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Compares with what is there now. */
  void assertNothingWasAdded(Path temporary) throws IOException {
    Surroundings after = of(temporary);
    assertThat(after.children).isLessThanOrEqualTo(children);
    assertThat(threads).containsAll(after.threads);
    assertThat(after.handles).isLessThanOrEqualTo(handles + JAVA_ITSELF);
    assertThat(files).containsAll(after.files);
  }

  /** Classes that are loaded meanwhile may keep a jar or a random source open. */
  private static final int JAVA_ITSELF = 3;
}
