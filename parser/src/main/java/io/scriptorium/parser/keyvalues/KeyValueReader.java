package io.scriptorium.parser.keyvalues;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.htmlschema.CleanText;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a model's answer about key values. Only what the template asks for is taken, and where an
 * answer breaks off or stops being JSON, what came before stays.
 */
public final class KeyValueReader {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  /** A backslash that JSON does not know, as in {@code C:\\Users} or {@code \\alpha}. */
  private static final Pattern BARE_BACKSLASH =
      Pattern.compile("\\\\([\\\\\"'/bfnrt]|u[0-9A-Fa-f]{4})|\\\\");

  /** Says that there is nothing, in a fence or without. */
  private static final Pattern NOTHING =
      Pattern.compile("\\s*(?:```(?:json)?)?\\s*(?:\\[\\s*]|null)\\s*(?:```)?\\s*");

  /**
   * What goes on behind an object, which ended too early, or a list of objects that does not end.
   */
  private static final Pattern GOES_ON = Pattern.compile("\\s*,\\s*(?:[\"'].*|)", Pattern.DOTALL);

  private KeyValueReader() {}

  /**
   * What an answer says.
   *
   * @param whole false if the answer is not JSON, or not to its end
   */
  public record Reading(KeyValues values, boolean whole) {}

  /**
   * Reads an answer; a fence and words around its JSON do not matter. Of several objects the values
   * are joined, since some models make one for each part of a page.
   */
  public static Reading read(String text, KeyTemplate template) {
    String answer = BARE_BACKSLASH.matcher(text).replaceAll(KeyValueReader::escaped);
    int start = answer.indexOf('{');
    if (start < 0) {
      return new Reading(KeyValues.NONE, NOTHING.matcher(answer).matches());
    }
    List<KeyValues> found = new ArrayList<>();
    boolean whole = false;
    while (start >= 0) {
      ObjectNode values = JsonNodeFactory.instance.objectNode();
      int end = start + 1;
      try (JsonParser parser = JSON.createParser(answer.substring(start))) {
        parser.nextToken();
        readRecord(parser, template.shape(), values);
        end = start + (int) parser.currentLocation().getCharOffset();
        whole = !GOES_ON.matcher(answer.substring(end)).matches();
      } catch (IOException e) {
        whole = false;
      }
      dropEmpty(values);
      KeyValues read = new KeyValues(values);
      // What is no JSON but has braces is prose; an object that says the same again is an echo.
      if (!read.isEmpty() && !found.contains(read)) {
        found.add(read);
      }
      boolean broken = !whole && !read.isEmpty();
      start = broken ? -1 : answer.indexOf('{', end);
    }
    return new Reading(KeyValues.joined(found), whole);
  }

  private static String escaped(MatchResult found) {
    if (found.group(1) == null) {
      return "\\\\\\\\";
    }
    return found.group(1).equals("'") ? "\\\\u0027" : Matcher.quoteReplacement(found.group());
  }

  /** Things are put where they belong before they are read, so that a broken answer leaves them. */
  private static void readRecord(JsonParser parser, JsonNode shape, ObjectNode record)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = known(parser.currentName(), shape);
      JsonNode wanted = shape.get(key);
      JsonToken value = parser.nextToken();
      if (wanted == null || record.has(key)) {
        parser.skipChildren();
      } else if (wanted.isArray()) {
        readList(parser, wanted.get(0), record.putArray(key));
      } else if (!wanted.isObject()) {
        text(parser).ifPresent(text -> record.put(key, text));
      } else if (value == JsonToken.START_OBJECT) {
        readRecord(parser, wanted, record.putObject(key));
      } else {
        parser.skipChildren();
      }
    }
  }

  /** The key of the template that an answer means: tokenizers compose letters and their accents. */
  private static String known(String key, JsonNode shape) {
    if (shape.has(key)) {
      return key;
    }
    String composed = Normalizer.normalize(key, Normalizer.Form.NFC);
    return shape.properties().stream()
        .map(Map.Entry::getKey)
        .filter(one -> Normalizer.normalize(one, Normalizer.Form.NFC).equals(composed))
        .findFirst()
        .orElse(key);
  }

  /** A single thing where a list is wanted is a list of one. */
  private static void readList(JsonParser parser, JsonNode shape, ArrayNode list)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      readEntry(parser, shape, list);
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      readEntry(parser, shape, list);
    }
  }

  private static void readEntry(JsonParser parser, JsonNode shape, ArrayNode list)
      throws IOException {
    if (!shape.isContainerNode()) {
      text(parser).ifPresent(list::add);
    } else if (shape.isObject() && parser.currentToken() == JsonToken.START_OBJECT) {
      readRecord(parser, shape, list.addObject());
    } else if (shape.isArray() && parser.currentToken() == JsonToken.START_ARRAY) {
      readList(parser, shape.get(0), list.addArray());
    } else {
      parser.skipChildren();
    }
  }

  private static Optional<String> text(JsonParser parser) throws IOException {
    if (!parser.currentToken().isScalarValue() || parser.currentToken() == JsonToken.VALUE_NULL) {
      parser.skipChildren();
      return Optional.empty();
    }
    String text = CleanText.verbatim(parser.getText());
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static void dropEmpty(JsonNode values) {
    for (Iterator<JsonNode> children = values.iterator(); children.hasNext(); ) {
      JsonNode child = children.next();
      if (child.isContainerNode()) {
        dropEmpty(child);
        if (child.isEmpty()) {
          children.remove();
        }
      }
    }
  }
}
