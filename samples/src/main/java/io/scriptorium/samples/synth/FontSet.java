package io.scriptorium.samples.synth;

import io.scriptorium.samples.drawing.Typeface;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fonts that pages are drawn with, sorted by name so that chance depends on nothing else. The
 * Liberation fonts are always among them. Safe for use by several threads.
 *
 * @param families of running text and headings
 * @param typewriters faces whose characters are all equally wide
 * @param fingerprint tells sets of fonts apart; 16 hexadecimal digits
 */
public record FontSet(List<FontFamily> families, List<Typeface> typewriters, String fingerprint) {
  private static final FontFamily SANS =
      new FontFamily("Liberation Sans", Typeface.SANS, Typeface.SANS_BOLD, Typeface.SANS_ITALIC);
  private static final FontFamily SERIF =
      new FontFamily(
          "Liberation Serif", Typeface.SERIF, Typeface.SERIF_BOLD, Typeface.SERIF_ITALIC);

  public FontSet {
    families = List.copyOf(families);
    typewriters = List.copyOf(typewriters);
    if (families.isEmpty() || typewriters.isEmpty()) {
      throw new IllegalArgumentException("there is no family or no typewriter face");
    }
  }

  /** Those that come with the program. */
  public static FontSet bundled() {
    return new FontSet(List.of(SANS, SERIF), List.of(Typeface.MONO), "liberation");
  }

  /** Where systems keep their fonts. */
  public static List<Path> usualFolders() {
    Path home = Path.of(System.getProperty("user.home"));
    return Stream.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/local/share/fonts"),
            home.resolve(".local/share/fonts"),
            home.resolve(".fonts"),
            Path.of("/Library/Fonts"),
            Path.of("/System/Library/Fonts"))
        .filter(Files::isDirectory)
        .toList();
  }

  /**
   * Looks through folders and all below them for fonts of TrueType outlines that may be embedded
   * and have the letters of every language.
   *
   * @throws IOException when a folder cannot be read
   */
  public static FontSet in(List<Path> folders) throws IOException {
    SortedMap<String, Map<FontFile.Face, FontFile>> found = new TreeMap<>();
    List<Optional<FontFile>> fonts = files(folders).parallelStream().map(FontFile::look).toList();
    for (Optional<FontFile> font : fonts) {
      font.ifPresent(
          file ->
              found
                  .computeIfAbsent(file.family(), key -> new EnumMap<>(FontFile.Face.class))
                  .putIfAbsent(file.face(), file));
    }
    SortedMap<String, FontFamily> families = new TreeMap<>();
    List<Typeface> typewriters = new ArrayList<>(List.of(Typeface.MONO));
    families.put(SANS.name(), SANS);
    families.put(SERIF.name(), SERIF);
    MessageDigest digest = sha256();
    for (var entry : found.entrySet()) {
      FontFile regular = entry.getValue().get(FontFile.Face.REGULAR);
      if (regular == null || entry.getKey().startsWith("Liberation ")) {
        continue;
      }
      FontFamily family = load(entry.getKey(), regular, entry.getValue(), digest);
      if (regular.fixedPitch()) {
        typewriters.add(family.regular());
      } else {
        families.put(family.name(), family);
      }
    }
    return new FontSet(
        List.copyOf(families.values()),
        typewriters,
        HexFormat.of().formatHex(digest.digest(), 0, 8));
  }

  private static List<Path> files(List<Path> folders) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.filter(file -> file.toString().endsWith(".ttf")).forEach(files::add);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    // By name first: where a family is there twice, its folder does not decide.
    files.sort(
        Comparator.comparing((Path file) -> file.getFileName().toString())
            .thenComparing(Path::toString));
    return files;
  }

  private static FontFamily load(
      String name, FontFile regular, Map<FontFile.Face, FontFile> files, MessageDigest digest)
      throws IOException {
    FontFile slanted = files.get(FontFile.Face.ITALIC);
    Typeface italic = slanted == null ? null : read(slanted, null, digest);
    Typeface upright = read(regular, italic, digest);
    FontFile heavy = files.get(FontFile.Face.BOLD);
    Typeface bold = heavy == null ? upright : read(heavy, null, digest);
    return new FontFamily(name, upright, bold, upright.italic());
  }

  private static Typeface read(FontFile file, @Nullable Typeface italic, MessageDigest digest)
      throws IOException {
    digest.update(Files.readAllBytes(file.path()));
    return Typeface.read(file.path(), italic);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
