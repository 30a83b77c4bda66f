package io.scriptorium.renderer.pool;

import java.io.IOException;

/** A child whose documents are scripts of what goes wrong on each page. */
final class ScriptedChild {
  private ScriptedChild() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    RenderChild.run(arguments, ScriptedRenderer::new, folder -> {});
  }
}
