package gmrl.app.headline;

import gmrl.app.state.LabState;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The present estimate, its single sources of error, and single changes that might help: all on the
 * same random numbers, so that they can be compared.
 */
final class HeadlineStudy {
  static final String NOW = "now";
  static final String INNER = "the inner gradient";
  static final String HESSIAN = "the Hessian";
  static final String OUTER = "the outer gradient";

  private static final int MOST_TRIALS = 400;

  private final BiasStudy study;
  private final List<String> sources;
  private final List<String> remedies;

  private HeadlineStudy(BiasStudy study, List<String> sources, List<String> remedies) {
    this.study = study;
    this.sources = sources;
    this.remedies = remedies;
  }

  /** What a headline about this state needs; empty where nothing is sampled or disturbed. */
  static Optional<HeadlineStudy> of(LabState state) {
    TabularSetup now = state.setup();
    boolean inner = now.inner().isSampled() && now.steps() > 0;
    boolean hessian =
        (now.hessian().isSampled() || !now.hessianError().isNone()) && now.steps() > 0;
    boolean outer = now.outer().isSampled();
    if (!inner && !hessian && !outer) {
      return Optional.empty();
    }
    List<BiasStudy.Curve> curves = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    List<String> remedies = new ArrayList<>();
    curves.add(curve(NOW, now, state));
    SlotSpec exact = SlotSpec.exact();
    if (inner) {
      sources.add(INNER);
      TabularSetup alone =
          now.withReuse(false)
              .withHessianError(HessianError.NONE)
              .withSlots(now.inner(), exact, exact)
              .withReweighting(now.reweighting());
      curves.add(curve(INNER, alone, state));
    }
    if (hessian) {
      sources.add(HESSIAN);
      curves.add(
          curve(HESSIAN, now.withReuse(false).withSlots(exact, now.hessian(), exact), state));
    }
    if (outer) {
      sources.add(OUTER);
      TabularSetup alone =
          now.withReuse(false)
              .withHessianError(HessianError.NONE)
              .withSlots(exact, exact, now.outer());
      curves.add(curve(OUTER, alone, state));
    }
    for (Remedy remedy : remedies(now)) {
      remedies.add(remedy.words());
      curves.add(curve(remedy.words(), remedy.setup(), state));
    }
    return Optional.of(
        new HeadlineStudy(new BiasStudy("headline", "Headline", "", curves), sources, remedies));
  }

  private record Remedy(String words, TabularSetup setup) {}

  private static List<Remedy> remedies(TabularSetup now) {
    List<Remedy> remedies = new ArrayList<>();
    if (now.inner() instanceof SlotSpec.Sampled s && s.samples() <= SlotSpec.MOST_SAMPLES / 2) {
      SlotSpec more = s.withSamples(2 * s.samples());
      remedies.add(
          new Remedy("doubling the inner |τ|", now.withSlots(more, now.hessian(), now.outer())));
      if (!now.reuse() && !s.estimator().truncatesAtHorizon() && now.steps() > 1) {
        remedies.add(new Remedy("reusing earlier inner batches", now.withReuse(true)));
      }
    }
    if (now.hessian() instanceof SlotSpec.Sampled s && s.samples() <= SlotSpec.MOST_SAMPLES / 2) {
      SlotSpec more = s.withSamples(2 * s.samples());
      remedies.add(
          new Remedy("doubling the Hessian’s |τ|", now.withSlots(now.inner(), more, now.outer())));
      for (Estimator other : List.of(Estimator.LVC, Estimator.LOADED)) {
        if (other != s.estimator()) {
          SlotSpec slot = new SlotSpec.Sampled(other, s.samples());
          remedies.add(
              new Remedy(
                  "estimating the Hessian by " + Symbols.of(other),
                  now.withSlots(now.inner(), slot, now.outer())));
        }
      }
    }
    if (now.outer() instanceof SlotSpec.Sampled s && s.samples() <= SlotSpec.MOST_SAMPLES / 2) {
      SlotSpec more = s.withSamples(2 * s.samples());
      remedies.add(
          new Remedy("doubling the outer |τ|", now.withSlots(now.inner(), now.hessian(), more)));
    }
    if (!now.hessianError().isNone()) {
      remedies.add(
          new Remedy("removing the Hessian error", now.withHessianError(HessianError.NONE)));
    }
    return remedies;
  }

  private static BiasStudy.Curve curve(String label, TabularSetup setup, LabState state) {
    return new BiasStudy.Curve(
        label,
        new BiasSpec(setup, Math.min(MOST_TRIALS, state.trials()), state.seed(), Optional.empty()));
  }

  BiasStudy study() {
    return study;
  }

  /** Labels of the curves with a single source of error. */
  List<String> sources() {
    return sources;
  }

  /** Labels of the curves with one thing changed. */
  List<String> remedies() {
    return remedies;
  }
}
