package gmrl.app.bias;

import gmrl.Digits;
import gmrl.app.state.LabState;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The paper's experiments as starting points: chosen once, then moved by the sliders. */
final class Presets {
  private Presets() {}

  /** The state after choosing an experiment: its setup on the sliders, its sweep on the plot. */
  static LabState choose(BiasStudy study, LabState state) {
    BiasSpec first = study.curves().get(0).spec();
    SweepVariable x = first.sweep().map(s -> s.variable()).orElse(SweepVariable.SAMPLES);
    BiasPlot plot = BiasPlots.of(state).study();
    LabState chosen =
        BiasPlots.of(state)
            .withStudyId(study.id())
            .withStudy(
                new BiasPlot(
                    x,
                    plot.y(),
                    plot.curves(),
                    Symbols.isNaturallyLog(x) || first.setup().hessianError().noise() > 0,
                    plot.logY(),
                    plot.bands(),
                    plot.bound(),
                    plot.slopes(),
                    Optional.empty()))
            .in(state.withSetup(first.setup()));
    int samples = first.setup().samples();
    return samples > 0 ? chosen.withPlotSamples(samples) : chosen;
  }

  /**
   * The experiment with the sliders' values wherever its curves agree; where they differ, that is
   * what the experiment is about.
   */
  static BiasStudy moved(BiasStudy study, LabState state) {
    List<TabularSetup> setups = study.specs().stream().map(BiasSpec::setup).toList();
    return new BiasStudy(
        study.id(),
        study.title(),
        study.sentence(),
        study.curves().stream()
            .map(
                curve ->
                    new BiasStudy.Curve(
                        curve.label(),
                        spec(curve, moved(curve.spec().setup(), setups, state.setup()), state)))
            .toList());
  }

  /**
   * A setting that all curves of an experiment may have in common.
   *
   * @param words a value in a few words; empty where that takes more
   */
  private record Shared<T>(
      String name, Function<TabularSetup, T> value, Function<T, String> words) {
    List<T> of(List<TabularSetup> setups) {
      return setups.stream().map(value).toList();
    }

    /** What has moved and whereto; empty where nothing has. */
    Optional<String> moved(List<TabularSetup> published, List<TabularSetup> present) {
      List<T> there = of(published);
      List<T> here = of(present);
      if (there.equals(here)) {
        return Optional.empty();
      }
      String was = words.apply(there.get(0));
      String now = words.apply(here.get(0));
      return Optional.of(now.equals(was) ? name : name + " is " + now + ", not " + was);
    }
  }

  private static final List<Shared<?>> SHARED =
      List.of(
          new Shared<>("the problem", TabularSetup::problem, Symbols::of),
          new Shared<>("α", TabularSetup::alpha, Digits::of),
          new Shared<>("K", TabularSetup::steps, String::valueOf),
          new Shared<>("the method", TabularSetup::method, method -> ""),
          new Shared<>("the Hessian error", TabularSetup::hessianError, error -> ""),
          new Shared<>("the inner slot", TabularSetup::inner, Presets::words),
          new Shared<>("the Hessian slot", TabularSetup::hessian, Presets::words),
          new Shared<>("the outer slot", TabularSetup::outer, Presets::words),
          new Shared<>("reweighting", TabularSetup::reweighting, weights -> ""));

  private static String words(SlotSpec slot) {
    return slot instanceof SlotSpec.Sampled sampled
        ? "sampled with " + Symbols.of(sampled.estimator())
        : "exact";
  }

  /** What the sliders have moved away from the experiment as it was published, and whereto. */
  static List<String> movedFrom(BiasStudy study, LabState state) {
    List<TabularSetup> published = study.specs().stream().map(Presets::anywhere).toList();
    List<TabularSetup> present =
        moved(study, state).specs().stream().map(Presets::anywhere).toList();
    List<String> moved =
        SHARED.stream().flatMap(shared -> shared.moved(published, present).stream()).toList();
    return moved.isEmpty() && !published.equals(present)
        ? List.of("MDPs, horizon or critic")
        : moved;
  }

  /** The setup of a curve, whatever the slider of the swept variable says. */
  private static TabularSetup anywhere(BiasSpec spec) {
    return spec.sweep()
        .map(sweep -> sweep.variable().apply(spec.setup(), sweep.values().get(0)))
        .orElse(spec.setup());
  }

  private static BiasSpec spec(BiasStudy.Curve curve, TabularSetup setup, LabState state) {
    return curve
        .spec()
        .sweep()
        .map(sweep -> BiasStudies.spec(setup, state, sweep))
        .orElseGet(
            () -> new BiasSpec(setup, state.trials(), state.seed(), java.util.Optional.empty()));
  }

  private static TabularSetup moved(TabularSetup curve, List<TabularSetup> all, TabularSetup now) {
    return now.withReuse(false)
        .withProblem(pick(TabularSetup::problem, curve, all, now))
        .withAlpha(pick(TabularSetup::alpha, curve, all, now))
        .withSteps(pick(TabularSetup::steps, curve, all, now))
        .withMethod(pick(TabularSetup::method, curve, all, now))
        .withHessianError(pick(TabularSetup::hessianError, curve, all, now))
        .withSlots(
            pick(TabularSetup::inner, curve, all, now),
            pick(TabularSetup::hessian, curve, all, now),
            pick(TabularSetup::outer, curve, all, now))
        .withReweighting(pick(TabularSetup::reweighting, curve, all, now));
  }

  private static <T> T pick(
      Function<TabularSetup, T> field,
      TabularSetup curve,
      List<TabularSetup> all,
      TabularSetup now) {
    boolean differs = all.stream().map(field).distinct().count() > 1;
    return field.apply(differs ? curve : now);
  }
}
