package gmrl.experiment.compare;

import gmrl.atari.learn.Algorithm;
import gmrl.atari.mini.Miniature;
import gmrl.experiment.atari.GameSpec;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TeachingMdp;
import gmrl.ipd.GameEstimator;
import gmrl.ipd.MatrixGame;
import gmrl.ipd.shaping.Learner;
import gmrl.mdp.Reweighting;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What values are called where people read them, which files write as short words. */
final class ValueWords {
  private static final Map<String, UnaryOperator<String>> KINDS =
      Map.ofEntries(
          Map.entry(
              "problem",
              text -> Map.of("maml", "MAML-RL", "lirpg", "LIRPG").getOrDefault(text, text)),
          Map.entry("teaching", text -> TeachingMdp.find(text).title()),
          Map.entry("method", text -> MethodSpec.parse(text).title()),
          Map.entry("inner", ValueWords::slot),
          Map.entry("hessian", ValueWords::slot),
          Map.entry("outer", ValueWords::slot),
          Map.entry("estimator", text -> GameEstimator.named(text).title()),
          Map.entry(
              "reuse",
              text ->
                  Reweighting.parse(text) == Reweighting.VTRACE ? "V-trace" : "balance heuristic"),
          Map.entry("game", text -> MatrixGame.named(text).title()),
          Map.entry("algorithm", text -> Algorithm.of(text).title()),
          Map.entry(
              "learners",
              text ->
                  Arrays.stream(text.split(",", -1))
                      .map(token -> Learner.parse(token).title())
                      .collect(Collectors.joining(", "))));

  private ValueWords() {}

  private static String slot(String text) {
    return SlotSpec.parse(text) instanceof SlotSpec.Sampled sampled
        ? sampled.estimator().title() + " with |τ| = " + sampled.samples()
        : text;
  }

  /**
   * The value in words.
   *
   * @param key under which files have it
   * @param text as files have it; what is no word of theirs stays
   */
  static String of(String key, String text) {
    try {
      return text.startsWith(GameSpec.MINIATURE)
          ? "miniature " + Miniature.of(text.substring(GameSpec.MINIATURE.length())).title()
          : KINDS.getOrDefault(key, UnaryOperator.identity()).apply(text);
    } catch (IllegalArgumentException e) {
      return text; // a number, "shared", a game of one's own
    }
  }

  /** The estimator of a slot without its sample size. */
  static String estimator(String text) {
    return SlotSpec.parse(text) instanceof SlotSpec.Sampled sampled
        ? sampled.estimator().title()
        : text;
  }
}
