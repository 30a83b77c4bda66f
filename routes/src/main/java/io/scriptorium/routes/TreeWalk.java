package io.scriptorium.routes;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks the tree and takes each document in it. Hidden folders and symbolic links are passed by.
 */
final class TreeWalk {
  private static final Logger log = LoggerFactory.getLogger(TreeWalk.class);

  private final Path root;
  private final TreeFlow flow;

  TreeWalk(Path root, TreeFlow flow) {
    this.root = root;
    this.flow = flow;
  }

  /** Walks once; false if the server stopped on the way. */
  boolean run() throws IOException {
    Visitor visitor = new Visitor();
    Files.walkFileTree(root, visitor);
    return !visitor.stopped;
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private boolean stopped;

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!Arrivals.counts(file, attributes)) {
        return FileVisitResult.CONTINUE;
      }
      try {
        stopped = !flow.take(file);
      } catch (IOException e) {
        log.error("{}: OUTBOX_FAILED: {}", label(file), e.getClass().getSimpleName());
      }
      return stopped ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      log.warn("{}: FILE_UNREADABLE: {}", label(file), failure.getClass().getSimpleName());
      return FileVisitResult.CONTINUE;
    }

    private String label(Path file) {
      return Label.of(root.relativize(file).toString());
    }
  }
}
