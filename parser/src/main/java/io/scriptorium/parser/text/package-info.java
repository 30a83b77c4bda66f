/** How alike texts are. */
@NullMarked
package io.scriptorium.parser.text;

import org.jspecify.annotations.NullMarked;
