package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Pattern EXAMPLE = Pattern.compile("```html\n(.*?)```", Pattern.DOTALL);

  @Test
  void hasTheTablesThatTheCodeTells() throws IOException {
    String readme = Files.readString(README);
    String generated = ReadmeTables.update(readme);
    if (Boolean.getBoolean("readme.update")) {
      Files.writeString(README, generated);
      readme = generated;
    }

    assertThat(readme)
        .as(
            "html-schema/README.md; bring its tables up to date by"
                + " mvn test -pl html-schema -am -Dtest=ReadmeTest -Dreadme.update=true"
                + " -Dsurefire.failIfNoSpecifiedTests=false")
        .isEqualTo(generated);
    assertThat(ReadmeTables.namesIn(readme))
        .containsExactlyInAnyOrderElementsOf(ReadmeTables.names());
  }

  @Test
  void namesTheVersionOfTheFormat() throws IOException {
    assertThat(Files.readString(README))
        .contains("## The format, version " + HtmlWriter.FORMAT_VERSION + "\n");
  }

  @Test
  void showsValidExamplesAsTheyAreWritten() throws IOException {
    List<String> examples = examples();

    assertThat(examples).hasSizeGreaterThanOrEqualTo(3);
    for (String example : examples) {
      assertThat(HtmlValidator.validate(example).violations()).as(example).isEmpty();
      assertThat(HtmlRepairer.repair(example).html().strip()).isEqualTo(example.strip());
    }
  }

  @Test
  void showsEveryElementOfTheFormat() throws IOException {
    String examples = String.join("\n", examples());

    assertThat(FormatElement.values())
        .allSatisfy(
            element -> assertThat(element.names()).anyMatch(name -> examples.contains("<" + name)));
    assertThat(FormatAttribute.values())
        .allSatisfy(attribute -> assertThat(examples).contains(" " + attribute.text() + "=\""));
    assertThat(FigureClass.values())
        .allSatisfy(
            figure -> assertThat(examples).contains("class=\"" + figure.attribute() + "\""));
  }

  private static List<String> examples() throws IOException {
    return EXAMPLE
        .matcher(Files.readString(README))
        .results()
        .map((MatchResult example) -> example.group(1))
        .toList();
  }
}
