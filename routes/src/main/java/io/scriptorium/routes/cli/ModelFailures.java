package io.scriptorium.routes.cli;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.parser.ParseException;

/** Model failures in the words of the command line. */
final class ModelFailures {
  private ModelFailures() {}

  static ParseException translated(ModelException e) {
    return new ParseException(
        e.code().name(), ParseException.Kind.MODEL, String.valueOf(e.getMessage()), e);
  }
}
