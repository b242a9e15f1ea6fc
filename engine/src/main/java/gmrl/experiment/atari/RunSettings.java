package gmrl.experiment.atari;

import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.MetaParameters;
import gmrl.atari.learn.MetaSettings;
import gmrl.experiment.Counted;
import gmrl.experiment.Setting;
import java.util.ArrayList;
import java.util.List;

/** A learner on a game of the screen in the words of a paper. */
final class RunSettings {
  private RunSettings() {}

  static List<Setting> of(AtariSpec spec) {
    LearningSettings learning = spec.learning();
    MetaParameters begin = learning.coefficients();
    List<Setting> all = new ArrayList<>();
    all.add(Setting.subject("algorithm", learning.algorithm().title()));
    all.add(Setting.subject("game", "on " + spec.game().label()));
    boolean meta = learning.algorithm().meta();
    String at = meta ? "initial " : "";
    all.add(Setting.words("gamma", at + "γ = " + Setting.number(begin.gamma())));
    all.add(Setting.words("gaeLambda", at + "λ = " + Setting.number(begin.gaeLambda())));
    all.add(
        Setting.words(
            "valueLossCoef", at + "value weight " + Setting.number(begin.valueLossCoef())));
    all.add(
        Setting.words("entropyCoef", at + "entropy weight " + Setting.number(begin.entropyCoef())));
    all.add(Setting.words("lr", "step size " + Setting.number(learning.lr())));
    if (meta) {
      MetaSettings through = learning.meta();
      all.add(Setting.symbol("steps", "K", through.innerSteps()));
      all.add(Setting.words("metaLr", "meta step size " + Setting.number(through.metaLr())));
      all.add(
          Setting.words(
              "outer",
              "outer γ = "
                  + Setting.number(through.outer().gamma())
                  + " and λ = "
                  + Setting.number(through.outer().gaeLambda())));
    }
    all.add(
        Setting.method(
            "batch",
            Counted.of(learning.numProcesses(), "environment")
                + " in rollouts of "
                + Counted.of(learning.numSteps(), "step")));
    all.add(Setting.budget("steps-total", Counted.of(learning.numEnvSteps(), "step")));
    all.add(Setting.seeds(spec.seed(), spec.seeds()));
    return all;
  }
}
