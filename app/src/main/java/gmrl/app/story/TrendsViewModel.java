package gmrl.app.story;

import gmrl.app.bias.BiasStudies;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Style;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.state.LabState;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Scene 5: both biases along the three sliders. */
final class TrendsViewModel implements SceneModel {
  static final String COMPOSITIONAL = "compositional";
  static final String HESSIAN = "Hessian, LVC";

  /** The variables, in the order of their plots. */
  static final List<Sweep> SWEEPS =
      List.of(
          Sweep.of(SweepVariable.ALPHA, 0.5, 1, 2, 3, 5, 10),
          Sweep.of(SweepVariable.STEPS, 1, 2, 3, 4, 5),
          Sweep.of(SweepVariable.SAMPLES, 2, 4, 8, 16, 32, 64, 128));

  private static final double TOP = 60;
  private static final Map<String, Style> STYLES =
      Map.of(
          COMPOSITIONAL, new Style(Colours.COMPOSITIONAL, Style.Dash.SOLID, Style.Marker.CIRCLE),
          HESSIAN, new Style(Colours.HESSIAN, Style.Dash.SOLID, Style.Marker.SQUARE));

  private final LabState worlds;
  final SceneKnob alpha;
  final SceneKnob steps;
  final SceneKnob samples;
  private final LiveView<BiasStudy, BiasResult> bias;
  private final Map<SweepVariable, ReadOnlyObjectWrapper<ChartModel>> charts =
      new EnumMap<>(SweepVariable.class);
  private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");

  /**
   * A view-model that computes nothing yet.
   *
   * @param worlds MDPs, trials and seed; its knobs are turned here
   */
  TrendsViewModel(Laboratory lab, StoryKnobs knobs, TrialBank bank, LabState worlds) {
    this.worlds = worlds;
    TabularSetup first = worlds.setup();
    alpha = knobs.alpha(0.5, 10, first.alpha());
    steps = knobs.steps(1, 5, first.steps());
    samples = knobs.samples(2, 128, first.samples());
    for (Sweep sweep : SWEEPS) {
      charts.put(sweep.variable(), new ReadOnlyObjectWrapper<>(BiasCurves.empty(sweep, TOP)));
    }
    bias = BiasCurves.live(lab, "Story: trends", bank);
    bias.answerProperty().addListener((o, old, now) -> draw());
    for (SceneKnob knob : List.of(alpha, steps, samples)) {
      knob.onChange(this::ask);
    }
    ask();
  }

  /** Both biases along a variable. */
  ReadOnlyObjectProperty<ChartModel> chart(SweepVariable along) {
    return wrapper(along).getReadOnlyProperty();
  }

  private ReadOnlyObjectWrapper<ChartModel> wrapper(SweepVariable along) {
    return Objects.requireNonNull(charts.get(along));
  }

  /** What is seen, in numbers. */
  ReadOnlyStringProperty captionProperty() {
    return caption.getReadOnlyProperty();
  }

  @Override
  public void start() {
    bias.start();
  }

  @Override
  public void stop() {
    bias.stop();
  }

  private LabState state() {
    return worlds
        .withSetup(worlds.setup().withAlpha(alpha.value()).withSteps(steps.whole()))
        .withSamples(samples.whole());
  }

  private void ask() {
    LabState state = state();
    List<BiasStudy.Curve> curves = new ArrayList<>();
    for (Sweep sweep : SWEEPS) {
      curves.add(curve(HESSIAN, BiasStudies.Kind.HESSIAN, state, sweep));
    }
    for (Sweep sweep : SWEEPS) {
      curves.add(curve(COMPOSITIONAL, BiasStudies.Kind.COMPOSITIONAL, state, sweep));
    }
    bias.ask(() -> new BiasStudy("story-trends", "Three trends", "", curves));
    draw();
  }

  private static BiasStudy.Curve curve(
      String name, BiasStudies.Kind kind, LabState state, Sweep sweep) {
    var spec = BiasStudies.spec(BiasStudies.setup(kind, state, Estimator.LVC), state, sweep);
    return new BiasStudy.Curve(
        BiasCurves.label(name, sweep.variable()), spec.isClosedForm() ? spec.withTrials(2) : spec);
  }

  private void draw() {
    LiveView.Answer<BiasStudy, BiasResult> answer = bias.answer();
    if (answer == null) {
      return;
    }
    TabularSetup here = state().setup();
    for (Sweep sweep : SWEEPS) {
      wrapper(sweep.variable())
          .set(
              BiasCurves.chart(
                  answer,
                  sweep,
                  STYLES,
                  sweep.variable().read(here),
                  TOP,
                  sweep.variable() == SweepVariable.ALPHA));
    }
    caption.set(words("Compositional bias", COMPOSITIONAL) + "\n" + words("Hessian bias", HESSIAN));
  }

  /** From the first to the last value of a bias along each variable, where both are known. */
  private String words(String title, String name) {
    List<String> words = new ArrayList<>();
    for (Sweep sweep : SWEEPS) {
      for (ChartSeries series : wrapper(sweep.variable()).get().series()) {
        List<ChartPoint> points = series.points();
        ChartPoint first = points.get(0);
        ChartPoint last = points.get(points.size() - 1);
        if (series.name().equals(name)
            && points.size() == sweep.values().size()
            && first.isPresent()
            && last.isPresent()) {
          words.add(
              String.format(
                  Locale.ROOT,
                  "along %s: %.0f → %.0f %%",
                  sweep.variable().symbol(),
                  first.y(),
                  last.y()));
        }
      }
    }
    return title
        + (words.isEmpty() ? " is being measured …" : ": " + String.join(", ", words) + ".");
  }
}
