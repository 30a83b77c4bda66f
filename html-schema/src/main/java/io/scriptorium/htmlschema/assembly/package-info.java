/**
 * What only a look at all pages of a document tells: running matter, tables that go on over pages,
 * words that were broken, and whether the order of blocks is plausible. Everything works on pages
 * alone, in time that grows with their number and length.
 */
@NullMarked
package io.scriptorium.htmlschema.assembly;

import org.jspecify.annotations.NullMarked;
