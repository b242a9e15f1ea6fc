package gmrl.app.bias;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.control.Knobs;
import gmrl.app.lesson.DrawnExperiment;
import gmrl.app.lesson.Illustration;
import gmrl.app.lesson.Illustrator;
import gmrl.app.state.Symbols;
import gmrl.app.ui.Parameter;
import gmrl.experiment.Experiment;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.file.JsonView;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sweeps of bias in lessons: one curve for each specification of a study. */
public final class BiasIllustrator implements Illustrator {
  private static final BiasFamily FAMILY = new BiasFamily();

  /** What a study has beside its curves and a lesson need not say. */
  private static final JsonView UNSAID =
      JsonView.parse("lesson", "{\"id\": \"lesson\", \"title\": \"\", \"sentence\": \"\"}");

  private static final double PERCENT = 100;

  /** Trials below which an interval says little. */
  private static final int LEAST = 20;

  private final TrialBank bank;

  /**
   * An illustrator.
   *
   * @param bank keeps the trials of all views of the window
   */
  public BiasIllustrator(TrialBank bank) {
    this.bank = bank;
  }

  @Override
  public String key() {
    return FAMILY.id();
  }

  @Override
  public List<String> views() {
    return Arrays.stream(BiasMeasure.values()).map(BiasIllustrator::token).toList();
  }

  private static String token(BiasMeasure measure) {
    return measure.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Illustration read(JsonView spec, String view) {
    JsonView whole = spec.object().has("curves") ? spec.over(UNSAID) : spec;
    BiasStudy study = FAMILY.read(whole);
    long swept = study.specs().stream().map(s -> s.sweep().map(w -> w.values())).distinct().count();
    if (swept != 1 || study.specs().get(0).sweep().isEmpty()) {
      throw spec.located(
          new IllegalArgumentException(
              "its curves have "
                  + swept
                  + " different sweeps, or none, expected one common sweep of a variable"));
    }
    if (study.specs().get(0).sweep().orElseThrow().values().size() < 2) {
      throw spec.located(new IllegalArgumentException("its sweep has one value, expected more"));
    }
    return new Shown(
        study, BiasMeasure.valueOf(view.toUpperCase(Locale.ROOT).replace('-', '_')), bank);
  }

  private record Shown(BiasStudy spec, BiasMeasure measure, TrialBank bank)
      implements Illustration.OfFamily<BiasStudy> {

    @Override
    public BiasFamily family() {
      return FAMILY;
    }

    @Override
    public Shown of(BiasStudy other) {
      return new Shown(other, measure, bank);
    }

    private SweepVariable swept() {
      return spec.specs().get(0).sweep().orElseThrow().variable();
    }

    @Override
    public Experiment<ChartModel> experiment() {
      return new DrawnExperiment<>(new BiasExperiment(spec, bank), this::draw);
    }

    private ChartModel draw(BiasResult result, double progress) {
      List<BiasStudy.Curve> curves = spec.curves();
      BiasCharts.Sight sight =
          new BiasCharts.Sight(
              swept(),
              Symbols.isNaturallyLog(swept()),
              measure,
              measure.isNaturallyLog() && measure != BiasMeasure.RELATIVE_BIAS,
              Bands.TRIALS,
              Looks.of(curves.stream().map(BiasStudy.Curve::label).toList()),
              true);
      ChartModel chart = BiasCharts.sweep("", sight, result, List.of(), progress);
      return measure == BiasMeasure.RELATIVE_BIAS ? percent(chart) : chart;
    }

    /** A percentage needs no explanation. */
    private static ChartModel percent(ChartModel chart) {
      return chart
          .with()
          .y(chart.y().in(" %"))
          .series(chart.series().stream().map(Shown::percent).toList())
          .build();
    }

    private static ChartSeries percent(ChartSeries s) {
      List<ChartPoint> points =
          s.points().stream()
              .map(
                  p ->
                      new ChartPoint(
                              p.x(),
                              PERCENT * p.y(),
                              PERCENT * p.low(),
                              PERCENT * p.high(),
                              p.trials())
                          .withExact(p.exact()))
              .toList();
      return s.withPoints(points);
    }

    @Override
    public ChartModel empty() {
      return draw(new BiasResult(List.of(), new BiasResult.Timing(java.time.Duration.ZERO, 0)), 0);
    }

    @Override
    public List<String> curves() {
      return spec.curves().stream().map(BiasStudy.Curve::label).toList();
    }

    @Override
    public List<Double> columns() {
      return spec.specs().get(0).sweep().orElseThrow().values().stream().sorted().toList();
    }

    @Override
    public Map<String, Parameter> knobs() {
      Map<String, Parameter> all = new LinkedHashMap<>();
      for (SweepVariable variable : SweepVariable.values()) {
        boolean sampled = spec.specs().stream().anyMatch(s -> s.setup().samples() > 0);
        if (variable != swept() && (variable != SweepVariable.SAMPLES || sampled)) {
          all.put(variable.token(), parameter(variable));
        }
      }
      return all;
    }

    private static Parameter parameter(SweepVariable variable) {
      return switch (variable) {
        case ALPHA -> Knobs.ALPHA;
        case STEPS -> Knobs.STEPS;
        case SAMPLES -> Knobs.SAMPLES;
        case HESSIAN_COEF -> Knobs.COEFFICIENT;
        case LOADED_DISCOUNT -> Knobs.LOADED_DISCOUNT;
      };
    }

    @Override
    public double value(String knob) {
      SweepVariable variable = SweepVariable.parse(knob);
      return spec.specs().stream()
          .filter(s -> variable != SweepVariable.SAMPLES || s.setup().samples() > 0)
          .mapToDouble(s -> variable.read(s.setup()))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public Illustration with(String knob, double value) {
      SweepVariable variable = SweepVariable.parse(knob);
      return of(spec.map(one -> one.withSetup(variable.apply(one.setup(), value))));
    }

    @Override
    public Illustration quick() {
      // The mean over few MDPs would say little about the mean over many.
      return of(spec.map(s -> s.withTrials(Math.min(s.trials(), Math.max(LEAST, s.trials() / 3)))));
    }
  }
}
