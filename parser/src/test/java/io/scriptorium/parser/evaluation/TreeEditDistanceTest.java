package io.scriptorium.parser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeEditDistanceTest {
  private static final long SEED = 20260303;

  /** A tree whose children stand before their parent once it is laid out. */
  private record Tree(String label, List<Tree> children) {
    static Tree of(String label, Tree... children) {
      return new Tree(label, List.of(children));
    }

    private int size() {
      return 1 + children.stream().mapToInt(Tree::size).sum();
    }
  }

  @Test
  void agreesWithTheExampleOfZhangAndShasha() {
    Tree from = Tree.of("f", Tree.of("d", Tree.of("a"), Tree.of("c", Tree.of("b"))), Tree.of("e"));
    Tree to = Tree.of("f", Tree.of("c", Tree.of("d", Tree.of("a"), Tree.of("b"))), Tree.of("e"));

    assertThat(distance(from, to)).isEqualTo(2);
  }

  @Test
  void countsDeletedInsertedAndRenamedNodes() {
    Tree leaf = Tree.of("a");

    assertThat(distance(leaf, leaf)).isZero();
    assertThat(distance(leaf, Tree.of("b"))).isEqualTo(0.5);
    assertThat(distance(leaf, Tree.of("a", Tree.of("x"), Tree.of("y")))).isEqualTo(2);
    assertThat(distance(Tree.of("a", leaf, leaf), leaf)).isEqualTo(2);
  }

  @Test
  void agreesWithTheDefinitionOnSmallTrees() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      Tree from = tree(random, 6);
      Tree to = tree(random, 6);

      assertThat(distance(from, to))
          .as("seed %d, round %d: %s and %s", SEED, round, from, to)
          .isCloseTo(byDefinition(List.of(from), List.of(to), new HashMap<>()), within(1e-9));
    }
  }

  private static Tree tree(Random random, int most) {
    List<Tree> children = new ArrayList<>();
    int left = random.nextInt(most);
    while (left > 0) {
      Tree child = tree(random, left);
      children.add(child);
      left -= child.size();
    }
    return new Tree(String.valueOf((char) ('a' + random.nextInt(3))), children);
  }

  private static double rename(String a, String b) {
    return a.equals(b) ? 0 : 0.5;
  }

  private static double distance(Tree from, Tree to) {
    List<String> fromLabels = new ArrayList<>();
    List<Integer> fromLeftmost = new ArrayList<>();
    layOut(from, fromLabels, fromLeftmost);
    List<String> toLabels = new ArrayList<>();
    List<Integer> toLeftmost = new ArrayList<>();
    layOut(to, toLabels, toLeftmost);
    return TreeEditDistance.between(
        fromLeftmost.stream().mapToInt(i -> i).toArray(),
        toLeftmost.stream().mapToInt(i -> i).toArray(),
        (i, j) -> rename(fromLabels.get(i), toLabels.get(j)));
  }

  private static void layOut(Tree tree, List<String> labels, List<Integer> leftmost) {
    int first = labels.size();
    tree.children.forEach(child -> layOut(child, labels, leftmost));
    labels.add(tree.label);
    leftmost.add(first);
  }

  /** The recursion that defines the distance of two forests, by their last trees. */
  private static double byDefinition(
      List<Tree> from, List<Tree> to, Map<List<List<Tree>>, Double> known) {
    if (from.isEmpty() || to.isEmpty()) {
      return from.stream().mapToInt(Tree::size).sum() + to.stream().mapToInt(Tree::size).sum();
    }
    List<List<Tree>> key = List.of(from, to);
    Double before = known.get(key);
    if (before != null) {
      return before;
    }
    Tree a = from.get(from.size() - 1);
    Tree b = to.get(to.size() - 1);
    List<Tree> fromRest = from.subList(0, from.size() - 1);
    List<Tree> toRest = to.subList(0, to.size() - 1);
    double deleted = byDefinition(joined(fromRest, a.children), to, known) + 1;
    double inserted = byDefinition(from, joined(toRest, b.children), known) + 1;
    double renamed =
        byDefinition(fromRest, toRest, known)
            + byDefinition(a.children, b.children, known)
            + rename(a.label, b.label);
    double least = Math.min(renamed, Math.min(deleted, inserted));
    known.put(key, least);
    return least;
  }

  private static List<Tree> joined(List<Tree> a, List<Tree> b) {
    List<Tree> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }
}
