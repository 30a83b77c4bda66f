package io.scriptorium.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold between the folders of a configuration and the disk. */
final class FolderChecks {
  private static final Set<ServerOption> MADE_AT_START =
      Set.of(ServerOption.FOLDER_DONE, ServerOption.FOLDER_FAILED);
  private static final Set<ServerOption> ONLY_READ = Set.of(ServerOption.SCHEDULE_FOLDER);

  private FolderChecks() {}

  static List<String> problems(Map<ServerOption, Object> values) {
    List<String> problems = new ArrayList<>();
    List<ServerOption> folders =
        values.keySet().stream().filter(option -> option.type() == OptionType.FOLDER).toList();
    for (ServerOption option : folders) {
      checkExists(option, (Path) values.get(option), values, problems);
    }
    for (int i = 0; i < folders.size(); i++) {
      for (ServerOption other : folders.subList(i + 1, folders.size())) {
        checkApart(folders.get(i), other, values, problems);
      }
    }
    return problems;
  }

  private static void checkExists(
      ServerOption option, Path folder, Map<ServerOption, Object> values, List<String> problems) {
    if (!Files.exists(folder)
        && MADE_AT_START.contains(option)
        && isSetAsideInInbox(option, values)) {
      return;
    }
    String named = option.key() + " (" + folder + ") ";
    if (!Files.exists(folder)) {
      problems.add(named + "does not exist");
    } else if (!Files.isDirectory(folder)) {
      problems.add(named + "is not a folder");
    } else if (!Files.isReadable(folder)) {
      problems.add(named + "cannot be read");
    } else if (!ONLY_READ.contains(option) && !Files.isWritable(folder)) {
      problems.add(named + "cannot be written to");
    }
  }

  private static void checkApart(
      ServerOption a, ServerOption b, Map<ServerOption, Object> values, List<String> problems) {
    if (isSetAsideInInbox(a, values) != isSetAsideInInbox(b, values)) {
      // What holds for the inbox holds for it.
      return;
    }
    Path pathA = real((Path) values.get(a));
    Path pathB = real((Path) values.get(b));
    if (pathA.equals(pathB)) {
      problems.add("%s and %s are the same folder (%s)".formatted(a.key(), b.key(), pathA));
    } else if (pathA.startsWith(pathB)) {
      problems.add("%s (%s) is inside %s (%s)".formatted(a.key(), pathA, b.key(), pathB));
    } else if (pathB.startsWith(pathA)) {
      problems.add("%s (%s) is inside %s (%s)".formatted(b.key(), pathB, a.key(), pathA));
    }
  }

  /** The inbox is looked at, not walked, so what is set aside may lie in it. */
  private static boolean isSetAsideInInbox(ServerOption option, Map<ServerOption, Object> values) {
    return MADE_AT_START.contains(option)
        && values.get(ServerOption.FOLDER_INBOX) instanceof Path inbox
        && ((Path) values.get(option)).startsWith(inbox);
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder.toAbsolutePath().normalize();
    }
  }
}
