package io.scriptorium.routes.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands and hands them what they work with. */
final class Commands implements IFactory {
  private final Wiring wiring;
  private final PrintWriter out;
  private final PrintWriter err;

  Commands(Wiring wiring, PrintWriter out, PrintWriter err) {
    this.wiring = wiring;
    this.out = out;
    this.err = err;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Object command = null;
    if (type == ParseCommand.class) {
      command = new ParseCommand(wiring, out, err);
    } else if (type == ServeCommand.class) {
      command = new ServeCommand(wiring, err);
    } else if (type == ModelCommand.class) {
      command = new ModelCommand(wiring.modelCommands(), out, err);
    } else if (type == ValidateCommand.class) {
      command = new ValidateCommand(out, err);
    } else if (type == EvalCommand.class) {
      command = new EvalCommand(out, err);
    } else if (type == SynthCommand.class) {
      command = new SynthCommand(new FileOutputStream(FileDescriptor.out), err);
    }
    return command == null ? CommandLine.defaultFactory().create(type) : type.cast(command);
  }
}
