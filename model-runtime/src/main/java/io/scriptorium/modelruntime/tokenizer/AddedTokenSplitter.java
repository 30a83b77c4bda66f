package io.scriptorium.modelruntime.tokenizer;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds added tokens in a text: the leftmost first, and the longest where several begin. */
final class AddedTokenSplitter {

  private final boolean empty;
  private final Pattern pattern;

  /** Receives the pieces of a text in order. */
  interface Pieces {
    void text(String text);

    void token(String content);
  }

  AddedTokenSplitter(List<AddedToken> tokens) {
    empty = tokens.isEmpty();
    pattern =
        Pattern.compile(
            tokens.stream()
                .map(AddedToken::content)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
  }

  void split(String text, Pieces pieces) {
    int from = 0;
    Matcher matcher = pattern.matcher(text);
    while (!empty && matcher.find()) {
      pieces.text(text.substring(from, matcher.start()));
      pieces.token(matcher.group());
      from = matcher.end();
    }
    pieces.text(text.substring(from));
  }
}
