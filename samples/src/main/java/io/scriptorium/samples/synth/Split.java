package io.scriptorium.samples.synth;

/**
 * What pages are for. The seeds of pages for one purpose never occur for another: the two highest
 * bits of a page's seed name the purpose.
 */
public enum Split {
  TRAIN,
  VALIDATION,
  TEST;

  /**
   * The seed of one page.
   *
   * @param seed of the whole run
   * @param index of the page in it, from 0
   */
  long pageSeed(long seed, long index) {
    String label = "page " + index + " of " + name() + " by " + seed;
    long hash = new Dice(0).fork(label).bits();
    return (hash >>> 2) | ((long) ordinal() << 62);
  }
}
