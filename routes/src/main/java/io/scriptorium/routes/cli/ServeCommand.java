package io.scriptorium.routes.cli;

import io.scriptorium.parser.DocumentParser;
import io.scriptorium.parser.PageModel;
import io.scriptorium.renderer.DocumentOpener;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.pool.PoolOptions;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description = "Parses what arrives in folders and Kafka topics until it is stopped.",
    footer = {
      "",
      "Example:",
      "  scriptorium serve --model models/qwen2.5-vl-7b --config serve.properties"
    })
final class ServeCommand implements Callable<Integer> {
  private final Wiring wiring;
  private final PrintWriter err;

  @Mixin private ReadingOptions reading;
  @Mixin private LimitOptions rendering;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "Properties that say where documents come from and where results go.")
  private Path config;

  ServeCommand(Wiring wiring, PrintWriter err) {
    this.err = err;
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws Exception {
    Logging.showEvents();
    if (!Files.isRegularFile(config)) {
      throw new WrongUseException("--config: there is no file " + config);
    }
    Serving.Service service = wiring.serving().prepare(config);
    RenderOptions options = reading.renderOptions(service.rendering());
    PoolOptions limits = rendering.limits(service.pool());
    try (DocumentOpener renderer = wiring.renderers().start(options, limits);
        PageModel model = reading.load(wiring.models(), service.wantsKeys(), err)) {
      service.run(new DocumentParser(renderer, model));
    }
    return ExitCode.OK;
  }
}
