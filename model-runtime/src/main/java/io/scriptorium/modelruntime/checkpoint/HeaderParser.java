package io.scriptorium.modelruntime.checkpoint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.files.Labels;
import io.scriptorium.modelruntime.files.StrictJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the JSON header of a safetensors file: names, types, shapes and places of its tensors. */
final class HeaderParser {
  private static final int MAX_DIMENSIONS = 8;

  private final String file;
  private final JsonParser json;

  private HeaderParser(String file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  /**
   * Reads the header, but does not yet look at where the tensors lie.
   *
   * @param file names the file in errors
   */
  static List<StoredTensor> parse(String file, String header) throws ModelException {
    try (JsonParser json = StrictJson.FACTORY.createParser(header)) {
      return new HeaderParser(file, json).tensors();
    } catch (JsonProcessingException e) {
      throw new ModelException(
          Code.CHECKPOINT_INVALID,
          file + ": the header is not valid JSON: " + StrictJson.reason(e),
          e);
    } catch (IOException e) {
      throw new ModelException(Code.CHECKPOINT_INVALID, file + ": the header is unreadable", e);
    }
  }

  private List<StoredTensor> tensors() throws IOException, ModelException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw invalid("the header is no JSON object");
    }
    List<StoredTensor> tensors = new ArrayList<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      if (name.equals("__metadata__")) {
        metadata();
      } else {
        tensors.add(tensor(name));
      }
    }
    if (json.nextToken() != null) {
      throw invalid("the header goes on after its JSON object");
    }
    return tensors;
  }

  private void metadata() throws IOException, ModelException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw invalid("__metadata__ is no JSON object");
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      if (json.nextToken() != JsonToken.VALUE_STRING) {
        throw invalid("__metadata__ holds something other than text");
      }
    }
  }

  private StoredTensor tensor(String name) throws IOException, ModelException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw invalid(name, "is no JSON object");
    }
    Dtype dtype = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
      json.nextToken();
      switch (field) {
        case "dtype" -> dtype = dtype(name);
        case "shape" -> shape = longs(name, field, MAX_DIMENSIONS);
        case "data_offsets" -> offsets = longs(name, field, 2);
        default -> throw invalid(name, "has an unknown field");
      }
    }
    present(name, "dtype", dtype);
    present(name, "shape", shape);
    present(name, "data_offsets", offsets);
    if (offsets.size() != 2) {
      throw invalid(name, "has " + offsets.size() + " data_offsets instead of 2");
    }
    return new StoredTensor(name, dtype, shape, offsets.get(0), offsets.get(1));
  }

  private Dtype dtype(String tensor) throws IOException, ModelException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw invalid(tensor, "has a dtype that is no text");
    }
    String name = json.getText();
    Dtype dtype = Dtype.named(name);
    if (dtype == null) {
      throw invalid(tensor, "has the unknown dtype " + Labels.shorten(name));
    }
    return dtype;
  }

  private List<Long> longs(String tensor, String field, int max)
      throws IOException, ModelException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw invalid(tensor, "has a " + field + " that is no list");
    }
    List<Long> values = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (values.size() == max) {
        throw invalid(tensor, "has more than " + max + " numbers in " + field);
      }
      values.add(natural(tensor, field));
    }
    return values;
  }

  private long natural(String tensor, String field) throws IOException, ModelException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw invalid(tensor, "has something other than an integer in " + field);
    }
    if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER || json.getLongValue() < 0) {
      throw invalid(tensor, "has %s in %s, outside 0..2^63-1".formatted(json.getText(), field));
    }
    return json.getLongValue();
  }

  private void present(String tensor, String field, @Nullable Object value) throws ModelException {
    if (value == null) {
      throw invalid(tensor, "has no " + field);
    }
  }

  private ModelException invalid(String tensor, String what) {
    return new ModelException(
        Code.TENSOR_INVALID, "%s: tensor %s %s".formatted(file, Labels.shorten(tensor), what));
  }

  private ModelException invalid(String what) {
    return new ModelException(Code.CHECKPOINT_INVALID, file + ": " + what);
  }
}
