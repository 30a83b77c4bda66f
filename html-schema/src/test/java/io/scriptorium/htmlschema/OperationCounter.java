package io.scriptorium.htmlschema;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Loads the classes of this module and of jsoup anew, so that they count each method they enter,
 * each jump they come by and each character that they search or copy. The counts depend on the
 * input alone: neither the machine nor what else runs on it changes them.
 */
final class OperationCounter extends ClassLoader {
  private static final Set<String> COUNTED = Set.of("io.scriptorium.htmlschema.", "org.jsoup.");
  private static final String COUNTS = Operations.class.getName().replace('.', '/');

  private OperationCounter() {
    super(OperationCounter.class.getClassLoader());
  }

  /** Makes a piece of work whose operations are counted. */
  @SuppressWarnings("unchecked") // The class implements it, in another loader.
  static Consumer<String> counting(Class<? extends Consumer<String>> work)
      throws ReflectiveOperationException {
    Class<?> counting = new OperationCounter().loadClass(work.getName());
    return (Consumer<String>) counting.getDeclaredConstructor().newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean counted =
        COUNTED.stream().anyMatch(name::startsWith) && !name.equals(Operations.class.getName());
    if (!counted) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      new ClassReader(in.readAllBytes()).accept(new CountingClass(writer), 0);
      byte[] bytes = writer.toByteArray();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static final class CountingClass extends ClassVisitor {
    private CountingClass(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String type, String signature, String[] exceptions) {
      return new CountingMethod(super.visitMethod(access, name, type, signature, exceptions));
    }
  }

  private static final class CountingMethod extends MethodVisitor {
    private CountingMethod(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      count();
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      count();
      super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String type, boolean isInterface) {
      boolean costs =
          owner.equals("java/lang/String") && (name.equals("indexOf") || name.equals("substring"));
      if (costs) {
        String withText = "(Ljava/lang/String;" + type.substring(1);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, COUNTS, name, withText, false);
      } else {
        super.visitMethodInsn(opcode, owner, name, type, isInterface);
      }
    }

    private void count() {
      visitFieldInsn(Opcodes.GETSTATIC, COUNTS, "count", "J");
      visitInsn(Opcodes.LCONST_1);
      visitInsn(Opcodes.LADD);
      visitFieldInsn(Opcodes.PUTSTATIC, COUNTS, "count", "J");
    }
  }
}
