package gmrl.app.inspect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.control.Knobs;
import gmrl.app.lesson.Illustration;
import gmrl.app.lesson.Illustrator;
import gmrl.app.ui.Parameter;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The two-state MDP in lessons: small enough to be seen whole. */
public final class TwoStatesIllustrator implements Illustrator {
  private static final RecordJson CODEC = new RecordJson();
  private static final String KEY = "two-states";
  private static final int COLUMNS = 12;

  private static final Parameter X = place("x", "start", "state 0");
  private static final Parameter Y = place("y", "policy of state 1", "state 1");

  private static Parameter place(String symbol, String name, String state) {
    return new Parameter(
        symbol,
        name,
        "By how much the logit of the good action in " + state + " exceeds the other.",
        0,
        -6,
        6,
        Parameter.Scale.LINEAR);
  }

  /** What is drawn. */
  enum View {
    /** J after K inner steps, by where they start. */
    ADAPTED("where the inner steps start, x", "return after adaptation"),
    /** Its slope, with and without the Hessian. */
    SLOPE("where the inner steps start, x", "slope of the adapted return"),
    /** Second derivative of J, and what estimators take for it. */
    CURVATURE("policy, x", "curvature of J along x"),
    /** One inner step, sampled many times. */
    STEP("policy, x", "return J");

    private final String across;
    private final String up;

    View(String across, String up) {
      this.across = across;
      this.up = up;
    }

    String token() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<String> views() {
    return java.util.Arrays.stream(View.values()).map(View::token).toList();
  }

  @Override
  public Illustration read(JsonView spec, String view) {
    return new Shown(
        CODEC.read(spec, TwoStates.USUAL), View.valueOf(view.toUpperCase(Locale.ROOT)));
  }

  private record Shown(TwoStates states, View view) implements Illustration {

    @Override
    public Experiment<ChartModel> experiment() {
      return new Survey(this);
    }

    private ChartModel chart(List<ChartSeries> series) {
      // Where nothing is adapted the start is the policy that is judged.
      View said = view == View.ADAPTED && states.steps() == 0 ? View.STEP : view;
      ChartAxis x = ChartAxis.linear(said.across).between(states.from(), states.to());
      return ChartModel.of("", x, ChartAxis.linear(said.up), series);
    }

    @Override
    public ChartModel empty() {
      return chart(List.of());
    }

    @Override
    public List<Double> columns() {
      double width = states.to() - states.from();
      return IntStream.rangeClosed(0, COLUMNS)
          .mapToObj(i -> states.from() + width * i / COLUMNS)
          .toList();
    }

    @Override
    public Map<String, Parameter> knobs() {
      Map<String, Parameter> all = new LinkedHashMap<>();
      if (view != View.CURVATURE) {
        all.put("alpha", Knobs.ALPHA);
      }
      if (view == View.ADAPTED || view == View.SLOPE) {
        all.put("steps", Knobs.STEPS);
      }
      if (view == View.STEP) {
        all.put("samples", Knobs.SAMPLES);
        all.put("x", X);
      }
      all.put("y", Y);
      return all;
    }

    @Override
    public double value(String knob) {
      return states.value(knob);
    }

    @Override
    public Illustration with(String knob, double value) {
      return new Shown(states.with(knob, value), view);
    }

    @Override
    public long seed() {
      return states.seed();
    }

    @Override
    public Illustration withSeed(long seed) {
      return new Shown(states.withSeed(seed), view);
    }

    @Override
    public Illustration quick() {
      return this;
    }

    @Override
    public ObjectNode describe() {
      return Illustration.described(KEY, CODEC.write(states), view.token());
    }
  }

  /** All of it takes a few milliseconds. */
  private record Survey(Shown shown) implements Experiment<ChartModel> {

    @Override
    public ChartModel run(
        Workers workers, CancellationToken token, Snapshots<ChartModel> snapshots) {
      ChartModel chart =
          shown.chart(TwoStatesCurves.of(shown.states(), shown.view(), workers, token));
      snapshots.publish(1, chart);
      return chart;
    }
  }
}
