package gmrl.experiment.bias;

import gmrl.experiment.Counted;
import gmrl.experiment.Setting;
import gmrl.experiment.tabular.SetupSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An experiment on bias in the words of a paper. */
final class BiasSettings {
  /** A variance needs two; so few tell nothing else. */
  private static final int FEWEST = 2;

  private BiasSettings() {}

  static List<Setting> of(BiasSpec spec) {
    List<Setting> all = new ArrayList<>(SetupSettings.of(spec.setup()));
    Optional<String> swept = spec.sweep().map(sweep -> key(sweep.variable()));
    all.removeIf(setting -> swept.filter(setting::isOf).isPresent());
    boolean closed = spec.isClosedForm();
    if (!closed || spec.trials() > FEWEST) {
      String each = spec.setup().mdps().count() > 1 ? " for each MDP" : "";
      String point = each.isEmpty() ? " for each point" : " and point";
      all.add(
          Setting.budget(
              "trials",
              Counted.of(spec.trials(), "trial") + each + (spec.sweep().isPresent() ? point : "")));
    }
    all.add(Setting.budget("trials.route", route(spec, closed)));
    all.add(Setting.seeds(spec.seed(), 1));
    return all;
  }

  private static String route(BiasSpec spec, boolean closed) {
    if (closed) {
      return "bias in closed form";
    }
    return spec.route() == RouteChoice.SAMPLED
        ? "bias from trials alone"
        : "expectations in closed form where they are known";
  }

  private static String key(SweepVariable variable) {
    return switch (variable) {
      case ALPHA -> SetupSettings.ALPHA;
      case STEPS -> SetupSettings.STEPS;
      case SAMPLES -> SetupSettings.SAMPLES;
      case HESSIAN_COEF -> SetupSettings.COEFFICIENT;
      case LOADED_DISCOUNT -> SetupSettings.LOADED_DISCOUNT;
    };
  }
}
