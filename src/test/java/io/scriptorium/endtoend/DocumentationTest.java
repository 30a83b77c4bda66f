package io.scriptorium.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.renderer.RenderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

  static Stream<String> codes() {
    return Stream.concat(
        Stream.of(ModelException.Code.values()).map(Enum::name),
        Stream.of(RenderException.Code.values()).map(Enum::name));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void explainsEveryErrorCode(String code) throws IOException {
    assertThat(ROOT.resolve("docs/errors.md")).content().contains("`" + code + "`");
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT, 2)) {
      List<Path> pages = files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
      assertThat(pages).contains(ROOT.resolve("README.md"), ROOT.resolve("docs/architecture.md"));
      return pages;
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksOnlyToWhatIsThere(Path page) throws IOException {
    Path folder = page.toAbsolutePath().getParent();
    List<String> targets =
        LINK.matcher(Files.readString(page))
            .results()
            .map(link -> link.group(1))
            .filter(target -> !target.contains("://"))
            .toList();

    assertThat(targets).allSatisfy(target -> assertThat(folder.resolve(target)).exists());
  }

  @Test
  void givesTheTwoCommandsThatEverybodyNeeds() throws IOException {
    assertThat(ROOT.resolve("README.md"))
        .content()
        .contains("./scriptorium parse samples/documents --out out", "mvn verify");
    assertThat(ROOT.resolve(".ci/run")).content().contains("exec mvn verify\n");
  }
}
