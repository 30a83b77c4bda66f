package io.scriptorium.modelruntime.generation;

/**
 * Says which tokens of an answer to several views the first view chooses for itself, and what the
 * others have in their place; on the thread that generates.
 */
public interface OwnTokens {
  /** All tokens are chosen by all views. */
  OwnTokens NONE =
      new OwnTokens() {
        @Override
        public boolean isOwn(int answer, int id) {
          return false;
        }

        @Override
        public int[] elsewhere(int answer, int view, boolean whole) {
          return new int[0];
        }

        @Override
        public void emitted(int answer, int id) {}
      };

  /**
   * Whether the first view goes on by itself. If so, {@link #emitted} is called with that token.
   *
   * @param answer which of the answers, from 0
   * @param id the token that is most probable behind what the view has emitted
   */
  boolean isOwn(int answer, int id);

  /**
   * What another view says for the own tokens that the first view has emitted, as far as that can
   * be told by now and has not been told before.
   *
   * @param answer which of the answers, from 0
   * @param view which view of it, from 1
   * @param whole whether the first view has no more own tokens before the next one that all choose
   */
  int[] elsewhere(int answer, int view, boolean whole);

  /** Called behind each token of the first view. */
  void emitted(int answer, int id);
}
