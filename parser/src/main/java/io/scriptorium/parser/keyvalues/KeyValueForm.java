package io.scriptorium.parser.keyvalues;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scriptorium.modelruntime.AnswerForm;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of an answer about key values: the JSON of a template with all its keys in their order,
 * where each text is an excerpt of the page or empty, and lists have as many records as the model
 * finds. Texts keep their line breaks and tabs, which JSON would not allow. Immutable.
 */
public final class KeyValueForm implements AnswerForm {
  private final @Nullable Steps steps;

  /** Records of a list, at most. */
  private final int mostRecords;

  private final Labels labels;

  /** What is still to be written. */
  private record Steps(Step first, @Nullable Steps others) {}

  /** A part of an answer. */
  private sealed interface Step {}

  private record Text(String text) implements Step {}

  /** A space between things, where a token begins. */
  private record Gap() implements Step {}

  /**
   * A value.
   *
   * @param within where it begins; anywhere if that is empty
   * @param inside where those begin that it has in it
   */
  private record Value(JsonNode shape, List<Range> within, Places inside) implements Step {}

  /** The end of a list, or another record. */
  private record More(JsonNode shape, int records, Columns columns) implements Step {}

  /** Where values begin; anywhere if that is nothing. */
  private interface Places {
    List<Range> of(String key);
  }

  private KeyValueForm(@Nullable Steps steps, int mostRecords, Labels labels) {
    this.steps = steps;
    this.mostRecords = mostRecords;
    this.labels = labels;
  }

  /**
   * The form for a template.
   *
   * @param text what was read on the page; no list has more records than it has lines
   */
  public static KeyValueForm of(KeyTemplate keys, String text) {
    int lines = Math.toIntExact(text.lines().count());
    Set<String> names = new HashSet<>();
    addKeys(keys.shape(), names);
    Labels labels = new Labels(names, source(text));
    return new KeyValueForm(
        new Steps(new Value(keys.shape(), List.of(), labels::beside), null),
        Math.max(1, lines),
        labels);
  }

  private static void addKeys(JsonNode shape, Set<String> keys) {
    shape.fieldNames().forEachRemaining(key -> keys.add(source(key)));
    shape.forEach(inside -> addKeys(inside, keys));
  }

  private KeyValueForm with(@Nullable Steps steps) {
    return new KeyValueForm(steps, mostRecords, labels);
  }

  /** What is printed beside a value that is asked for is not that of another key. */
  @Override
  public boolean isLabel(String filling) {
    return labels.isLabel(filling);
  }

  /** A text as its excerpts stand in an answer. */
  public static String source(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replace("\\", "\\\\")
        .replace("\"", "\\\"");
  }

  @Override
  public List<Branch> branches() {
    List<Branch> found = new ArrayList<>();
    expand("", List.of(), steps, found);
    return List.copyOf(found);
  }

  /**
   * Adds the ways on behind a text that is certain.
   *
   * @param before what changes about where is copied from with that text
   */
  private void expand(
      String certain, List<Scope> before, @Nullable Steps after, List<Branch> found) {
    String text = certain;
    List<Scope> scopes = before;
    Steps rest = after;
    while (rest != null) {
      Step step = rest.first();
      Steps others = rest.others();
      if (step instanceof Text literal) {
        text += literal.text();
        rest = others;
      } else if (step instanceof Gap) {
        if (!text.isEmpty()) {
          found.add(new Branch(text, false, scopes, with(rest)));
          return;
        }
        text = " ";
        rest = others;
      } else if (step instanceof More more) {
        boolean inLines = more.shape().isContainerNode();
        if (more.records() < mostRecords) {
          Steps another = record(more.shape(), more.records() + 1, more.columns(), others);
          List<Scope> entered = inLines ? and(scopes, Scope.NEXT_LINE) : scopes;
          expand(text + ",", entered, new Steps(new Gap(), another), found);
        }
        text += "]";
        scopes = inLines ? and(scopes, Scope.OUTER) : scopes;
        rest = others;
      } else if (step instanceof Value value) {
        JsonNode shape = value.shape();
        if (shape.isObject()) {
          rest = fields(shape, value.inside(), others);
        } else if (shape.isArray()) {
          JsonNode entry = shape.get(0);
          List<Scope> entered = entry.isContainerNode() ? and(scopes, Scope.LINE) : scopes;
          expand(text + "[", entered, record(entry, 1, columns(entry), others), found);
          text += "[]";
          rest = others;
        } else {
          Steps closing = new Steps(new Text("\""), others);
          found.add(new Branch(text + "\"", true, scopes, value.within(), with(closing)));
          return;
        }
      }
    }
    if (!text.isEmpty()) {
      found.add(new Branch(text, false, scopes, END));
    }
  }

  private static List<Scope> and(List<Scope> scopes, Scope more) {
    return Stream.concat(scopes.stream(), Stream.of(more)).toList();
  }

  private Columns columns(JsonNode record) {
    List<String> keys = new ArrayList<>();
    addTexts(record, keys);
    return labels.columns(keys);
  }

  /** Adds the keys of the texts of a record, also of those in objects. */
  private static void addTexts(JsonNode record, List<String> keys) {
    record
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isObject()) {
                addTexts(field.getValue(), keys);
              } else if (!field.getValue().isArray()) {
                keys.add(source(field.getKey()));
              }
            });
  }

  private static Steps record(
      JsonNode shape, int records, Columns columns, @Nullable Steps others) {
    Places places = records == 1 ? columns::first : columns::below;
    return new Steps(
        new Value(shape, List.of(), places), new Steps(new More(shape, records, columns), others));
  }

  private static Steps fields(JsonNode shape, Places places, @Nullable Steps others) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Text("{"));
    for (Iterator<Map.Entry<String, JsonNode>> fields = shape.properties().iterator();
        fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      List<Range> within = places.of(source(field.getKey()));
      steps.add(new Text(TextNode.valueOf(field.getKey()) + ":"));
      steps.add(new Gap());
      steps.add(new Value(field.getValue(), within, places));
      if (fields.hasNext()) {
        steps.add(new Text(","));
        steps.add(new Gap());
      }
    }
    steps.add(new Text("}"));
    Steps all = others;
    for (int i = steps.size() - 1; i >= 0; i--) {
      all = new Steps(steps.get(i), all);
    }
    return all;
  }
}
