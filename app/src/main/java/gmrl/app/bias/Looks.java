package gmrl.app.bias;

import gmrl.app.chart.Colours;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Style;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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

  /**
   * Styles of curves: the colour of a slot for the only curve that samples it alone, or the only
   * one that does so by LVC, as on the board; the looks of estimators or conditions for the others.
   */
  List<Style> styles(List<BiasSpec> curves) {
    List<TabularSetup> setups = curves.stream().map(BiasSpec::setup).toList();
    List<Style> usual = ofEstimators(setups);
    boolean told = areTold(setups);
    List<Style> styles = new ArrayList<>();
    int others = 0;
    for (int i = 0; i < curves.size(); i++) {
      Set<Hue> own = slots(curves.get(i));
      boolean alone = own.size() == 1 && isLeading(curves, i);
      Hue hue =
          alone && (this == CATEGORIES || curves.size() == 1)
              ? own.iterator().next()
              : usual.get(told ? i : others++).hue();
      styles.add(new Style(hue, usual.get(i).dash(), usual.get(i).marker()));
    }
    return styles;
  }

  private static boolean isLeading(List<BiasSpec> curves, int index) {
    Set<Hue> own = slots(curves.get(index));
    List<BiasSpec> same = curves.stream().filter(curve -> slots(curve).equals(own)).toList();
    return same.size() == 1
        || (isLvc(curves.get(index)) && same.stream().filter(Looks::isLvc).count() == 1);
  }

  private static boolean isLvc(BiasSpec curve) {
    return estimators(curve.setup()).equals(Set.of(Estimator.LVC));
  }

  /** The slots that bring an error in, by their colours. */
  private static Set<Hue> slots(BiasSpec spec) {
    TabularSetup setup = spec.setup();
    boolean perturbed =
        !setup.hessianError().isNone()
            || spec.sweep().filter(s -> s.variable() == SweepVariable.HESSIAN_COEF).isPresent();
    Set<Hue> slots = new HashSet<>();
    if (setup.inner() instanceof SlotSpec.Sampled) {
      slots.add(Colours.COMPOSITIONAL);
    }
    if (perturbed || setup.hessian() instanceof SlotSpec.Sampled) {
      slots.add(Colours.HESSIAN);
    }
    if (setup.outer() instanceof SlotSpec.Sampled) {
      slots.add(Colours.OUTER);
    }
    return slots;
  }

  /** Styles of what is told apart by estimators: where each has one of its own, that one's look. */
  List<Style> ofEstimators(List<TabularSetup> setups) {
    boolean told = areTold(setups);
    List<Set<Estimator>> own = own(setups);
    return IntStream.range(0, setups.size())
        .mapToObj(i -> told ? of(own.get(i)) : style(i, setups.size()))
        .toList();
  }

  private boolean areTold(List<TabularSetup> setups) {
    List<Set<Estimator>> own = own(setups);
    return this == CATEGORIES
        && own.stream().allMatch(s -> s.size() <= 1)
        && new HashSet<>(own).size() == own.size();
  }

  /** What each samples by, without what all sample by unless that is all. */
  private static List<Set<Estimator>> own(List<TabularSetup> setups) {
    List<Set<Estimator>> sampled = setups.stream().map(Looks::estimators).toList();
    Set<Estimator> common = EnumSet.allOf(Estimator.class);
    sampled.forEach(common::retainAll);
    return sampled.stream()
        .map(
            all -> {
              Set<Estimator> own = new HashSet<>(all);
              own.removeAll(common);
              return own.isEmpty() ? all : own;
            })
        .toList();
  }

  /** An estimator looks the same wherever it appears. */
  private static Style of(Set<Estimator> atMostOne) {
    return atMostOne.stream()
        .findFirst()
        .map(Symbols::style)
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
