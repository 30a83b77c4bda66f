/** Kinds of pages that offices send and fill in: invoices and forms. */
@NullMarked
package io.scriptorium.samples.synth.office;

import org.jspecify.annotations.NullMarked;
