package io.scriptorium.parser;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.CropLinks;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.renderer.PngFile;
import io.scriptorium.renderer.RasterImage;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Cuts the figures of a page out of its picture. */
final class CropWriter {
  /** Figures of a page that get a picture; the boxes are a model's, which may emit thousands. */
  static final int MOST_OF_PAGE = 200;

  /** All of them together have at most so many times the pixels of their page. */
  static final int MOST_PAGES_OF_PIXELS = 2;

  private final ResultWriter result;

  CropWriter(ResultWriter result) {
    this.result = result;
  }

  /** The blocks that got a picture, and how many were left out. */
  record Written(Set<CropLinks.Place> crops, int leftOut) {}

  Written write(Page page, int number, RasterImage image) throws IOException {
    Set<CropLinks.Place> crops = new HashSet<>();
    int leftOut = 0;
    long pixels = (long) image.width() * image.height() * MOST_PAGES_OF_PIXELS;
    for (int i = 0; i < page.blocks().size(); i++) {
      Block block = page.blocks().get(i);
      if (!CropLinks.isFigure(block)) {
        continue;
      }
      BoundingBox box = block.box();
      long size = (long) (box.x2() - box.x1()) * (box.y2() - box.y1());
      if (crops.size() == MOST_OF_PAGE || size > pixels) {
        leftOut++;
        continue;
      }
      pixels -= size;
      CropLinks.Place place = new CropLinks.Place(number, i + 1);
      PngFile.write(cut(image, box), result.file(place.path()));
      crops.add(place);
    }
    return new Written(crops, leftOut);
  }

  private static RasterImage cut(RasterImage image, BoundingBox box) {
    int width = box.x2() - box.x1();
    int height = box.y2() - box.y1();
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      int from = 3 * ((box.y1() + y) * image.width() + box.x1());
      System.arraycopy(image.rgb(), from, rgb, 3 * y * width, 3 * width);
    }
    return new RasterImage(width, height, rgb);
  }
}
