package io.scriptorium.modelruntime.tokenizer;

/**
 * A token that stands for itself instead of being merged from bytes.
 *
 * @param id its row in the embedding
 * @param content exactly as it is written
 * @param special whether it is left out of decoded answers
 */
record AddedToken(int id, String content, boolean special) {

  AddedToken {
    if (id < 0) {
      throw new IllegalArgumentException("added token " + content + " has id " + id);
    }
    if (content.isEmpty()) {
      throw new IllegalArgumentException("added token " + id + " is empty");
    }
  }
}
