package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Role;
import io.scriptorium.htmlschema.Table;
import java.util.List;

/**
 * Makes a document of pages that were read one by one: running headers, footers and page numbers
 * get their {@link Role}, and each part of a table that goes on over pages names the part before
 * it. Nothing is moved, changed or left out, so taking the marks away gives the pages back.
 *
 * <p>A mark needs evidence from several pages; in doubt there is none, since an unmarked header
 * costs a reader a line and a marked form field costs the field.
 */
public final class DocumentAssembler {
  private DocumentAssembler() {}

  /**
   * The same pages with their marks. Roles and continuations that they had before are found anew.
   */
  public static List<Page> assemble(List<Page> pages) {
    return TableContinuations.mark(
        RunningMatter.mark(pages.stream().map(DocumentAssembler::unmarked).toList()));
  }

  private static Page unmarked(Page page) {
    return new Page(page.size(), page.blocks().stream().map(DocumentAssembler::unmarked).toList());
  }

  private static Block unmarked(Block block) {
    Block body = block.marks().role() == Role.BODY ? block : withRole(block, Role.BODY);
    return body instanceof Table table && table.continues() != null ? table.continuing(null) : body;
  }

  static Block withRole(Block block, Role role) {
    return block.with(block.marks().withRole(role));
  }
}
