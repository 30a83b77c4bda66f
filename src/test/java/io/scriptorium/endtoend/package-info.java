/** Tests of the whole product: how its parts may know each other, and the program as it is run. */
@NullMarked
package io.scriptorium.endtoend;

import org.jspecify.annotations.NullMarked;
