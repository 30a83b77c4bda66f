package io.scriptorium.modelruntime.preprocess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The reference's answers in {@code preprocess/cases.json}, made by the recipe beside it. */
final class ReferenceCases {

  private static final JsonNode CASES = read();

  /** An image and what Pillow makes of it. */
  @SuppressWarnings("ArrayRecordComponent")
  record Resize(String name, RgbImage image, int width, int height, byte[] resized) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Frames and the digest of the numbers the reference processor makes of them. */
  record Patches(List<RgbImage> frames, Grid grid, String sha256) {}

  private ReferenceCases() {}

  static Stream<Resize> resizes() {
    return StreamSupport.stream(CASES.get("resizes").spliterator(), false)
        .map(
            json ->
                new Resize(
                    json.get("name").textValue(),
                    image(json, json.get("rgb")),
                    json.get("toWidth").intValue(),
                    json.get("toHeight").intValue(),
                    bytes(json.get("resized"))));
  }

  static Patches image() {
    return patches(CASES.get("image"));
  }

  static Patches video() {
    return patches(CASES.get("video"));
  }

  /** The reference's configuration as a file would hold it. */
  static String config() {
    return CASES.get("config").toString();
  }

  /** The digest the recipe takes: of little-endian floats. */
  static String sha256(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Patches patches(JsonNode json) {
    List<RgbImage> frames = new ArrayList<>();
    json.get("frames").forEach(frame -> frames.add(image(json, frame)));
    JsonNode grid = json.get("grid");
    return new Patches(
        frames,
        new Grid(grid.get(0).intValue(), grid.get(1).intValue(), grid.get(2).intValue()),
        json.get("sha256").textValue());
  }

  private static RgbImage image(JsonNode size, JsonNode rgb) {
    return new RgbImage(size.get("width").intValue(), size.get("height").intValue(), bytes(rgb));
  }

  private static byte[] bytes(JsonNode base64) {
    try {
      return base64.binaryValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read() {
    try (InputStream in = ReferenceCases.class.getResourceAsStream("/preprocess/cases.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
