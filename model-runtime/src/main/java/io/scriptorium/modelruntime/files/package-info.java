/** Reading, hashing and removing files whose content and names are not trusted. */
@NullMarked
package io.scriptorium.modelruntime.files;

import org.jspecify.annotations.NullMarked;
