package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings files into the published format: documents, and pages as a model emits them. Every page is
 * read by {@link ModelOutputReader}, with its limits; nothing is dropped without a {@link Repair}.
 * Never throws because of the file. Safe for use by several threads.
 */
public final class HtmlRepairer {
  /** Most pages of a document. */
  public static final int MAX_PAGES = 100_000;

  private static final Pattern SECTION = Pattern.compile("(?i)<section(?=[\\s>])([^>]{0,1000})>");
  private static final Pattern SECTION_END = Pattern.compile("(?i)</section\\s{0,100}>");
  private static final Pattern SIZE =
      Pattern.compile(
          "\\bdata-size\\s{0,9}=\\s{0,9}[\"']?\\s{0,9}([1-9]\\d{0,8})[ ,x]{1,9}([1-9]\\d{0,8})\\b");
  private static final Pattern NUMBER =
      Pattern.compile("\\bdata-page\\s{0,9}=\\s{0,9}[\"']?(\\d{1,9})\\b");
  private static final Pattern BOX =
      Pattern.compile(
          "\\bdata-bbox\\s{0,9}=\\s{0,9}[\"']?[\\s\\[(]{0,9}"
              + "(\\d{1,9})[\\s,]{1,9}(\\d{1,9})[\\s,]{1,9}(\\d{1,9})[\\s,]{1,9}(\\d{1,9})");
  private static final Pattern HEAD = Pattern.compile("(?i)<body(?=[\\s>])[^>]{0,1000}>");
  private static final Pattern FOOT =
      Pattern.compile(
          "(?i)\\s{0,1000}(?:</body\\s{0,9}>\\s{0,1000})?(?:</html\\s{0,9}>\\s{0,1000})?\\z");

  private HtmlRepairer() {}

  /** Reads and writes a file anew. */
  public static RepairedHtml repair(String html) {
    List<Matcher> sections = sections(html);
    if (sections.isEmpty()) {
      PageSize size = extent(html);
      PageReading page = ModelOutputReader.readFile(html, size);
      return new RepairedHtml(List.of(page), HtmlWriter.page(page.page()));
    }
    List<PageReading> pages = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      pages.add(page(html, sections, i));
    }
    CropRepair.Kept kept = CropRepair.repair(html, ContinuationRepair.repair(pages));
    List<Page> content = kept.pages().stream().map(PageReading::page).toList();
    return new RepairedHtml(kept.pages(), HtmlWriter.document(content, kept.links()));
  }

  /** Where the sections begin; what looks like more than the limit is content of the last one. */
  private static List<Matcher> sections(String html) {
    List<Matcher> sections = new ArrayList<>();
    Matcher section = SECTION.matcher(html);
    int from = 0;
    while (sections.size() < MAX_PAGES && section.find(from)) {
      sections.add(section);
      from = section.end();
      section = SECTION.matcher(html);
    }
    return sections;
  }

  private static PageReading page(String html, List<Matcher> sections, int index) {
    Matcher section = sections.get(index);
    boolean last = index + 1 == sections.size();
    int end = last ? html.length() : sections.get(index + 1).start();
    String content = html.substring(section.end(), end);
    if (last) {
      content = content.substring(0, footOf(content));
    }
    content = SECTION_END.matcher(content).replaceFirst("");
    List<Repair> repairs = new ArrayList<>();
    String place = "page " + (index + 1);
    if (index == 0) {
      String before = beforeFirst(html, section.start());
      if (!CleanText.isBlank(before)) {
        content = before + content;
        repairs.add(
            repair(RepairCode.CONTENT_MOVED, place, "what stood before the page is part of it"));
      }
    }
    PageSize size = size(section.group(1)).orElse(null);
    if (size == null) {
      size = extent(content);
      repairs.add(repair(RepairCode.SIZE_DERIVED, place, "the size is taken from the boxes"));
    }
    if (!numbered(section.group(1), index + 1)) {
      repairs.add(repair(RepairCode.PAGE_RENUMBERED, place, "the page had another number"));
    }
    String body = "<html><body>" + content + "</body></html>";
    PageReading reading = ModelOutputReader.readFile(body, size);
    // A page of a document may well be empty.
    reading.repairs().stream()
        .filter(repair -> !repair.code().equals(RepairCode.OUTPUT_EMPTY.name()))
        .map(repair -> new Repair(repair.code(), place + ", " + repair.place(), repair.message()))
        .forEach(repairs::add);
    return new PageReading(reading.page(), repairs);
  }

  private static int footOf(String content) {
    Matcher foot = FOOT.matcher(content);
    // Looked for near the end only, as trying it at each character would take quadratic time.
    int from = Math.max(0, content.length() - 3000);
    return foot.find(from) ? foot.start() : content.length();
  }

  /** What stands between the start of the body, or of the file, and the first section. */
  private static String beforeFirst(String html, int end) {
    Matcher head = HEAD.matcher(html).region(0, end);
    return html.substring(head.find() ? head.end() : 0, end);
  }

  private static Repair repair(RepairCode code, String place, String message) {
    return new Repair(code.name(), place, message);
  }

  private static Optional<PageSize> size(String attributes) {
    Matcher size = SIZE.matcher(attributes);
    return size.find()
        ? Optional.of(
            new PageSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))))
        : Optional.empty();
  }

  private static boolean numbered(String attributes, int number) {
    Matcher found = NUMBER.matcher(attributes);
    return found.find() && Integer.parseInt(found.group(1)) == number;
  }

  /** A page that all boxes fit on. */
  private static PageSize extent(String html) {
    int width = 1;
    int height = 1;
    Matcher box = BOX.matcher(html);
    while (box.find()) {
      width = Math.max(width, Math.max(number(box, 1), number(box, 3)));
      height = Math.max(height, Math.max(number(box, 2), number(box, 4)));
    }
    return new PageSize(width, height);
  }

  private static int number(Matcher box, int group) {
    return Integer.parseInt(box.group(group));
  }
}
