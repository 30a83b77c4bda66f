package io.scriptorium.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A source folder that is built, as the launcher sees it: the launcher, an old source and the
 * product under test. Its {@code mvn} only notes that it was called, as no build must run inside
 * this one.
 */
final class Installation {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private final Path home;

  private Installation(Path home) {
    this.home = home;
  }

  static Installation in(Path home) throws IOException {
    Installation installation = new Installation(home);
    Files.createDirectories(installation.target());
    Files.copy(Repository.launcher(), installation.launcher(), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createFile(installation.source());
    Files.setLastModifiedTime(installation.source(), LONG_AGO);
    installation.addProduct(installation.target());
    Files.writeString(installation.target().resolve("launcher.built"), "\n");
    writeProgram(installation.maven(), installation.noteOfCall() + "exit 1\n");
    return installation;
  }

  Path launcher() {
    return home.resolve("scriptorium");
  }

  /** The folder with {@code mvn}, to stand first in the PATH. */
  Path programs() {
    return home.resolve("bin");
  }

  /** Lets a source be newer than the build. */
  void changeSource() throws IOException {
    Files.setLastModifiedTime(source(), FileTime.from(Instant.now().plusSeconds(60)));
  }

  /** Lets Maven succeed, some time after the last change of a source. */
  void letMavenBuild() throws IOException {
    Path built = Files.createDirectories(home.resolve("built"));
    addProduct(built);
    writeProgram(
        maven(),
        noteOfCall()
            + "cp -R '%s/.' '%s'\n".formatted(built, target())
            + "touch -d 2026-01-01 '%s'\n".formatted(source()));
  }

  /** The arguments of each call of Maven. */
  List<String> mavenCalls() throws IOException {
    return Files.exists(calls()) ? Files.readAllLines(calls()) : List.of();
  }

  /** Writes a program that the shell runs. */
  static void writeProgram(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Adds what the launcher takes for a build; the libraries stay where they are. */
  private void addProduct(Path target) throws IOException {
    Path jar = Repository.productJar();
    Files.copy(jar, target.resolve(jar.getFileName()));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    try (Stream<Path> libraries = Files.list(Repository.libraries())) {
      manifest
          .getMainAttributes()
          .put(
              Attributes.Name.CLASS_PATH,
              libraries
                  .map(library -> library.toUri().toString())
                  .sorted()
                  .collect(Collectors.joining(" ")));
    }
    Path lib = Files.createDirectories(target.resolve("lib"));
    try (var out = Files.newOutputStream(lib.resolve("libraries.jar"))) {
      new JarOutputStream(out, manifest).close();
    }
  }

  private String noteOfCall() {
    return "echo \"$@\" >>'%s'\n".formatted(calls());
  }

  private Path target() {
    return home.resolve("routes/target");
  }

  private Path source() {
    return home.resolve("pom.xml");
  }

  private Path maven() {
    return programs().resolve("mvn");
  }

  private Path calls() {
    return home.resolve("mvn.calls");
  }
}
