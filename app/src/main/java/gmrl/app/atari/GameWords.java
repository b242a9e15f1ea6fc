package gmrl.app.atari;

import gmrl.app.ui.Words;
import gmrl.atari.GameRule;
import gmrl.experiment.atari.GameSpec;
import java.util.List;

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
    } else if (study.played().filter(GameSpec.Console.class::isInstance).isPresent()) {
      text.append("The game of the Atari 2600 itself.");
    }
    if (!here.isEmpty()) {
      text.append(' ').append(here);
    }
    for (GameRule rule : study.played().map(GameSpec::rules).orElse(List.of())) {
      if (!rule.meaning().isEmpty()) {
        text.append(' ').append(Words.capital(rule.name()));
        text.append(": ").append(rule.meaning()).append('.');
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
}
