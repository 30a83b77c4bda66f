package io.scriptorium.routes.cli;

import io.scriptorium.parser.ResultFolders;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the files to parse. In folders, hidden files, links, results and the output folder are left
 * out; files come in the order of their names.
 */
final class DocumentFinder {
  private final Path out;
  private final List<FoundDocument> found = new ArrayList<>();

  DocumentFinder(Path out) {
    this.out = absolute(out);
  }

  /**
   * @param paths files and folders as the user named them
   * @throws WrongUseException if two documents would share a result folder
   */
  List<FoundDocument> find(List<Path> paths) throws WrongUseException, IOException {
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        findBelow(absolute(path));
      } else {
        add(absolute(path).getParent(), absolute(path), true);
      }
    }
    return withoutCollisions();
  }

  private void findBelow(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    List<Path> unreadable = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden = isHidden(folder) && !folder.equals(root);
            return hidden || folder.equals(out) || ResultFolders.isResult(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isHidden(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            unreadable.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    files.stream().sorted().forEach(file -> add(root, file, false));
    // The renderer will say that it cannot read these, and they count as failures.
    unreadable.stream()
        .filter(path -> !path.equals(root))
        .sorted()
        .forEach(path -> add(root, path, true));
  }

  private void add(Path root, Path file, boolean named) {
    String label = root.relativize(file).toString();
    found.add(new FoundDocument(file, label, ResultFolders.folderFor(out, root, file), named));
  }

  private List<FoundDocument> withoutCollisions() throws WrongUseException {
    Map<Path, FoundDocument> byFolder = new HashMap<>();
    List<FoundDocument> distinct = new ArrayList<>();
    for (FoundDocument document : found) {
      FoundDocument other = byFolder.putIfAbsent(document.folder(), document);
      if (other == null) {
        distinct.add(document);
      } else if (!other.file().equals(document.file())) {
        throw collision(other, document);
      }
    }
    for (FoundDocument document : distinct) {
      Path above = document.folder().getParent();
      while (above != null && above.startsWith(out)) {
        FoundDocument other = byFolder.get(above);
        if (other != null) {
          throw collision(other, document);
        }
        above = above.getParent();
      }
    }
    return distinct;
  }

  private static WrongUseException collision(FoundDocument one, FoundDocument other) {
    return new WrongUseException(
        one.file()
            + " and "
            + other.file()
            + " would share the result folder "
            + one.folder()
            + "; parse them one after the other with different --out");
  }

  private static boolean isHidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
