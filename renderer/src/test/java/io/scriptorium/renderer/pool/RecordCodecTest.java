package io.scriptorium.renderer.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.renderer.DocumentFacts;
import io.scriptorium.renderer.PageInk;
import io.scriptorium.renderer.PageTransform;
import io.scriptorium.renderer.RasterImage;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.RenderWarning;
import io.scriptorium.renderer.RenderedPage;
import io.scriptorium.renderer.SourceFormat;
import io.scriptorium.renderer.TextGlyph;
import io.scriptorium.renderer.TextLayer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordCodecTest {
  private static final int HEAD_BYTES = 8;

  static Stream<Reply> replies() {
    Trace trace =
        new Trace("java.io.IOException", List.of(new Trace.Frame("Type", "method", "?", -2)));
    return Stream.of(
        new Reply.Hello(Wire.VERSION),
        new Reply.Opened(
            SourceFormat.PDF,
            3,
            new DocumentFacts(List.of(new DocumentFacts.Attachment("half \ud83d", -1)), true)),
        new Reply.Rendered(page()),
        new Reply.Closed(),
        new Reply.Failed(RenderException.Code.PAGE_DAMAGED, "page 1", Optional.of(trace)),
        new Reply.Failed(RenderException.Code.NO_PAGES, "", Optional.empty()),
        new Reply.OutOfMemory(),
        new Reply.NoRoom("FileSystemException"),
        new Reply.Broken(trace));
  }

  @ParameterizedTest
  @MethodSource("replies")
  void givesBackWhatWasSent(Reply reply) throws IOException {
    Memory pixels = new Memory();

    Reply received = wire(sent(Reply.class, reply, pixels), pixels).receive(Reply.class);

    assertThat(received).usingRecursiveComparison().isEqualTo(reply);
    assertThat(received).hasSameClassAs(reply);
  }

  @Test
  void givesBackRequests() throws IOException {
    RenderOptions options = RenderOptions.DEFAULTS.withPasswords(List.of("", "sesame"));

    for (Request request :
        List.of(
            new Request.Open("/a/\u00e9", options), new Request.Render(7), new Request.Close())) {
      Memory none = new Memory();
      assertThat(wire(sent(Request.class, request, none), none).receive(Request.class))
          .isEqualTo(request);
    }
  }

  @Test
  void tellsAMessageFromRubbish() {
    byte[] rubbish =
        "Picked up JAVA_TOOL_OPTIONS".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    assertThatThrownBy(() -> wire(rubbish, new Memory()).receive(Reply.class))
        .isInstanceOf(WireException.class);
  }

  @Test
  void refusesAMessageThatIsTooLongBeforeItTakesItIn() {
    byte[] endless =
        ByteBuffer.allocate(HEAD_BYTES).putInt(mark()).putInt(Integer.MAX_VALUE).array();

    assertThatThrownBy(() -> wire(endless, new Memory()).receive(Reply.class))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("2147483647");
  }

  @Test
  void knowsThatTheOtherSideIsGone() {
    assertThatExceptionOfType(EOFException.class)
        .isThrownBy(() -> wire(new byte[0], new Memory()).receive(Reply.class));
  }

  /** What a document might make of a child must not trouble the parent. */
  @Test
  void endsInAnErrorWhateverComes() throws IOException {
    Memory pixels = new Memory();
    byte[] good = sent(Reply.class, new Reply.Rendered(page()), pixels);
    Random random = new Random(7);

    for (int i = 0; i < 5000; i++) {
      byte[] bad = good.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        bad[HEAD_BYTES + random.nextInt(bad.length - HEAD_BYTES)] = (byte) random.nextInt();
      }
      try {
        assertThat(wire(bad, pixels).receive(Reply.class)).isNotNull();
      } catch (IOException e) {
        assertThat(e).hasMessageMatching("(?s).+");
      }
    }
  }

  @Test
  void refusesAPageWhosePixelsAreNotThere() throws IOException {
    byte[] message = sent(Reply.class, new Reply.Rendered(page()), new Memory());

    assertThatThrownBy(() -> wire(message, new Memory()).receive(Reply.class))
        .isInstanceOf(WireException.class);
  }

  private static RenderedPage page() {
    return new RenderedPage(
        1,
        new RasterImage(2, 1, new byte[] {1, 2, 3, 4, 5, 6}),
        200,
        new PageTransform(0.36, 0, 0, -0.36, 0, 842),
        List.of(new RenderWarning(RenderWarning.Code.FIRST_PICTURE_ONLY, "the first of 2")),
        new PageInk(0.5, false),
        new TextLayer(
            List.of(new TextGlyph("\ud83d\ude00", 1, 2, 3, 4, true)),
            true,
            TextLayer.Quality.USABLE,
            1));
  }

  private static <T> byte[] sent(Class<T> type, T message, Pixels pixels) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Wire(new ByteArrayInputStream(new byte[0]), bytes, pixels).send(type, message);
    return bytes.toByteArray();
  }

  private static Wire wire(byte[] bytes, Pixels pixels) {
    return new Wire(new ByteArrayInputStream(bytes), new ByteArrayOutputStream(), pixels);
  }

  private static int mark() {
    try {
      return ByteBuffer.wrap(sent(Reply.class, new Reply.Closed(), new Memory())).getInt();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Pixels that go nowhere. */
  private static final class Memory implements Pixels {
    private byte @Nullable [] rgb;

    @Override
    public void put(byte[] pixels) {
      rgb = pixels.clone();
    }

    @Override
    public byte[] take(long bytes) throws IOException {
      if (rgb == null || rgb.length != bytes) {
        throw new WireException("there are no " + bytes + " bytes");
      }
      return Arrays.copyOf(rgb, rgb.length);
    }
  }
}
