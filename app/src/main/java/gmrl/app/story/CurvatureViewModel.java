package gmrl.app.story;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Style;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.inspect.PathCloud;
import gmrl.experiment.inspect.PlaneCurvature;
import gmrl.experiment.inspect.PolicyPlane;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Scene 3: what estimators take for the curvature, and the bias that no sample size removes. */
final class CurvatureViewModel extends PictureAndBias<PlaneCurvature> {
  static final List<Estimator> ESTIMATORS =
      List.of(Estimator.MAML, Estimator.LVC, Estimator.LOADED);

  private static final PathCloud.Place PLACE = new PathCloud.Place(0.5, 1);
  private static final Sweep SAMPLES = Sweep.of(SweepVariable.SAMPLES, 4, 16, 64, 256);
  private static final int TRIALS = 200;
  private static final long SEED = 42;

  final SceneKnob alpha;
  final SceneKnob steps;
  private final ReadOnlyObjectWrapper<Optional<PlaneCurvature>> curvature =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  CurvatureViewModel(Laboratory lab, StoryKnobs knobs, TrialBank bank) {
    super(
        lab,
        bank,
        "curvature",
        setup -> new PlaneCurvature.Look(setup, ESTIMATORS),
        "Hessian bias",
        SAMPLES);
    alpha = knobs.alpha(0.5, 10, 3);
    steps = knobs.steps(1, 4, 2);
    picture
        .answerProperty()
        .addListener(
            (o, old, now) ->
                curvature.set(Optional.ofNullable(now).map(LiveView.Answer::snapshot)));
    bias.answerProperty().addListener((o, old, now) -> draw());
    picture.ask(() -> PolicyPlane.at(PLACE, PolicyPlane.twoStates(1, 1)));
    alpha.onChange(this::ask);
    steps.onChange(this::ask);
    ask();
  }

  ReadOnlyObjectProperty<Optional<PlaneCurvature>> curvatureProperty() {
    return curvature.getReadOnlyProperty();
  }

  private void ask() {
    TabularSetup setup = TabularSetup.paper().withAlpha(alpha.value()).withSteps(steps.whole());
    bias.ask(
        () ->
            new BiasStudy(
                "story-curvature",
                "A wrong curvature",
                "",
                ESTIMATORS.stream().map(estimator -> curve(setup, estimator)).toList()));
  }

  private static BiasStudy.Curve curve(TabularSetup setup, Estimator estimator) {
    SlotSpec exact = SlotSpec.exact();
    int first = (int) Math.round(SAMPLES.values().get(0));
    BiasSpec spec =
        new BiasSpec(
            setup.withSlots(exact, new SlotSpec.Sampled(estimator, first), exact),
            TRIALS,
            SEED,
            Optional.of(SAMPLES));
    // Where the bias has a closed form, more trials would tell nothing.
    return new BiasStudy.Curve(
        Symbols.of(estimator), spec.isClosedForm() ? spec.withTrials(2) : spec);
  }

  static Style style(Estimator estimator) {
    return switch (estimator) {
      case LVC -> Colours.line(Colours.HESSIAN, Style.Dash.SOLID);
      case MAML -> Colours.line(Colours.PLAIN_HESSIAN, Style.Dash.DASHED);
      default -> Style.neutral(Style.Dash.DOTTED);
    };
  }

  private void draw() {
    LiveView.Answer<BiasStudy, BiasResult> answer = bias.answer();
    if (answer == null) {
      return;
    }
    ChartModel chart =
        BiasCurves.chart(
            answer,
            SAMPLES,
            Map.of(
                Symbols.of(Estimator.MAML), style(Estimator.MAML),
                Symbols.of(Estimator.LVC), style(Estimator.LVC),
                Symbols.of(Estimator.LOADED), style(Estimator.LOADED)),
            SAMPLES.values().get(0),
            TOP,
            true);
    curve.set(chart.withLines(List.of()));
    boolean known =
        chart.series().stream()
            .allMatch(one -> one.points().stream().allMatch(ChartPoint::isPresent));
    if (known && chart.series().size() == ESTIMATORS.size()) {
      caption.set(
          String.format(
              Locale.ROOT,
              "Grey entries are positive, pink ones negative. At the right end of the plot, with"
                  + " %.0f trajectories for every curvature, the mean meta-gradient is wrong by"
                  + " %.0f %% with plain differentiation, %.0f %% with LVC and %.1f %% with loaded"
                  + " DiCE.",
              SAMPLES.values().get(SAMPLES.values().size() - 1),
              last(chart, 0),
              last(chart, 1),
              last(chart, 2)));
    }
  }

  private static double last(ChartModel chart, int series) {
    var points = chart.series().get(series).points();
    return points.get(points.size() - 1).y();
  }
}
