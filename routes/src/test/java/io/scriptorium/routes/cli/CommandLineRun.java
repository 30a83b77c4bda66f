package io.scriptorium.routes.cli;

import io.scriptorium.parser.DocumentParser;
import io.scriptorium.renderer.DocumentRenderer;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.pool.PoolOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the program with stand-ins for what is slow, and keeps what it prints. */
final class CommandLineRun {
  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  final EchoModel model = new EchoModel();
  final List<String> modelCalls = new ArrayList<>();
  final List<RenderOptions> rendering = new ArrayList<>();
  final List<PoolOptions> pools = new ArrayList<>();
  boolean verified = true;
  int exitCode = -1;

  static CommandLineRun of(Object... arguments) {
    CommandLineRun run = new CommandLineRun();
    run.run(arguments);
    return run;
  }

  void run(Object... arguments) {
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    exitCode = Main.run(texts, new PrintWriter(out, true), new PrintWriter(err, true), wiring());
  }

  List<String> outLines() {
    return out.toString().lines().toList();
  }

  List<String> errLines() {
    return err.toString().lines().toList();
  }

  private Wiring wiring() {
    return new Wiring(
        (path, settings, log) -> {
          String limit =
              settings.maxTokens().isPresent() ? " " + settings.maxTokens().getAsInt() : "";
          modelCalls.add("load " + (path == null ? "the built-in" : path.getFileName()) + limit);
          settings.pieces().ifPresent(shape -> modelCalls.add("in pieces of " + shape.text()));
          settings.readings().ifPresent(count -> modelCalls.add("up to " + count + " readings"));
          return model;
        },
        (options, limits) -> {
          rendering.add(options);
          pools.add(limits);
          return new DocumentRenderer(options);
        },
        config -> {
          if (config.endsWith("wrong.properties")) {
            throw new WrongUseException("unknown key inbx\nport is -1");
          }
          return new RecordedService(config);
        },
        new RecordedModelCommands());
  }

  /**
   * A server whose configuration asks for 300 dpi, one process and 5 pages ahead; {@code
   * keys.properties} for key values.
   */
  private final class RecordedService implements Serving.Service {
    private final Path config;

    private RecordedService(Path config) {
      this.config = config;
    }

    @Override
    public RenderOptions rendering() {
      return RenderOptions.DEFAULTS.withDpi(300);
    }

    @Override
    public PoolOptions pool() {
      return PoolOptions.DEFAULTS.withProcesses(1).withPagesAhead(5);
    }

    @Override
    public boolean wantsKeys() {
      return config.endsWith("keys.properties");
    }

    @Override
    public void run(DocumentParser parser) {
      modelCalls.add("serve " + config.getFileName());
    }
  }

  private final class RecordedModelCommands implements ModelCommands {
    @Override
    public void convert(Path checkpoint, Path target, PrintWriter log) {
      modelCalls.add("convert " + checkpoint + " " + target);
    }

    @Override
    public boolean verify(Path golden, PrintWriter log) {
      modelCalls.add("verify " + golden);
      return verified;
    }

    @Override
    public void info(Path folder, PrintWriter target) {
      target.println("info " + folder);
    }

    @Override
    public void random(String shape, long seed, Path target, PrintWriter log) {
      modelCalls.add("random " + shape + " " + seed + " " + target);
    }
  }
}
