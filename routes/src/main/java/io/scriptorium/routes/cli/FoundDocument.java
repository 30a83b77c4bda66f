package io.scriptorium.routes.cli;

import java.nio.file.Path;

/**
 * A file to parse.
 *
 * @param label what people call it: its path below the folder where it was found
 * @param folder where its result goes
 * @param named whether the user named the file itself, and not a folder that it is in
 */
record FoundDocument(Path file, String label, Path folder, boolean named) {}
