package io.scriptorium.samples.synth.office;

import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Who sells or buys.
 *
 * @param address its lines, without the name
 */
record Party(String name, List<String> address) {
  Party {
    address = List.copyOf(address);
  }

  static Party company(Words words) {
    return new Party(words.company(), words.addressLines());
  }

  static Party anyone(Dice dice, Words words) {
    return new Party(
        dice.chance(0.65) ? words.company() : words.personName(), words.addressLines());
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(name);
    lines.addAll(address);
    return lines;
  }
}
