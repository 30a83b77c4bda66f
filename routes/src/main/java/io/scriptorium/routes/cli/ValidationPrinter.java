package io.scriptorium.routes.cli;

/** Tells what was found out about files, one after the other. */
interface ValidationPrinter {
  void print(FileVerdict verdict);
}
