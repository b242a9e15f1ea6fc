package gmrl.app.atari;

import gmrl.experiment.atari.GameSpec;
import java.util.Locale;

/** What games, their rules and their learners are, where they are first met. */
final class GameWords {
  /** What a meta-gradient learner does, in the same words wherever it is met. */
  static final String TUNES = "tunes its own discount, trace and loss weights";

  /** What the learners of a legend are. */
  static final String LEARNERS =
      "A2C keeps its settings (conditioned: in MGRL’s network); MGRL "
          + TUNES
          + " while it plays, and MGRL-LVC does so with the low-variance curvature.";

  private GameWords() {}

  /**
   * What the games of a study are, what its rules mean and who plays them.
   *
   * @param here whether the game can be played on this machine, in a sentence; may be empty
   */
  static String about(Study study, String here) {
    StringBuilder text = new StringBuilder();
    if (study.game().startsWith(GameSpec.MINIATURE)) {
      text.append(
          "The Atari game in miniature, on 10 × 10 cells; real Breakout and Pong are in the list,"
              + " too.");
    } else if (study.label().startsWith("Atari ")) {
      text.append("The game of the Atari 2600 itself.");
    }
    if (!here.isEmpty()) {
      text.append(' ').append(here);
    }
    for (String rule : study.rules().split(", ", -1)) {
      String means = means(rule);
      if (!means.isEmpty()) {
        text.append(' ').append(rule.substring(0, 1).toUpperCase(Locale.ROOT));
        text.append(rule.substring(1)).append(": ").append(means).append('.');
      }
    }
    return text.append(' ').append(LEARNERS).toString().strip();
  }

  /** Whether a game of the console can be played on this machine; loads the emulator. */
  static String here(GameSpec game) {
    String command = "gmrl-lab atari --game " + game.id();
    return game.missing(null)
        .map(why -> "It cannot be played here yet: " + why + '.')
        .orElse("A learner on it is begun by the command " + command + '.');
  }

  /** Empty where the rule says all itself. */
  private static String means(String rule) {
    if (rule.startsWith("sticky ")) {
      double share = Double.parseDouble(rule.substring("sticky ".length()));
      return String.format(
          Locale.ROOT, "in %.0f %% of the steps the last action is taken again", 100 * share);
    }
    return switch (rule) {
      case "minimal actions" -> "those that do something in it";
      case "not sticky" -> "every action is taken as chosen";
      case "ramping" -> "it grows harder as it goes on";
      case "no ramping" -> "it does not grow harder";
      case "4 frames a step" -> "a decision holds for four pictures";
      default -> "";
    };
  }
}
