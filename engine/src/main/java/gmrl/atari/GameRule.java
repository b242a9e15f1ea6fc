package gmrl.atari;

import gmrl.Digits;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule that is one of several ways to play the same game.
 *
 * @param name as it stands in labels
 * @param meaning what it does, as the end of a sentence; empty where the name says all
 */
public record GameRule(String name, String meaning) {
  /** That only some of the actions are offered. */
  public static final GameRule MINIMAL_ACTIONS =
      new GameRule("minimal actions", "those that do something in it");

  /**
   * Whether the last action may be taken again in place of the chosen one.
   *
   * @param probability of that, 0 … 1
   * @param times what it is drawn for, in the plural
   */
  public static GameRule sticky(double probability, String times) {
    if (probability == 0) {
      return new GameRule("not sticky", "every action is taken as chosen");
    }
    String percent = Digits.of(BigDecimal.valueOf(probability).movePointRight(2).doubleValue());
    return new GameRule(
        "sticky " + Digits.of(probability),
        "in " + percent + " % of the " + times + " the last action is taken again");
  }

  /** A game and the rules that make its returns what they are. */
  public static String label(String game, List<GameRule> rules) {
    return game + rules.stream().map(GameRule::name).collect(Collectors.joining(", ", " (", ")"));
  }
}
