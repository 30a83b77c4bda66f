package io.scriptorium.samples;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;

/** Writes black and white pages as a fax does (CCITT group 4), 200 dots per inch. */
final class TiffFile {
  private TiffFile() {}

  static void write(Path file, List<BufferedImage> pages) throws IOException {
    Files.deleteIfExists(file);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      ImageWriteParam packing = writer.getDefaultWriteParam();
      packing.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      packing.setCompressionType("CCITT T.6");
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        IIOMetadata metadata =
            writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(page), packing);
        writer.writeToSequence(new IIOImage(page, null, described(metadata, page)), packing);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  private static IIOMetadata described(IIOMetadata metadata, BufferedImage page)
      throws IOException {
    TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
    BaselineTIFFTagSet tags = BaselineTIFFTagSet.getInstance();
    long[][] resolution = {{200, 1}};
    for (int tag :
        new int[] {BaselineTIFFTagSet.TAG_X_RESOLUTION, BaselineTIFFTagSet.TAG_Y_RESOLUTION}) {
      directory.addTIFFField(new TIFFField(tags.getTag(tag), TIFFTag.TIFF_RATIONAL, 1, resolution));
    }
    directory.addTIFFField(
        new TIFFField(
            tags.getTag(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT),
            BaselineTIFFTagSet.RESOLUTION_UNIT_INCH));
    directory.addTIFFField(
        new TIFFField(tags.getTag(BaselineTIFFTagSet.TAG_ROWS_PER_STRIP), page.getHeight()));
    return directory.getAsMetadata();
  }
}
