package gmrl.experiment.ipd;

import gmrl.experiment.Counted;
import gmrl.experiment.Setting;
import gmrl.ipd.LolaConfig;
import java.util.ArrayList;
import java.util.List;

/** Learners in a repeated game in the words of a paper. */
final class LolaSettings {
  private LolaSettings() {}

  static List<Setting> of(LolaSpec spec) {
    LolaConfig config = spec.config();
    List<Setting> all = new ArrayList<>();
    all.add(Setting.subject("game", config.game().title()));
    all.add(Setting.words("lookaheads", Counted.orNo(config.lookaheads(), "lookahead")));
    all.add(Setting.symbol("innerLr", "α", config.innerRate()));
    all.add(Setting.words("outerLr", "outer step size " + Setting.number(config.outerRate())));
    all.add(Setting.words("criticLr", "critic step size " + Setting.number(config.criticRate())));
    all.add(Setting.symbol("gamma", "γ", config.discount()));
    all.addAll(
        Setting.estimates(
            config.estimator().title(),
            config.rollout(),
            config.inner(),
            config.hessian(),
            config.outer()));
    all.add(
        Setting.method(
            "opponentModel",
            config.opponentModel() == 0
                ? ""
                : "opponents estimated from "
                    + Counted.of(config.opponentModel(), "observed game")));
    all.add(Setting.budget("updates", Counted.of(spec.updates(), "update")));
    all.add(Setting.seeds(spec.seed(), spec.seeds()));
    return all;
  }
}
