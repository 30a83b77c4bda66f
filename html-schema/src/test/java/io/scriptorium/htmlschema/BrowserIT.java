package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opens what was cleaned in Chromium: {@code ops/browser-test.sh} installs and runs it. */
@Tag("browser")
class BrowserIT {
  @TempDir static Path profile;
  private static Chromium chromium;
  private static PageServer server;

  @BeforeAll
  static void start() throws Exception {
    server = PageServer.start();
    chromium = Chromium.start(profile);
  }

  @AfterAll
  static void stop() throws Exception {
    if (chromium != null) {
      chromium.close();
    }
    server.close();
  }

  @Test
  void seesNoScriptRequestOrDialogInCleanedAnswers() throws Exception {
    Set<String> cleaned = new LinkedHashSet<>();
    HostileMarkup.answers().forEach(answer -> cleaned.addAll(HostileMarkup.cleaned(answer)));
    List<String> active = new ArrayList<>();
    for (String html : cleaned) {
      if (!seen(html, true).isEmpty() || !seen(html, false).isEmpty()) {
        active.add(html);
      }
    }

    assertThat(active).isEmpty();
  }

  /** Without this, the test above could be blind. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<script>document.title = 'x'</script>                   | script",
        "<script>alert(1)</script>                               | dialog",
        "<svg onload=alert(1)>                                   | dialog",
        "<img src=/probe>                                        | GET /probe",
        "<img src='data:,x' onerror=alert(1)>                    | dialog",
        "<style>@import '/probe';</style>                        | GET /probe",
        "<p style='background:url(/probe)'>x</p>                 | GET /probe",
        "<meta http-equiv=refresh content='0;url=/probe'>        | GET /probe",
        "<iframe srcdoc='<script>1</script>'></iframe>           | script",
      })
  void seesWhatAnUncleanedPageDoes(String html, String expected) throws Exception {
    String page = "<!DOCTYPE html><html><body>" + html + "</body></html>";

    assertThat(seen(page, false)).contains(expected);
    assertThat(seen(page, true)).isNotEmpty();
  }

  private static List<String> seen(String html, boolean strict) throws Exception {
    server.show(html, strict);
    List<String> seen = new ArrayList<>(chromium.visit(server.address()));
    seen.addAll(server.others());
    return seen;
  }
}
