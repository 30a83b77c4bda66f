package io.scriptorium.routes;

import java.util.List;

/** The reference of options in the documentation, made from the table that the server reads. */
final class ConfigReference {
  private static final List<Section> SECTIONS =
      List.of(
          new Section("work", "The server", "Needed whatever runs."),
          new Section(
              "render",
              "Rendering",
              "For all routes. The options of `serve` on the command line come before these."),
          new Section("retry", "Tries", "For all routes."),
          new Section("shutdown", "Stopping", "For all routes."),
          new Section("result", "Results", "For all routes."),
          new Section("folder", "Folder route", "Runs if one of these keys is given."),
          new Section("kafka", "Kafka route", "Runs if one of these keys is given."),
          new Section("schedule", "Scheduled route", "Runs if one of these keys is given."));

  private record Section(String name, String title, String text) {}

  private ConfigReference() {}

  static String markdown() {
    StringBuilder text =
        new StringBuilder(
            """
            # Configuration of `serve`

            A properties file in UTF-8. Relative folders are relative to the file, and all folders
            must exist and lie apart from each other. An unknown key, a value of the wrong kind or a
            missing one keeps the server from starting; it names all of them at once.

            This page is generated from the option table of the server.
            """);
    for (Section section : SECTIONS) {
      text.append("\n## ").append(section.title()).append("\n\n");
      text.append(section.text()).append("\n\n");
      text.append("| key | value | default | meaning |\n|---|---|---|---|\n");
      ServerOption.inSection(section.name()).forEach(option -> appendRow(text, option));
    }
    return text.toString();
  }

  private static void appendRow(StringBuilder text, ServerOption option) {
    String standard =
        option
            .standard()
            .map(value -> "`" + value + "`")
            .orElse(option.required() ? "required" : "");
    text.append(
        "| `%s` | %s | %s | %s |\n"
            .formatted(option.key(), option.type().description(), standard, option.doc()));
  }
}
