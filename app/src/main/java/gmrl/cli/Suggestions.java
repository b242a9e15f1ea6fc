package gmrl.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/** What somebody may have meant who typed a name that there is not. */
final class Suggestions {
  /** One slip for so many letters. */
  private static final int LETTERS = 3;

  /** Fewer letters begin too many names. */
  private static final int BEGINNING = 3;

  private Suggestions() {}

  /** The commands that come nearest to a word; empty where none is near. */
  static List<String> command(CommandSpec spec, String typed) {
    return nearest(spec.subcommands().keySet(), typed);
  }

  /** The options that come nearest to a word, with or without its dashes and its value. */
  static List<String> option(CommandSpec spec, String typed) {
    List<String> names = new ArrayList<>(spec.optionsMap().keySet());
    names.addAll(spec.negatedOptionsMap().keySet());
    names.removeIf(name -> !name.startsWith("--"));
    return nearest(names, typed.replaceFirst("=.*", ""));
  }

  /** The names at the smallest distance. */
  static List<String> nearest(Collection<String> names, String typed) {
    TreeMap<Integer, List<String>> near = new TreeMap<>();
    String word = bare(typed);
    for (String name : names) {
      String other = bare(name);
      int far = word.length() >= BEGINNING && other.startsWith(word) ? 1 : distance(word, other);
      if (far <= Math.max(1, word.length() / LETTERS)) {
        near.computeIfAbsent(far, key -> new ArrayList<>()).add(name);
      }
    }
    return near.isEmpty() ? List.of() : near.firstEntry().getValue().stream().sorted().toList();
  }

  private static String bare(String name) {
    return name.replaceFirst("^-+", "");
  }

  /**
   * How many letters are to be put in, left out, replaced or swapped with their neighbours (optimal
   * string alignment).
   */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + other, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
