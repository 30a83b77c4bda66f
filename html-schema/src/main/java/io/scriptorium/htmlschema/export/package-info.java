/**
 * Other forms of pages for people and programs that do not read QwenVL HTML. All are derived from
 * the same blocks, hold no more than those know, and are byte for byte the same for the same pages.
 */
@NullMarked
package io.scriptorium.htmlschema.export;

import org.jspecify.annotations.NullMarked;
