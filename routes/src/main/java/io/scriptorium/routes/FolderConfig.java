package io.scriptorium.routes;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The route that watches a folder.
 *
 * @param inbox where documents arrive
 * @param outbox where result folders appear
 * @param done where parsed documents go
 * @param failed where refused documents go, each with a reason file
 * @param pollInterval time between two looks at the inbox
 * @param settleTime how long a file must stay unchanged before it is taken
 */
public record FolderConfig(
    Path inbox, Path outbox, Path done, Path failed, Duration pollInterval, Duration settleTime) {}
