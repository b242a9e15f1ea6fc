package gmrl.app.bias;

import gmrl.app.bias.BiasStudies.Kind;
import gmrl.app.state.LabState;
import gmrl.experiment.KeptResult;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stored answers that the plots of the two biases take as their own. */
final class StoredBias {
  /** Those with a panel that is on the page of plots. */
  private static final List<Kind> PANELS = List.of(Kind.COMPOSITIONAL, Kind.HESSIAN);

  private StoredBias() {}

  /** A state whose plot asks for a study, if there is one; else the state as it is. */
  static LabState plotted(BiasStudy study, LabState state) {
    for (Kind kind : PANELS) {
      for (BiasPlot plot : plots(kind, study, kind.plot(state))) {
        LabState next = kind.put(state, plot);
        if (asks(kind, study, next)) {
          return next;
        }
      }
    }
    return state;
  }

  /** Whether one of the plots asks for a stored study at a state. */
  static boolean isAsked(KeptResult<BiasStudy, BiasResult> kept, LabState state) {
    return PANELS.stream().anyMatch(kind -> asks(kind, kept.spec(), state));
  }

  /** The answer as a plot calls its curves; empty if it asks for something else at a state. */
  static Optional<BiasResult> of(
      Kind kind, KeptResult<BiasStudy, BiasResult> kept, LabState state) {
    if (!asks(kind, kept.spec(), state)) {
      return Optional.empty();
    }
    List<BiasStudy.Curve> wanted = BiasStudies.of(kind, state).curves();
    List<BiasResult.CurveResult> curves = new ArrayList<>();
    for (BiasResult.CurveResult curve : kept.result().curves()) {
      String label = wanted.get(curves.size()).label();
      curves.add(new BiasResult.CurveResult(label, curve.spec(), curve.points()));
    }
    return Optional.of(new BiasResult(curves, kept.result().timing()));
  }

  private static boolean asks(Kind kind, BiasStudy study, LabState state) {
    return anywhere(BiasStudies.of(kind, state)).equals(anywhere(study));
  }

  /** Where the swept variable stands beside its sweep means nothing. */
  private static List<BiasSpec> anywhere(BiasStudy study) {
    return study.specs().stream().map(StoredBias::anywhere).toList();
  }

  private static BiasSpec anywhere(BiasSpec spec) {
    return spec.sweep()
        .map(
            sweep ->
                new BiasSpec(
                    sweep.variable().apply(spec.setup(), sweep.values().get(0)),
                    spec.trials(),
                    spec.seed(),
                    spec.sweep()))
        .orElse(spec);
  }

  /** Plots that might ask for a study. */
  private static List<BiasPlot> plots(Kind kind, BiasStudy study, BiasPlot present) {
    Optional<Sweep> sweep = study.specs().get(0).sweep();
    List<Estimator> estimators = new ArrayList<>();
    for (BiasSpec spec : study.specs()) {
      SlotSpec slot = kind == Kind.COMPOSITIONAL ? spec.setup().inner() : spec.setup().hessian();
      if (slot instanceof SlotSpec.Sampled sampled && !estimators.contains(sampled.estimator())) {
        estimators.add(sampled.estimator());
      }
    }
    if (sweep.isEmpty() || estimators.isEmpty()) {
      return List.of();
    }
    BiasPlot usual = present.withX(sweep.get().variable()).withCurves(estimators);
    List<Double> values = sweep.get().values();
    List<BiasPlot> plots = new ArrayList<>(List.of(usual));
    if (values.get(0) < values.get(values.size() - 1)) {
      SweptRange own = new SweptRange(values.get(0), values.get(values.size() - 1));
      plots.add(usual.with().range(Optional.of(own)).build());
    }
    return plots;
  }
}
