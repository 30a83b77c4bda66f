package io.scriptorium.endtoend;

import static io.scriptorium.fixtures.ProgramAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.fixtures.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
  @TempDir Path folder;

  private Scriptorium scriptorium;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    scriptorium = Scriptorium.in(folder);
    installation = scriptorium.installation();
  }

  @Test
  void helpsWithoutBuildingWhatIsBuilt() throws Exception {
    ProgramRun run = scriptorium.run("--help");

    assertThat(run).succeeded();
    assertThat(run.outputLines()).contains("Usage: scriptorium [-hvV] COMMAND");
    assertThat(run.stderr()).isEmpty();
    assertThat(installation.mavenCalls()).isEmpty();
  }

  @Test
  void findsItsFolderThroughLinks() throws Exception {
    Path first = Files.createDirectories(folder.resolve("local bin")).resolve("first");
    Files.createSymbolicLink(first, installation.launcher());
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("local bin/first"));

    assertThat(scriptorium.run(second, "--version")).succeeded();
    assertThat(installation.mavenCalls()).isEmpty();
  }

  @Test
  void buildsOnceWhenASourceIsNewer() throws Exception {
    installation.changeSource();
    installation.letMavenBuild();

    assertThat(scriptorium.run("--version")).succeeded().saidOnce("building it");
    assertThat(scriptorium.run("--version")).succeeded().saidNothingOf("building it");
    assertThat(installation.mavenCalls()).singleElement().asString().endsWith("package");
  }

  @Test
  void buildsAnewForOtherOptions() throws Exception {
    installation.letMavenBuild();
    scriptorium = scriptorium.withEnvironment("SCRIPTORIUM_BUILD_OPTS", "-Pgpu -o");

    assertThat(scriptorium.run("--version")).succeeded();
    assertThat(scriptorium.run("--version")).succeeded();
    assertThat(installation.mavenCalls()).singleElement().asString().contains(" -Pgpu -o ");
  }

  @Test
  void startsNothingWhenTheBuildFails() throws Exception {
    installation.changeSource();

    assertThat(scriptorium.run("--version")).exitedWith(1).printed().saidOnce("the build failed");
    assertThat(scriptorium.run("--version")).exitedWith(1).printed().saidOnce("the build failed");
  }

  @Test
  void refusesAJavaThatIsTooOld() throws Exception {
    Path java = folder.resolve("old/bin/java");
    Installation.writeProgram(java, "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    scriptorium = scriptorium.withEnvironment("JAVA_HOME", folder.resolve("old").toString());

    assertThat(scriptorium.run("--help"))
        .exitedWith(1)
        .printed()
        .saidOnce("Java 17 or later is needed", java + "' is Java 11");
  }

  @Test
  void passesArgumentsOnAsTheyAre() throws Exception {
    assertThat(scriptorium.run("validate", "two  words *.html"))
        .exitedWith(2)
        .saidOnce("there is no file two  words *.html");
  }
}
