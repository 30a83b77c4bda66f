package io.scriptorium.parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build, as it stands in the provenance of results. */
public final class ProductVersion {
  private static final String VERSION = load();

  private ProductVersion() {}

  public static String get() {
    return VERSION;
  }

  private static String load() {
    try (InputStream in = ProductVersion.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
