package gmrl.app.catalogue;

import gmrl.app.state.PlottedMeasure;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.experiment.training.TrainingFamily;
import gmrl.experiment.training.TrainingSpec;
import java.util.List;
import java.util.function.UnaryOperator;

/** One chart of a figure: what is run and how it is shown. */
public sealed interface PanelPlan {
  /** The families that panels show. */
  BiasFamily BIAS = new BiasFamily();

  /** The same. */
  LolaFamily GAMES = new LolaFamily();

  /** The same. */
  TrainingFamily TRAINING = new TrainingFamily();

  /** Short text above the plot. */
  String title();

  /** The same on a small budget. */
  PanelPlan quick();

  /** The same from another seed. */
  PanelPlan withSeed(long seed);

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
      return with(BIAS::quick);
    }

    @Override
    public Sweeps withSeed(long seed) {
      return with(s -> BIAS.withSeed(s, seed));
    }

    private Sweeps with(UnaryOperator<BiasStudy> change) {
      return new Sweeps(title, change.apply(study), measure, looks, slopes, bound);
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
      return with(BIAS::quick);
    }

    @Override
    public Bars withSeed(long seed) {
      return with(s -> BIAS.withSeed(s, seed));
    }

    private Bars with(UnaryOperator<BiasStudy> change) {
      return new Bars(title, label, groups.stream().map(change).toList(), measure);
    }
  }

  /**
   * Returns of repeated games over updates.
   *
   * @param title short text above the plot
   * @param conditions one mean curve each
   * @param looks how the curves are told apart
   */
  record Returns(String title, LolaStudy conditions, Looks looks) implements PanelPlan {

    @Override
    public Returns quick() {
      return new Returns(title, GAMES.quick(conditions), looks);
    }

    @Override
    public Returns withSeed(long seed) {
      return new Returns(title, GAMES.withSeed(conditions, seed), looks);
    }
  }

  /**
   * Meta-training with estimated meta-gradients beside the exact one.
   *
   * @param title short text above the plot
   * @param learners one curve each; all on the same MDPs
   * @param shortfall whether to show how far the estimated learners stay behind the exact one,
   *     rather than what each reaches
   */
  record Training(String title, List<Learner> learners, boolean shortfall) implements PanelPlan {

    /**
     * One curve.
     *
     * @param label text of the legend
     * @param spec what is trained
     */
    public record Learner(String label, TrainingSpec spec) {}

    /** Copies the learners. */
    public Training {
      learners = List.copyOf(learners);
    }

    @Override
    public Training quick() {
      return with(TRAINING::quick);
    }

    @Override
    public Training withSeed(long seed) {
      return with(s -> TRAINING.withSeed(s, seed));
    }

    private Training with(UnaryOperator<TrainingSpec> change) {
      return new Training(
          title,
          learners.stream().map(l -> new Learner(l.label(), change.apply(l.spec()))).toList(),
          shortfall);
    }
  }
}
