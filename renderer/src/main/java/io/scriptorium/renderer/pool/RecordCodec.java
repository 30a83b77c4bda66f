package io.scriptorium.renderer.pool;

import io.scriptorium.renderer.RasterImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records as bytes, component by component. The types that the reader asks for decide what is read:
 * no name of a class is on the wire, lengths are checked against the bytes that are there, and
 * every record is made by its own constructor with its own checks.
 *
 * <p>Components may be numbers, booleans, strings, durations, enums, arrays of {@code byte}, {@code
 * int} or {@code float}, lists, optionals, records and sealed interfaces of such records. The
 * pixels of a {@link RasterImage} go their own way.
 */
final class RecordCodec {
  private static final byte ABSENT = 0;
  private static final byte PRESENT = 1;

  private final Pixels pixels;

  RecordCodec(Pixels pixels) {
    this.pixels = pixels;
  }

  void write(DataOutputStream out, Type type, @Nullable Object value) throws IOException {
    if (type instanceof Class<?> plain && plain.isPrimitive()) {
      writePrimitive(out, value);
      return;
    }
    out.writeByte(value == null ? ABSENT : PRESENT);
    if (value != null) {
      writeReference(out, type, value);
    }
  }

  private static void writePrimitive(DataOutputStream out, @Nullable Object value)
      throws IOException {
    if (value instanceof Integer number) {
      out.writeInt(number);
    } else if (value instanceof Long number) {
      out.writeLong(number);
    } else if (value instanceof Double number) {
      out.writeDouble(number);
    } else if (value instanceof Float number) {
      out.writeFloat(number);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else {
      throw new IllegalArgumentException("no form on the wire for " + value);
    }
  }

  private void writeReference(DataOutputStream out, Type type, Object value) throws IOException {
    if (value instanceof RasterImage image) {
      out.writeInt(image.width());
      out.writeInt(image.height());
      pixels.put(image.rgb());
    } else if (value instanceof String text) {
      // Half of a pair is no text in UTF-8, and may come from a document all the same.
      ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(text.length(), Character.BYTES));
      bytes.asCharBuffer().put(text);
      writeBytes(out, bytes.array());
    } else if (value instanceof Duration duration) {
      out.writeLong(duration.toNanos());
    } else if (value instanceof Enum<?> constant) {
      out.writeInt(constant.ordinal());
    } else if (value instanceof byte[] bytes) {
      writeBytes(out, bytes);
    } else if (value instanceof int[] numbers) {
      ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(numbers.length, Integer.BYTES));
      bytes.asIntBuffer().put(numbers);
      writeBytes(out, bytes.array());
    } else if (value instanceof float[] numbers) {
      ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(numbers.length, Float.BYTES));
      bytes.asFloatBuffer().put(numbers);
      writeBytes(out, bytes.array());
    } else if (value instanceof List<?> list) {
      out.writeInt(list.size());
      for (Object element : list) {
        write(out, argumentOf(type), element);
      }
    } else if (value instanceof Optional<?> optional) {
      write(out, argumentOf(type), optional.orElse(null));
    } else if (value instanceof Record record) {
      if (type instanceof Class<?> family && family.isSealed()) {
        out.writeByte(List.of(family.getPermittedSubclasses()).indexOf(record.getClass()));
      }
      writeRecord(out, record);
    } else {
      throw new IllegalArgumentException("no form on the wire for " + type);
    }
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private void writeRecord(DataOutputStream out, Record record) throws IOException {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        write(out, component.getGenericType(), component.getAccessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot look into " + record.getClass(), e);
      }
    }
  }

  /**
   * Reads one value.
   *
   * @throws IOException if the bytes hold no such value
   */
  @Nullable Object read(ByteBuffer in, Type type) throws IOException {
    if (type instanceof Class<?> plain && plain.isPrimitive()) {
      return readPrimitive(in, plain);
    }
    byte presence = in.get();
    if (presence != PRESENT && presence != ABSENT) {
      throw new WireException(presence + " where a value begins");
    }
    return presence == PRESENT ? readReference(in, type) : null;
  }

  private static Object readPrimitive(ByteBuffer in, Class<?> type) throws IOException {
    if (type == int.class) {
      return in.getInt();
    } else if (type == long.class) {
      return in.getLong();
    } else if (type == double.class) {
      return in.getDouble();
    } else if (type == float.class) {
      return in.getFloat();
    } else if (type == boolean.class) {
      return in.get() != 0;
    }
    throw new IllegalArgumentException("no form on the wire for " + type);
  }

  private Object readReference(ByteBuffer in, Type type) throws IOException {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class
          ? readList(in, argumentOf(type))
          : Optional.ofNullable(read(in, argumentOf(type)));
    }
    Class<?> plain = (Class<?>) type;
    if (plain == RasterImage.class) {
      return readImage(in);
    } else if (plain == String.class) {
      return ByteBuffer.wrap(readBytes(in)).asCharBuffer().toString();
    } else if (plain == Duration.class) {
      return Duration.ofNanos(in.getLong());
    } else if (plain.isEnum()) {
      return oneOf(plain.getEnumConstants(), in.getInt(), plain);
    } else if (plain == byte[].class) {
      return readBytes(in);
    } else if (plain == int[].class) {
      ByteBuffer bytes = ByteBuffer.wrap(readBytes(in));
      int[] numbers = new int[bytes.remaining() / Integer.BYTES];
      bytes.asIntBuffer().get(numbers);
      return numbers;
    } else if (plain == float[].class) {
      ByteBuffer bytes = ByteBuffer.wrap(readBytes(in));
      float[] numbers = new float[bytes.remaining() / Float.BYTES];
      bytes.asFloatBuffer().get(numbers);
      return numbers;
    } else if (plain.isSealed()) {
      return readRecord(in, oneOf(plain.getPermittedSubclasses(), in.get(), plain));
    } else if (plain.isRecord()) {
      return readRecord(in, plain);
    }
    throw new IllegalArgumentException("no form on the wire for " + type);
  }

  private RasterImage readImage(ByteBuffer in) throws IOException {
    int width = in.getInt();
    int height = in.getInt();
    if (width < 1 || height < 1) {
      throw new WireException("a page of " + width + " x " + height + " pixels");
    }
    return new RasterImage(width, height, pixels.take(3L * width * height));
  }

  private static byte[] readBytes(ByteBuffer in) throws IOException {
    byte[] bytes = new byte[length(in)];
    in.get(bytes);
    return bytes;
  }

  private List<Object> readList(ByteBuffer in, Type element) throws IOException {
    int size = length(in);
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Object value = read(in, element);
      if (value == null) {
        throw new WireException("a list with nothing at " + i);
      }
      list.add(value);
    }
    return List.copyOf(list);
  }

  /** Each element has a byte at least, so no more can come than bytes are left. */
  private static int length(ByteBuffer in) throws WireException {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new WireException("a length of " + length + " with " + in.remaining() + " bytes left");
    }
    return length;
  }

  private static <T> T oneOf(T[] choices, int index, Class<?> of) throws WireException {
    if (index < 0 || index >= choices.length) {
      throw new WireException(of.getSimpleName() + " has no number " + index);
    }
    return choices[index];
  }

  private Object readRecord(ByteBuffer in, Class<?> type) throws IOException {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = read(in, components[i].getGenericType());
    }
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new WireException("no " + type.getSimpleName() + ": " + e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type, e);
    }
  }

  private static Type argumentOf(Type generic) {
    return ((ParameterizedType) generic).getActualTypeArguments()[0];
  }
}
