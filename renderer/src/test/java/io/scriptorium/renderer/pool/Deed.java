package io.scriptorium.renderer.pool;

import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderOptions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sun.misc.Unsafe;

/** What a line of a script does to the process that comes to it. */
enum Deed {
  NOTHING,
  /** Neither ends nor can be interrupted. */
  HANG,
  EXIT,
  EXHAUST_MEMORY,
  /** The same at full resolution only. */
  EXHAUST_MEMORY_UNLESS_COARSE,
  OVERFLOW_STACK,
  CRASH,
  PRINT,
  /** Prints past whatever Java was told about its standard output. */
  PRINT_RAW,
  FAIL,
  BREAK,
  /** Ends the first process that comes here; the file beside tells that one did. */
  EXIT_ONCE,
  /** Waits until a file appears, after leaving one. */
  WAIT_FOR_FILE,
  FILL_TEMPORARY_FOLDER;

  private static final List<byte[]> HOARD = new ArrayList<>();

  /** Does what a line says: the name of a deed, and for some a file. */
  static void of(String line, RenderOptions options, int page) throws RenderException {
    String[] words = line.split(" ", 2);
    valueOf(words[0].toUpperCase(Locale.ROOT).replace('-', '_'))
        .happen(words.length > 1 ? words[1] : "", options, page);
  }

  private void happen(String argument, RenderOptions options, int page) throws RenderException {
    try {
      switch (this) {
        case NOTHING -> {}
        case HANG -> hang();
        case EXIT -> System.exit(7);
        case EXHAUST_MEMORY -> exhaustMemory();
        case EXHAUST_MEMORY_UNLESS_COARSE -> {
          if (options.dpi() >= 200) {
            exhaustMemory();
          }
        }
        case OVERFLOW_STACK -> overflowStack(0);
        case CRASH -> crash();
        case PRINT -> {
          System.out.println("rubbish ".repeat(10_000));
          System.err.println("rubbish ".repeat(10_000));
        }
        case PRINT_RAW -> {
          try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write("rubbish".getBytes(StandardCharsets.UTF_8));
          }
        }
        case FAIL ->
            throw new RenderException(
                RenderException.Code.PAGE_DAMAGED,
                "page " + page + " is broken",
                new IOException("Cause"));
        case BREAK -> throw new IllegalStateException("text of the document");
        case EXIT_ONCE -> {
          if (Files.notExists(Path.of(argument))) {
            Files.createFile(Path.of(argument));
            System.exit(7);
          }
        }
        case WAIT_FOR_FILE -> {
          Files.createFile(Path.of(argument + ".waiting"));
          while (Files.notExists(Path.of(argument))) {
            Thread.onSpinWait();
          }
        }
        case FILL_TEMPORARY_FOLDER ->
            Files.write(Files.createTempFile("scratch", ".tmp"), new byte[1000]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void hang() {
    while (!HOARD.contains(null)) {
      Thread.onSpinWait();
    }
  }

  private static void exhaustMemory() {
    while (true) {
      HOARD.add(new byte[1 << 20]);
    }
  }

  private static int overflowStack(int depth) {
    return depth < 0 ? 0 : overflowStack(depth + 1) + 1;
  }

  /** A library in machine code that writes where it must not. */
  private static void crash() {
    try {
      Field field = Unsafe.class.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      ((Unsafe) field.get(null)).putAddress(0, 0);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
