package gmrl.app.ipd;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.lesson.DrawnExperiment;
import gmrl.app.lesson.Illustration;
import gmrl.app.lesson.Illustrator;
import gmrl.app.ui.Parameter;
import gmrl.experiment.Experiment;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.ipd.LolaCondition;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.ipd.LolaSpec;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.LolaConfig;
import gmrl.ipd.LolaSnapshot;
import gmrl.ipd.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Learners in repeated games in lessons: one curve for each condition, over updates. */
public final class GameIllustrator implements Illustrator {
  private static final LolaFamily FAMILY = new LolaFamily();
  private static final String RETURNS = "returns";
  private static final String CORRELATION = "correlation";
  private static final String POLICIES = "policies";

  private static final Parameter SAMPLES =
      new Parameter(
          "|τ|",
          "sample size",
          "Games played in the mind before each imagined step of the opponent.",
          LolaConfig.BATCH,
          4,
          4096,
          Parameter.Scale.COUNT);
  private static final Parameter RATE =
      new Parameter(
          "α",
          "imagined step size",
          "How far the opponent is imagined to learn in one step.",
          LolaConfig.DEFAULT.innerRate(),
          0.01,
          10,
          Parameter.Scale.LOG);
  private static final Parameter LOOKAHEADS =
      new Parameter(
          "K",
          "imagined steps",
          "How many steps the opponent is imagined to learn; 0 learns as if it never did.",
          LolaConfig.DEFAULT.lookaheads(),
          0,
          5,
          Parameter.Scale.INTEGER);
  private static final Parameter DISCOUNT =
      new Parameter(
          "γ",
          "discount",
          "What a payoff one step later is worth today; 0 plays for the present step alone.",
          LolaConfig.DEFAULT.discount(),
          0,
          0.99,
          Parameter.Scale.LINEAR);
  private static final Parameter SEEDS =
      new Parameter(
          "n",
          "seeds",
          "Pairs of learners that start from different random numbers.",
          LolaSpec.DEFAULT.seeds(),
          1,
          40,
          Parameter.Scale.INTEGER);

  @Override
  public String key() {
    return FAMILY.id();
  }

  @Override
  public List<String> views() {
    return List.of(RETURNS, CORRELATION, POLICIES);
  }

  @Override
  public Illustration read(JsonView json, String view) {
    JsonView whole =
        json.object().has("conditions")
            ? json.over(
                JsonView.parse("lesson", "{\"id\": \"lesson\", \"title\": \"\", \"source\": \"\"}"))
            : json;
    LolaStudy study = FAMILY.read(whole);
    if (study.specs().stream().map(LolaSpec::updates).distinct().count() > 1) {
      throw json.located(
          new IllegalArgumentException("its conditions differ in updates, expected one number"));
    }
    return new Shown(study, view);
  }

  private record Shown(LolaStudy spec, String view) implements Illustration.OfFamily<LolaStudy> {

    @Override
    public LolaFamily family() {
      return FAMILY;
    }

    @Override
    public Shown of(LolaStudy other) {
      return new Shown(other, view);
    }

    @Override
    public Experiment<ChartModel> experiment() {
      return new DrawnExperiment<>(FAMILY.experiment(spec), this::draw);
    }

    private ChartModel draw(List<LolaSnapshot> snapshots, double progress) {
      List<LolaCondition> conditions = spec.conditions();
      return switch (view) {
        case CORRELATION ->
            IpdCharts.gradient(
                conditions, snapshots, GradientMeasure.CORRELATION, OptionalInt.empty(), progress);
        case POLICIES ->
            IpdCharts.policies(
                    conditions.get(0).spec().config().game(),
                    snapshots.get(0),
                    OptionalInt.empty(),
                    snapshots.get(0).updates())
                .withProgress(progress);
        default -> IpdCharts.returns(conditions, snapshots, true, OptionalInt.empty(), progress);
      };
    }

    @Override
    public ChartModel empty() {
      return view.equals(POLICIES)
          ? ChartModel.empty("", IpdCharts.emptyReturns().x(), IpdCharts.emptyReturns().y())
          : draw(List.of(), 0);
    }

    @Override
    public List<String> curves() {
      Stream<String> labels = spec.conditions().stream().map(LolaCondition::label);
      return switch (view) {
        case CORRELATION -> labels.toList();
        case POLICIES -> List.of();
        default ->
            labels.flatMap(label -> Stream.of(label, ChartSeries.singleSeedsOf(label))).toList();
      };
    }

    @Override
    public List<Double> columns() {
      return Illustration.along(spec.specs().get(0).updates());
    }

    @Override
    public Map<String, Parameter> knobs() {
      Map<String, Parameter> all = new LinkedHashMap<>();
      all.put("samples", SAMPLES);
      all.put("alpha", RATE);
      all.put("lookaheads", LOOKAHEADS);
      all.put("discount", DISCOUNT);
      all.put("seeds", SEEDS);
      return all;
    }

    @Override
    public double value(String knob) {
      LolaSpec first =
          spec.specs().stream()
              .filter(s -> s.config().inner() instanceof Samples.Fresh)
              .findFirst()
              .orElse(spec.specs().get(0));
      return switch (knob) {
        case "alpha" -> first.config().innerRate();
        case "lookaheads" -> first.config().lookaheads();
        case "discount" -> first.config().discount();
        case "seeds" -> first.seeds();
        default ->
            first.config().inner() instanceof Samples.Fresh fresh
                ? fresh.trajectories()
                : LolaConfig.BATCH;
      };
    }

    @Override
    public Illustration with(String knob, double value) {
      return switch (knob) {
        case "alpha" -> config(c -> c.with().innerRate(value).build());
        case "lookaheads" -> config(c -> c.with().lookaheads((int) value).build());
        case "discount" -> config(c -> c.with().discount(value).build());
        case "seeds" -> of(spec.map(s -> s.over(s.updates(), s.seed(), (int) value)));
        default ->
            config(
                c ->
                    c.inner() instanceof Samples.Fresh
                        ? c.with().inner(new Samples.Fresh((int) value)).build()
                        : c);
      };
    }

    private Illustration config(UnaryOperator<LolaConfig> change) {
      return of(spec.map(s -> s.with(change.apply(s.config()))));
    }
  }
}
