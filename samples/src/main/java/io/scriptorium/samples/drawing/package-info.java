/** Sets text, tables and figures on sheets, and tells where on the page they came to lie. */
@NullMarked
package io.scriptorium.samples.drawing;

import org.jspecify.annotations.NullMarked;
