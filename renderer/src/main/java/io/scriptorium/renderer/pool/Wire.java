package io.scriptorium.renderer.pool;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * One end of the line between the pool and a child: messages as {@code mark, length, bytes}. The
 * mark, which no text is likely to hold, tells a message from whatever a library prints. For one
 * sender and one receiver at a time.
 */
final class Wire {
  /** Raised with every change of the messages. Both ends come from one class path as a rule. */
  static final int VERSION = 2;

  /** The text of a page may be long; its pixels are not in here. */
  static final int MOST_BYTES = 64 << 20;

  private static final int MARK = 0xF5C71B01;

  private final DataInputStream in;
  private final OutputStream out;
  private final RecordCodec codec;

  Wire(InputStream in, OutputStream out, Pixels pixels) {
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.out = out;
    this.codec = new RecordCodec(pixels);
  }

  <T> void send(Class<T> type, T message) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    codec.write(new DataOutputStream(body), type, message);
    if (body.size() > MOST_BYTES) {
      throw new WireException(
          body.size() + " bytes, more than the " + MOST_BYTES + " of a message");
    }
    ByteBuffer head = ByteBuffer.allocate(2 * Integer.BYTES).putInt(MARK).putInt(body.size());
    out.write(head.array());
    body.writeTo(out);
    out.flush();
  }

  /**
   * Waits for the next message.
   *
   * @throws EOFException if the other side is gone
   * @throws WireException if what came is no such message
   */
  <T> T receive(Class<T> type) throws IOException {
    if (in.readInt() != MARK) {
      throw new WireException("something else than a message came");
    }
    int length = in.readInt();
    if (length < 1 || length > MOST_BYTES) {
      throw new WireException("a message of " + length + " bytes");
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("a message ends after " + body.length + " bytes of " + length);
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(body);
      Object message = codec.read(bytes, type);
      if (message == null || bytes.hasRemaining()) {
        throw new WireException("a message with " + bytes.remaining() + " bytes too many");
      }
      return type.cast(message);
    } catch (BufferUnderflowException e) {
      throw new WireException("a message that is cut short");
    }
  }
}
