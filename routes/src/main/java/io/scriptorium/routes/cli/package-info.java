/** The command line. */
@NullMarked
package io.scriptorium.routes.cli;

import org.jspecify.annotations.NullMarked;
