package io.scriptorium.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.pool.PoolOptions;
import io.scriptorium.routes.ServerConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductServingTest {
  @TempDir private Path root;

  @BeforeEach
  void makeFolders() throws Exception {
    for (String name : List.of("work", "in", "out")) {
      Files.createDirectory(root.resolve(name));
    }
  }

  @Test
  void rendersAsTheConfigurationSays() throws Exception {
    Files.writeString(root.resolve("passwords"), "open\nsesame\n");

    Serving.Service service =
        prepare(
            """
            render.dpi = 300
            render.max-pixels = 5000000
            render.min-pixels = 4000
            render.password-file = passwords
            render.page-timeout = 9s
            render.document-timeout = 8m
            render.processes = 7
            render.memory = 2GiB
            render.pages-ahead = 0
            """);

    assertThat(service.rendering())
        .isEqualTo(
            RenderOptions.DEFAULTS
                .withDpi(300)
                .withMaxPixels(5_000_000)
                .withMinPixels(4000)
                .withPasswords(List.of("open", "sesame")));
    assertThat(service.pool())
        .isEqualTo(
            new PoolOptions(7, 0, Duration.ofSeconds(9), Duration.ofMinutes(8), 100, 2L << 30));
  }

  @Test
  void tellsWhetherItsConfigurationWantsKeyValues() throws Exception {
    Files.writeString(root.resolve("invoice.json"), "{\"total\": \"\"}");

    assertThat(prepare("").wantsKeys()).isFalse();
    assertThat(prepare("result.keys = invoice.json\n").wantsKeys()).isTrue();
  }

  @Test
  void rendersAsTheRendererDoesIfNothingIsSaid() throws Exception {
    Serving.Service service = prepare("");

    assertThat(service.rendering()).isEqualTo(RenderOptions.DEFAULTS);
    assertThat(service.pool()).isEqualTo(PoolOptions.DEFAULTS);
  }

  @Test
  void allowsFewerPixelsThanTheLeastByDefault() throws Exception {
    assertThat(prepare("render.max-pixels = 100").rendering())
        .isEqualTo(RenderOptions.DEFAULTS.withMaxPixels(100));
  }

  @Test
  void tellsNoPasswordWhenAConfigurationIsPrinted() throws Exception {
    Files.writeString(root.resolve("passwords"), "sesame\n");

    ServerConfig config = ServerConfig.load(written("render.password-file = passwords"));

    assertThat(config.toString()).contains("passwords=1").doesNotContain("sesame");
  }

  private Serving.Service prepare(String rendering) throws Exception {
    return new ProductServing().prepare(written(rendering));
  }

  private Path written(String rendering) throws Exception {
    return Files.writeString(
        root.resolve("serve.properties"),
        "work.folder = work\nfolder.inbox = in\nfolder.outbox = out\n" + rendering);
  }
}
