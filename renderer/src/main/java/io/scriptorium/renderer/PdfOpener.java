package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** Opens PDF files, with the passwords we know. Streams beyond a few MiB go to temporary files. */
final class PdfOpener {
  static {
    // For the process: the library knows no other way.
    FontMappers.set(new FallbackFonts());
    BudgetedFilter.install();
    WatchedJpegSpi.install();
  }

  private PdfOpener() {}

  static PDDocument open(Path file, List<String> passwords) throws RenderException {
    List<String> keys = new ArrayList<>(List.of(""));
    keys.addAll(passwords);
    for (String key : keys) {
      try {
        PDDocument document = parse(file, key);
        document.setResourceCache(new SmallPictureCache());
        return document;
      } catch (InvalidPasswordException e) {
        // The next one may fit.
      } catch (UnknownProtectionException e) {
        throw new RenderException(
            Code.PDF_ENCRYPTED, "the PDF is protected by something else than a password");
      } catch (PageFailures.Stopped e) {
        throw e.reason();
      } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
        throw new RenderException(
            Code.FILE_DAMAGED, "the file is no PDF that can be read", new RedactedCause(e));
      }
    }
    throw new RenderException(
        Code.PDF_ENCRYPTED,
        passwords.isEmpty()
            ? "the PDF asks for a password and none is known"
            : "the PDF asks for another password than the " + passwords.size() + " known");
  }

  /** A document without pages. */
  static PDDocument blank() {
    return new PDDocument(PdfScratch::create);
  }

  private static PDDocument parse(Path file, String password) throws IOException {
    RandomAccessRead bytes = new RandomAccessReadBufferedFile(file.toFile());
    try {
      return new Parser(bytes, password).parse();
    } catch (Throwable e) {
      bytes.close();
      throw e;
    }
  }

  private static final class Parser extends PDFParser {
    Parser(RandomAccessRead bytes, String password) throws IOException {
      super(bytes, password, null, null, PdfScratch::create);
    }

    /** Leaves the tree as it is: the repair of the library drops the pages it does not find. */
    @Override
    protected void checkPages(COSDictionary catalogue) {}

    @Override
    protected void prepareDecryption() throws IOException {
      try {
        super.prepareDecryption();
      } catch (InvalidPasswordException e) {
        throw e;
      } catch (IOException e) {
        throw new UnknownProtectionException(e);
      }
    }
  }

  private static final class UnknownProtectionException extends IOException {
    private static final long serialVersionUID = 1L;

    UnknownProtectionException(IOException cause) {
      super(cause);
    }
  }
}
