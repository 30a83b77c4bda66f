package io.scriptorium.parser.evaluation;

import io.scriptorium.parser.ResultFolders;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The result folders below a folder, and which document each is about: its label, or the name of
 * the folder, is the name of the document, with or without an ending.
 */
final class ResultsFolder {
  private final Path root;
  private final List<Path> folders;

  private ResultsFolder(Path root, List<Path> folders) {
    this.root = root;
    this.folders = folders;
  }

  static ResultsFolder open(Path root) throws EvaluationException {
    List<Path> folders = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Finder(root, folders));
    } catch (IOException e) {
      throw new EvaluationException("the results in " + root + " cannot be listed");
    }
    folders.sort(null);
    return new ResultsFolder(root, folders);
  }

  private static final class Finder extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> found;

    Finder(Path root, List<Path> found) {
      this.root = root;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!folder.equals(root) && folder.getFileName().toString().startsWith(".")) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (ResultFolders.isResult(folder)) {
        found.add(folder);
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }
  }

  /**
   * The results of documents, by the document's name. If several bear one name, those that bear it
   * without an ending go first, then those whose folder comes first.
   */
  Map<String, Path> byName(Set<String> names) {
    Map<String, Path> found = new TreeMap<>();
    for (Path folder : folders) {
      claim(names(folder), folder, names, found);
    }
    for (Path folder : folders) {
      claim(names(folder).stream().map(ResultsFolder::stem).toList(), folder, names, found);
    }
    return found;
  }

  private static void claim(
      List<String> own, Path folder, Set<String> names, Map<String, Path> found) {
    for (String name : own) {
      if (names.contains(name)) {
        found.putIfAbsent(name, folder);
      }
    }
  }

  /** The results that are not among these, as they stand below the folder. */
  List<String> others(Set<Path> used) {
    TreeSet<String> others = new TreeSet<>();
    for (Path folder : folders) {
      if (!used.contains(folder)) {
        others.add(folder.equals(root) ? name(folder) : root.relativize(folder).toString());
      }
    }
    return List.copyOf(others);
  }

  private static List<String> names(Path folder) {
    String label = JsonFile.field(folder.resolve(ResultFolders.METADATA), "label");
    return List.of(label.substring(label.lastIndexOf('/') + 1), name(folder));
  }

  private static String name(Path folder) {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
