package gmrl.app.atari;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Style;
import gmrl.app.lesson.Learning;
import gmrl.app.ui.Parameter;
import gmrl.atari.learn.LearningCurve;
import gmrl.atari.learn.LearningSettings;
import gmrl.experiment.Family;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.atari.AtariResult;
import gmrl.experiment.atari.AtariSpec;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Learners on games in lessons, trained while one looks on: one curve for each, over thousands of
 * steps.
 */
public final class LearnerIllustrator implements Learning.Kind<AtariSpec, AtariResult> {
  private static final AtariFamily FAMILY = new AtariFamily();

  /** Thousands on the axis: a lesson's learner makes some ten of them. */
  private static final double THOUSAND = 1000;

  @Override
  public List<String> views() {
    return Measured.views();
  }

  @Override
  public Family<AtariSpec, AtariResult> family() {
    return FAMILY;
  }

  @Override
  public double length(AtariSpec learner) {
    return learner.learning().numEnvSteps() / THOUSAND;
  }

  @Override
  public Map<String, Learning.Knob<AtariSpec>> knobs() {
    Map<String, Learning.Knob<AtariSpec>> all = new LinkedHashMap<>();
    LearningSettings usual = LearnerKnobs.DEFAULT.spec(0).learning();
    all.put(
        "alpha",
        new Learning.Knob<>(
            new Parameter(
                "α",
                "inner step size",
                "Step size of the inner updates.",
                usual.lr(),
                LearnerKnobs.LEAST_ALPHA,
                LearnerKnobs.MOST_ALPHA,
                Parameter.Scale.LOG),
            spec -> spec.learning().lr(),
            (spec, v) -> spec.with(s -> s.withLr(v))));
    all.put(
        "steps",
        new Learning.Knob<>(
            new Parameter(
                "K",
                "inner updates",
                "Inner updates of one meta-gradient.",
                usual.meta().innerSteps(),
                1,
                LearnerKnobs.MOST_STEPS,
                Parameter.Scale.INTEGER),
            spec -> spec.learning().meta().innerSteps(),
            (spec, v) -> spec.with(s -> s.withMeta(s.meta().withInnerSteps(v.intValue())))));
    all.put(
        "meta-rate",
        new Learning.Knob<>(
            new Parameter(
                "β",
                "meta step size",
                "Step size with which the meta-parameters follow their gradient.",
                usual.meta().metaLr(),
                1e-4,
                1,
                Parameter.Scale.LOG),
            spec -> spec.learning().meta().metaLr(),
            (spec, v) -> spec.with(s -> s.withMeta(s.meta().withMetaLr(v)))));
    return all;
  }

  @Override
  public ChartModel draw(
      Learning<AtariSpec, AtariResult> learning, List<AtariResult> results, double progress) {
    ToDoubleFunction<LearningCurve.Point> measure = Measured.of(learning.view());
    List<ChartSeries> means = new ArrayList<>();
    List<ChartSeries> singles = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      String label = learning.learners().get(i).label();
      Style look = Style.nth(i).with(Style.Dash.nth(i)).with(Style.Marker.NONE);
      List<AtariResult.SeedRun> runs = results.get(i).runs();
      means.add(ChartSeries.estimate(label, look, mean(runs, measure)));
      if (runs.size() > 1) {
        singles.add(ChartSeries.singleSeeds(label, look, each(runs, measure)));
      }
    }
    ChartModel axes = learning.empty();
    return new ChartModel("", axes.x(), axes.y(), means, List.of(), progress).plus(singles);
  }

  /** Over the seeds at every row that all of them have. */
  private static List<ChartPoint> mean(
      List<AtariResult.SeedRun> runs, ToDoubleFunction<LearningCurve.Point> measure) {
    int rows = runs.stream().mapToInt(run -> run.curve().points().size()).min().orElse(0);
    List<ChartPoint> points = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      int row = i;
      MeanEstimate mean =
          MeanEstimate.of(
              runs.stream()
                  .mapToDouble(run -> measure.applyAsDouble(run.curve().points().get(row)))
                  .toArray());
      double x = runs.get(0).curve().points().get(row).steps() / THOUSAND;
      if (Double.isFinite(mean.mean())) {
        points.add(
            runs.size() < AtariCharts.LEAST_FOR_BAND
                ? ChartPoint.of(x, mean.mean())
                : new ChartPoint(x, mean.mean(), mean.interval().low(), mean.interval().high()));
      }
    }
    return points;
  }

  private static List<ChartPoint> each(
      List<AtariResult.SeedRun> runs, ToDoubleFunction<LearningCurve.Point> measure) {
    List<ChartPoint> points = new ArrayList<>();
    for (AtariResult.SeedRun run : runs) {
      for (LearningCurve.Point point : run.curve().points()) {
        points.add(ChartPoint.of(point.steps() / THOUSAND, measure.applyAsDouble(point)));
      }
      points.add(ChartPoint.of(run.steps() / THOUSAND, Double.NaN));
    }
    return points;
  }

  @Override
  public ChartModel empty(String view) {
    return ChartModel.empty(
        "", ChartAxis.linear("thousands of steps"), ChartAxis.linear(Measured.label(view)));
  }
}
