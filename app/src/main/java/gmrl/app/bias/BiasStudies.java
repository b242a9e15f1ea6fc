package gmrl.app.bias;

import gmrl.app.state.LabState;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasPresets;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the window's state to the estimates a bias plot consists of. */
public final class BiasStudies {
  /** Label of the curve whose only error is the controlled one. */
  static final String CONTROLLED = "exact H + error";

  private BiasStudies() {}

  /** Which of the two biases a plot isolates. */
  public enum Kind {
    /** Only the inner slot is sampled. */
    COMPOSITIONAL("Compositional bias", "only the inner gradient is sampled"),
    /** Only the Hessian slot is sampled or disturbed. */
    HESSIAN("Hessian bias", "only the Hessian is sampled or disturbed"),
    /** One of the paper's experiments, moved by the sliders wherever its curves agree. */
    STUDY("Experiment", "");

    private final String title;
    private final String reading;

    Kind(String title, String reading) {
      this.title = title;
      this.reading = reading;
    }

    String title() {
      return title;
    }

    String reading() {
      return reading;
    }

    BiasPlot plot(LabState state) {
      return switch (this) {
        case COMPOSITIONAL -> BiasPlots.of(state).compositional();
        case HESSIAN -> BiasPlots.of(state).hessian();
        case STUDY -> BiasPlots.of(state).study();
      };
    }

    LabState put(LabState state, BiasPlot plot) {
      return switch (this) {
        case COMPOSITIONAL -> BiasPlots.of(state).withCompositional(plot).in(state);
        case HESSIAN -> BiasPlots.of(state).withHessian(plot).in(state);
        case STUDY -> BiasPlots.of(state).withStudy(plot).in(state);
      };
    }
  }

  /** The study behind a plot. */
  static BiasStudy of(Kind kind, LabState state) {
    BiasPlot plot = kind.plot(state);
    if (kind == Kind.STUDY) {
      return Presets.moved(BiasPresets.find(BiasPlots.of(state).studyId()), state);
    }
    Sweep sweep = Sweep.of(plot.x(), plot.values());
    List<BiasStudy.Curve> curves = new ArrayList<>();
    for (Estimator estimator : plot.curves()) {
      curves.add(curve(Symbols.of(estimator), setup(kind, state, estimator), state, sweep));
    }
    boolean disturbed =
        plot.x() == SweepVariable.HESSIAN_COEF || !state.setup().hessianError().isNone();
    if (kind == Kind.HESSIAN && disturbed && plot.x() != SweepVariable.SAMPLES) {
      TabularSetup exact =
          state.setup().withSlots(SlotSpec.exact(), SlotSpec.exact(), SlotSpec.exact());
      curves.add(curve(CONTROLLED, withoutReuse(exact), state, sweep));
    }
    return new BiasStudy(
        kind.name().toLowerCase(java.util.Locale.ROOT), kind.title(), kind.reading(), curves);
  }

  private static BiasStudy.Curve curve(
      String label, TabularSetup setup, LabState state, Sweep sweep) {
    return new BiasStudy.Curve(label, spec(setup, state, sweep));
  }

  /**
   * An estimate over a sweep, the same wherever the slider of the swept variable stands: moving
   * along the swept variable asks nothing new.
   */
  public static BiasSpec spec(TabularSetup setup, LabState state, Sweep sweep) {
    TabularSetup anywhere = sweep.variable().apply(setup, sweep.values().get(0));
    return new BiasSpec(anywhere, state.trials(), state.seed(), Optional.of(sweep));
  }

  /** The present setup with everything exact but the slot that the plot is about. */
  public static TabularSetup setup(Kind kind, LabState state, Estimator estimator) {
    TabularSetup setup = state.setup();
    if (kind == Kind.COMPOSITIONAL) {
      SlotSpec inner = new SlotSpec.Sampled(estimator, size(setup.inner(), state));
      boolean reuse = setup.reuse() && !estimator.truncatesAtHorizon();
      return withoutReuse(setup)
          .withHessianError(HessianError.NONE)
          .withSlots(inner, SlotSpec.exact(), SlotSpec.exact())
          .withReweighting(reuse ? setup.reweighting() : Optional.empty());
    }
    SlotSpec hessian = new SlotSpec.Sampled(estimator, size(setup.hessian(), state));
    return withoutReuse(setup).withSlots(SlotSpec.exact(), hessian, SlotSpec.exact());
  }

  private static TabularSetup withoutReuse(TabularSetup setup) {
    return setup.withReuse(false);
  }

  private static int size(SlotSpec slot, LabState state) {
    return slot instanceof SlotSpec.Sampled sampled ? sampled.samples() : state.samples();
  }
}
