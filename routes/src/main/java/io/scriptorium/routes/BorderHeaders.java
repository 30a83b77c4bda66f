package io.scriptorium.routes;

import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Which headers cross the border to Kafka. Camel steers itself by headers, so a record could
 * redirect its own result; of what comes in only the name passes, of what goes out only our own.
 */
final class BorderHeaders implements HeaderFilterStrategy {
  static final String NAME = "name";
  static final String OWN = "scriptorium.";

  @Override
  public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
    return !name.equals(NAME);
  }

  @Override
  public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
    return !name.equals(NAME) && !name.startsWith(OWN);
  }
}
