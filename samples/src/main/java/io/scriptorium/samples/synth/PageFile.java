package io.scriptorium.samples.synth;

import java.util.Arrays;
import java.util.Objects;

/**
 * One of the files that tell about a page.
 *
 * @param name without a folder
 */
public record PageFile(String name, byte[] content) {
  @Override
  public boolean equals(Object other) {
    return other instanceof PageFile that
        && name.equals(that.name)
        && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, Arrays.hashCode(content));
  }

  @Override
  public String toString() {
    return name + " (" + content.length + " bytes)";
  }
}
