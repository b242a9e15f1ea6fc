package gmrl.app.story;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Mark;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.experiment.ShortNumber;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.inspect.PathCloud;
import gmrl.experiment.inspect.PolicyPlane;
import gmrl.experiment.inspect.StepSlice;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Scene 2: one noisy inner step on a curved return, and the bias that it leaves behind. */
final class NoiseViewModel extends PictureAndBias<StepSlice> {
  static final String CURVE = "return J";
  static final String LANDED = "sampled steps";
  static final String MEAN = "average of the sampled steps";
  static final String EXACT = "exact step";
  static final String BIAS = "compositional bias";

  private static final double LOW = -3;
  private static final double HIGH = 7;
  private static final int POINTS = 97;
  private static final int TRIALS = 300;
  private static final int BIAS_TRIALS = 600;
  private static final long SEED = 7;

  /** In state 0 the good action is not known yet; in state 1 it is. */
  private static final PathCloud.Place START = new PathCloud.Place(-0.5, 2);

  private static final Sweep SAMPLES = Sweep.of(SweepVariable.SAMPLES, 1, 2, 4, 8, 16, 32, 64);

  final SceneKnob alpha;
  final SceneKnob samples;
  private final ReadOnlyObjectWrapper<ChartModel> cut;

  NoiseViewModel(Laboratory lab, StoryKnobs knobs, TrialBank bank) {
    super(
        lab,
        bank,
        "one noisy step",
        setup -> new StepSlice.Cut(setup, SEED, TRIALS, LOW, HIGH, POINTS),
        "compositional bias",
        SAMPLES);
    // Beyond it steps leave the picture for the plain where nothing curves any more.
    alpha = knobs.alpha(1, 8, 6);
    samples = knobs.samples(1, 64, 2);
    cut = new ReadOnlyObjectWrapper<>(ChartModel.empty("", x(), y()));
    picture.answerProperty().addListener((o, old, now) -> drawCut());
    bias.answerProperty().addListener((o, old, now) -> drawCurve());
    alpha.onChange(this::ask);
    samples.onChange(this::ask);
    ask();
  }

  /** The step on the curved return. */
  ReadOnlyObjectProperty<ChartModel> cutProperty() {
    return cut.getReadOnlyProperty();
  }

  private void ask() {
    SlotSpec exact = SlotSpec.exact();
    TabularSetup noisy =
        PolicyPlane.at(START, PolicyPlane.twoStates(alpha.value(), 1))
            .withSlots(new SlotSpec.Sampled(Estimator.LVC, samples.whole()), exact, exact);
    picture.ask(() -> noisy);
    bias.ask(
        () ->
            new BiasStudy(
                "story-noise",
                "Noise in the steps",
                "",
                List.of(
                    new BiasStudy.Curve(
                        BIAS,
                        new BiasSpec(
                            SAMPLES.variable().apply(noisy, SAMPLES.values().get(0)),
                            BIAS_TRIALS,
                            SEED,
                            Optional.of(SAMPLES))))));
    drawCurve();
  }

  private static ChartAxis x() {
    return ChartAxis.linear("where the step lands: preference in state 0").between(LOW, HIGH);
  }

  private static ChartAxis y() {
    return ChartAxis.linear("return J").between(0, 0.9);
  }

  private void drawCut() {
    LiveView.Answer<TabularSetup, StepSlice> answer = picture.answer();
    if (answer == null) {
      return;
    }
    StepSlice now = answer.snapshot();
    cut.set(
        new ChartModel(
                "",
                x(),
                y(),
                List.of(
                    dot(EXACT, Role.EXACT, new Hue.Neutral(), Style.Marker.SQUARE, now.exact()),
                    dot(
                        MEAN,
                        Role.POINT_ESTIMATE,
                        Colours.COMPOSITIONAL,
                        Style.Marker.DIAMOND,
                        now.mean()),
                    ChartSeries.line(
                        CURVE, Role.EXACT, Style.neutral(Style.Dash.SOLID), points(now.curve())),
                    new ChartSeries(
                        LANDED,
                        Role.SINGLE_RUN,
                        Mark.POINTS,
                        new Style(Colours.SAMPLED, Style.Dash.SOLID, Style.Marker.CIRCLE),
                        points(now.landed()),
                        "")),
                List.of(ReferenceLine.atX(now.start().x(), "θ⁰")),
                1)
            .withStanding(answer.standing()));
    caption.set(
        String.format(
            Locale.ROOT,
            "The exact step reaches J = %.3f. %d sampled steps reach %.3f on average, %.3f %s: the"
                + " same mean step, another mean return.%s",
            now.exact().y(),
            now.landed().size(),
            now.mean().y(),
            Math.abs(now.gap()),
            now.gap() < 0 ? "less" : "more",
            biasHere()));
  }

  /** The bias at the slider, once it is known for this α. */
  private String biasHere() {
    LiveView.Answer<BiasStudy, BiasResult> answer = bias.answer();
    if (answer == null || answer.standing() == Standing.STALE) {
      return "";
    }
    OptionalDouble here = BiasCurves.read(curve.get(), BIAS, samples.value());
    return here.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            " With |τ| = %d the mean meta-gradient is wrong by %s %%.",
            samples.whole(),
            ShortNumber.of(here.getAsDouble()));
  }

  private static ChartSeries dot(
      String name, Role role, Hue hue, Style.Marker marker, PathCloud.Place place) {
    return new ChartSeries(
        name,
        role,
        Mark.POINTS,
        new Style(hue, Style.Dash.SOLID, marker),
        points(List.of(place)),
        "");
  }

  private static List<ChartPoint> points(List<PathCloud.Place> places) {
    return places.stream().map(p -> ChartPoint.of(p.x(), p.y())).toList();
  }

  private void drawCurve() {
    LiveView.Answer<BiasStudy, BiasResult> answer = bias.answer();
    if (answer != null) {
      curve.set(
          BiasCurves.chart(
              answer,
              SAMPLES,
              Map.of(BIAS, Colours.line(Colours.COMPOSITIONAL, Style.Dash.SOLID)),
              samples.value(),
              TOP,
              true));
    }
    drawCut();
  }
}
