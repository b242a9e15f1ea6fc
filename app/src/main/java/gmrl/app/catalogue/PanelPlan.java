package gmrl.app.catalogue;

import gmrl.app.chart.Style;
import gmrl.app.state.PlottedMeasure;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.ipd.LolaCondition;
import gmrl.experiment.ipd.LolaFigure;
import gmrl.experiment.tabular.MdpSource;
import java.util.List;
import java.util.function.UnaryOperator;

/** One chart of a figure: what is run and how it is shown. */
public sealed interface PanelPlan {

  /** Short text above the plot. */
  String title();

  /** The same on a small budget. */
  PanelPlan quick();

  /** The same from another seed. */
  PanelPlan withSeed(long seed);

  /** How the curves of a panel are told apart. */
  enum Looks {
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
  }

  /**
   * Sweeps of bias experiments as curves.
   *
   * @param title short text above the plot
   * @param study one curve each; all sweep the same variable
   * @param measure vertical axis
   * @param looks how the curves are told apart
   * @param slopes whether fitted log-log slopes stand in the legend
   * @param bound whether the theoretical bound is drawn over the measure (bias² only)
   */
  record Sweeps(
      String title,
      BiasStudy study,
      PlottedMeasure measure,
      Looks looks,
      boolean slopes,
      boolean bound)
      implements PanelPlan {

    /** The bound speaks of the bias alone, and a sweep needs a swept variable. */
    public Sweeps {
      if (bound && measure != PlottedMeasure.BIAS_SQUARED) {
        throw new IllegalArgumentException(
            "the bound is asked for over " + measure.title() + ", expected bias²");
      }
      if (study.specs().stream().map(s -> s.sweep().map(w -> w.variable())).distinct().count() != 1
          || study.specs().get(0).sweep().isEmpty()) {
        throw new IllegalArgumentException(
            "the curves of " + study.id() + " do not sweep one common variable");
      }
    }

    @Override
    public Sweeps quick() {
      return with(Budget::quick);
    }

    @Override
    public Sweeps withSeed(long seed) {
      return with(spec -> spec.withSeed(seed));
    }

    private Sweeps with(UnaryOperator<BiasSpec> change) {
      return new Sweeps(title, Budget.each(study, change), measure, looks, slopes, bound);
    }
  }

  /**
   * Single bias experiments as groups of bars.
   *
   * @param title short text above the plot
   * @param label text of the horizontal axis
   * @param groups one study for each colour of bar; its curves' labels are the categories, the same
   *     ones in each study
   * @param measure vertical axis
   */
  record Bars(String title, String label, List<BiasStudy> groups, PlottedMeasure measure)
      implements PanelPlan {

    /** Copies the groups and checks that they share their categories. */
    public Bars {
      groups = List.copyOf(groups);
      if (groups.stream().map(Bars::categories).distinct().count() != 1) {
        throw new IllegalArgumentException(
            "the groups of bars of \"" + title + "\" must have the same categories");
      }
    }

    /** Names along the horizontal axis. */
    List<String> categories() {
      return categories(groups.get(0));
    }

    private static List<String> categories(BiasStudy study) {
      return study.curves().stream().map(BiasStudy.Curve::label).toList();
    }

    @Override
    public Bars quick() {
      return with(Budget::quick);
    }

    @Override
    public Bars withSeed(long seed) {
      return with(spec -> spec.withSeed(seed));
    }

    private Bars with(UnaryOperator<BiasSpec> change) {
      return new Bars(
          title, label, groups.stream().map(s -> Budget.each(s, change)).toList(), measure);
    }
  }

  /**
   * Returns of repeated games over updates.
   *
   * @param title short text above the plot
   * @param conditions one mean curve each
   * @param looks how the curves are told apart
   */
  record Returns(String title, LolaFigure conditions, Looks looks) implements PanelPlan {

    /** Updates and seeds of the small budget. */
    private static final int QUICK_UPDATES = 60;

    private static final int QUICK_SEEDS = 3;

    @Override
    public Returns quick() {
      return with(
          c ->
              new LolaCondition(
                  c.id(),
                  c.label(),
                  c.spec()
                      .over(
                          Math.min(QUICK_UPDATES, c.spec().updates()),
                          c.spec().seed(),
                          Math.min(QUICK_SEEDS, c.spec().seeds())),
                  c.known()));
    }

    @Override
    public Returns withSeed(long seed) {
      return with(
          c ->
              new LolaCondition(
                  c.id(),
                  c.label(),
                  c.spec().over(c.spec().updates(), seed, c.spec().seeds()),
                  c.known()));
    }

    private Returns with(UnaryOperator<LolaCondition> change) {
      LolaFigure changed =
          new LolaFigure(
              conditions.id(),
              conditions.title(),
              conditions.source(),
              conditions.conditions().stream().map(change).toList());
      return new Returns(title, changed, looks);
    }
  }

  /** How large experiments are. */
  final class Budget {
    private static final int QUICK_TRIALS = 20;
    private static final int QUICK_MDPS = 3;

    private Budget() {}

    static BiasStudy each(BiasStudy study, UnaryOperator<BiasSpec> change) {
      return new BiasStudy(
          study.id(),
          study.title(),
          study.sentence(),
          study.curves().stream()
              .map(c -> new BiasStudy.Curve(c.label(), change.apply(c.spec())))
              .toList());
    }

    static BiasSpec quick(BiasSpec spec) {
      BiasSpec fewer = spec.withTrials(Math.min(QUICK_TRIALS, spec.trials()));
      return spec.setup().mdps() instanceof MdpSource.Generated g
          ? fewer.with(
              setup ->
                  setup.withMdps(
                      new MdpSource.Generated(
                          g.states(),
                          g.actions(),
                          g.density(),
                          g.rewardSpread(),
                          Math.min(QUICK_MDPS, g.mdps()))))
          : fewer;
    }
  }
}
