package gmrl.app.atari;

import gmrl.Digits;
import gmrl.app.ui.Words;
import gmrl.atari.GameRule;
import gmrl.atari.learn.LearningSettings;
import gmrl.experiment.atari.GameSpec;
import gmrl.experiment.atari.LearnerRun;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

  /** What the runs of a study were made with, in the terms of the board's sliders. */
  static String fixed(Study study) {
    List<LearningSettings> all = all(study);
    return "fixed at "
        + steps(study).map(words -> words + ", ").orElse("")
        + "N·T = "
        + values(all, s -> s.numProcesses() + "·" + s.numSteps())
        + ", step size "
        + values(all, s -> Digits.of(s.lr()))
        + ", γ = "
        + values(all, GameWords::gamma);
  }

  /** The same in so few words that they stand beside the axis of a small plot. */
  static String fixedInBrief(Study study) {
    return "fixed at "
        + steps(study).orElseGet(() -> "γ = " + values(all(study), GameWords::gamma));
  }

  private static Optional<String> steps(Study study) {
    List<LearningSettings> meta = all(study).stream().filter(s -> s.algorithm().meta()).toList();
    return meta.isEmpty()
        ? Optional.empty()
        : Optional.of("K = " + values(meta, s -> Integer.toString(s.meta().innerSteps())));
  }

  private static String gamma(LearningSettings settings) {
    return Digits.of(settings.coefficients().gamma());
  }

  private static List<LearningSettings> all(Study study) {
    return study.runs().stream().map(LearnerRun::settings).toList();
  }

  private static String values(
      List<LearningSettings> all, Function<LearningSettings, String> value) {
    return all.stream().map(value).distinct().collect(Collectors.joining(" or "));
  }

  /** Whether a game of the console can be played on this machine; loads the emulator. */
  static String here(GameSpec game) {
    String command = "gmrl-lab atari --game " + game.id();
    return game.missing(null)
        .map(why -> "It cannot be played here yet: " + why + '.')
        .orElse("A learner on it is begun by the command " + command + '.');
  }
}
