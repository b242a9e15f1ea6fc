package gmrl.app.catalogue;

import gmrl.app.chart.Style;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the curves of a panel are told apart. */
public enum Looks {
  /** One colour, dash and marker for each estimator or condition. */
  CATEGORIES,
  /** The curves are ordered by a number such as K: viridis. */
  ORDERED,
  /** Three by three conditions: the first factor picks the colour, the second the dashes. */
  GRID;

  /** The style of one curve among several. */
  Style style(int index, int count) {
    return switch (this) {
      case CATEGORIES -> Style.nth(index);
      case ORDERED -> Style.ordered(index, count);
      case GRID -> Style.grid(index / 3, index % 3);
    };
  }

  /** Styles of curves: where each has an estimator of its own, that estimator's look. */
  List<Style> styles(List<TabularSetup> setups) {
    List<Set<Estimator>> sampled = setups.stream().map(Looks::estimators).toList();
    boolean telling =
        this == CATEGORIES
            && sampled.stream().allMatch(s -> s.size() == 1)
            && new HashSet<>(sampled).size() == sampled.size();
    return java.util.stream.IntStream.range(0, setups.size())
        .mapToObj(i -> telling ? of(sampled.get(i).iterator().next()) : style(i, setups.size()))
        .toList();
  }

  /** The look of the one estimator of a setup, or another where it has none or several. */
  static Style ofEstimator(TabularSetup setup, Style otherwise) {
    Set<Estimator> sampled = estimators(setup);
    return sampled.size() == 1 ? of(sampled.iterator().next()) : otherwise;
  }

  /** An estimator looks the same wherever it appears. */
  private static Style of(Estimator estimator) {
    return Style.nth(List.of(Estimator.values()).indexOf(estimator));
  }

  private static Set<Estimator> estimators(TabularSetup setup) {
    Set<Estimator> found = new HashSet<>();
    for (SlotSpec slot : List.of(setup.inner(), setup.hessian(), setup.outer())) {
      if (slot instanceof SlotSpec.Sampled sampled) {
        found.add(sampled.estimator());
      }
    }
    return found;
  }
}
