package gmrl.experiment.shaping;

import gmrl.experiment.Counted;
import gmrl.experiment.Setting;
import java.util.ArrayList;
import java.util.List;

/** Learners that take each other into account, in the words of a paper. */
final class ShapingSettings {
  private ShapingSettings() {}

  static List<Setting> of(ShapingSpec spec) {
    List<Setting> all = new ArrayList<>();
    boolean repeated = spec.game() instanceof ShapingGame.Repeated;
    all.add(
        Setting.subject(
            "game",
            spec.game() instanceof ShapingGame.Repeated game
                ? game.game().title()
                : "the game " + spec.game().token().replace('-', ' ')));
    all.add(Setting.symbol("alpha", "α", spec.alpha()));
    all.add(Setting.symbol("lambda", "λ", spec.lambda()));
    all.add(Setting.words("rate", "outer step size " + Setting.number(spec.rate())));
    all.add(Setting.words("spread", "starting points of spread " + Setting.number(spec.spread())));
    if (repeated) {
      all.add(Setting.symbol("gamma", "γ", spec.discount()));
      all.addAll(
          Setting.estimates(
              spec.estimator().title(),
              spec.rollout(),
              spec.inner(),
              spec.hessian(),
              spec.outer()));
    }
    all.add(Setting.budget("updates", Counted.of(spec.updates(), "update")));
    all.add(Setting.seeds(spec.seed(), spec.seeds()));
    return all;
  }
}
