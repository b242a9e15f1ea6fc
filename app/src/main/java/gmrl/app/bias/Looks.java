package gmrl.app.bias;

import gmrl.app.chart.Style;
import gmrl.app.state.Symbols;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the curves of a panel are told apart. */
enum Looks {
  /** One colour, dash and marker for each estimator or condition. */
  CATEGORIES,
  /** The curves are ordered by a number such as K: viridis. */
  ORDERED;

  /** Curves whose labels are values of one number are ordered by it. */
  static Looks of(List<String> labels) {
    return Style.isOrdered(labels) ? ORDERED : CATEGORIES;
  }

  /** The style of one curve among several. */
  Style style(int index, int count) {
    return switch (this) {
      case CATEGORIES -> Style.nth(index);
      case ORDERED -> Style.ordered(index, count);
    };
  }

  /** Styles of curves: where each has an estimator of its own, that estimator's look. */
  List<Style> styles(List<TabularSetup> setups) {
    List<Set<Estimator>> sampled = setups.stream().map(Looks::estimators).toList();
    boolean telling =
        this == CATEGORIES
            && sampled.stream().allMatch(s -> s.size() <= 1)
            && new HashSet<>(sampled).size() == sampled.size();
    return java.util.stream.IntStream.range(0, setups.size())
        .mapToObj(i -> telling ? of(sampled.get(i)) : style(i, setups.size()))
        .toList();
  }

  /** An estimator looks the same wherever it appears. */
  private static Style of(Set<Estimator> atMostOne) {
    return atMostOne.stream()
        .findFirst()
        .map(estimator -> Style.nth(Symbols.look(estimator)))
        .orElseGet(() -> Style.neutral(Style.Dash.SOLID).with(Style.Marker.CROSS));
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
