package gmrl.app.atari;

import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.MetaParameters;
import gmrl.experiment.atari.AtariSpec;
import java.util.Locale;

/** What is said of a learner that learns. */
final class LearnerWords {
  private LearnerWords() {}

  static String label(AtariSpec spec) {
    return Learners.name(spec.learning().algorithm()) + " on " + spec.game().label();
  }

  /** What one that has not begun is going to do. */
  static String before(AtariSpec spec) {
    Algorithm algorithm = spec.learning().algorithm();
    return label(spec)
        + ": not started. It plays N games side by side for T steps, then updates its network with"
        + " step size α"
        + (algorithm.meta() ? "; over every K updates it " + GameWords.TUNES : "")
        + ". What you turn while it learns counts from its next update on.";
  }

  /**
   * How far it is, and how fast while it learns.
   *
   * @param ended whether it learns no further
   */
  static String pace(AtariSpec spec, Frame shown, boolean ended) {
    long total = spec.learning().numEnvSteps();
    String text =
        String.format(Locale.ROOT, " · %.1f k of %.0f k steps", shown.steps() / 1e3, total / 1e3);
    if (ended) {
      return shown.steps() < total ? text + " · stopped" : text;
    }
    return shown.rate() > 0
        ? text
            + String.format(
                Locale.ROOT,
                " · %.0f steps/s · %.1f min left",
                shown.rate(),
                Math.max(0, total - shown.steps()) / shown.rate() / 60)
        : text;
  }

  static String learnt(MetaParameters learnt) {
    return String.format(
        Locale.ROOT,
        " · γ %.4f, λ %.4f, value %.3f, entropy %.4f",
        learnt.gamma(),
        learnt.gaeLambda(),
        learnt.valueLossCoef(),
        learnt.entropyCoef());
  }
}
