/** Documents to upright page images: PDF, PNG, JPEG and multi-page TIFF. */
@NullMarked
package io.scriptorium.renderer;

import org.jspecify.annotations.NullMarked;
