package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Lays invisible text below the content of pages, and writes their document. */
final class SearchablePages {
  /** What identifies the file must not be the time. */
  private static final long DOCUMENT_ID = 0;

  private static final String FONT_NAME = "ScriptoriumText";

  private final PDDocument document;
  private final InvisibleFont font;
  private final InvisibleText text;
  private final Set<COSDictionary> done = Collections.newSetFromMap(new IdentityHashMap<>());

  SearchablePages(PDDocument document) {
    this.document = document;
    this.font = new InvisibleFont(document);
    this.text = new InvisibleText(font);
  }

  PDDocument document() {
    return document;
  }

  /**
   * Adds text to a page. It comes before the page's own content: there the state of graphics is as
   * the transform of the page expects it, whatever the content leaves behind.
   */
  void add(COSDictionary page, PageText content) throws IOException {
    if (content.areas().isEmpty() || !done.add(page)) {
      return;
    }
    String name = addFont(page);
    COSArray contents = new COSArray();
    contents.add(PdfStreams.packed(document, text.content(content, name)));
    COSBase own = page.getItem(COSName.CONTENTS);
    if (page.getDictionaryObject(COSName.CONTENTS) instanceof COSArray parts) {
      parts.forEach(contents::add);
    } else if (own != null) {
      contents.add(own);
    }
    page.setItem(COSName.CONTENTS, contents);
  }

  /** Pages may share their resources, so the page gets some of its own. */
  private String addFont(COSDictionary page) {
    COSDictionary resources = copy(page.getDictionaryObject(COSName.RESOURCES));
    COSDictionary fonts = copy(resources.getDictionaryObject(COSName.FONT));
    String name = FONT_NAME;
    while (fonts.containsKey(name)) {
      name += "_";
    }
    fonts.setItem(COSName.getPDFName(name), font.dictionary());
    resources.setItem(COSName.FONT, fonts);
    page.setItem(COSName.RESOURCES, resources);
    return name;
  }

  private static COSDictionary copy(@Nullable COSBase dictionary) {
    return dictionary instanceof COSDictionary known
        ? new COSDictionary(known)
        : new COSDictionary();
  }

  /**
   * Writes a new file.
   *
   * @throws IOException if the disk is at fault
   * @throws RenderException if the document is
   */
  void save(Path file) throws IOException, RenderException {
    try (Disk disk = new Disk(file)) {
      try {
        font.finish();
        document.setAllSecurityToBeRemoved(true);
        document.setDocumentId(DOCUMENT_ID);
        document.save(disk);
      } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
        disk.check();
        throw new RenderException(
            e instanceof OutOfMemoryError ? Code.DOCUMENT_TOO_COSTLY : Code.FILE_DAMAGED,
            "the document cannot be written anew as a PDF",
            new RedactedCause(e));
      }
    }
  }

  /** Remembers its own failures, as the library throws the same for those of the document. */
  private static final class Disk extends FilterOutputStream {
    private @Nullable IOException failure;

    Disk(Path file) throws IOException {
      super(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    void check() throws IOException {
      if (failure != null) {
        throw failure;
      }
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }

  void close() {
    IOUtils.closeQuietly(document);
  }
}
