package gmrl.app.training;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.experiment.training.TrainingResult;
import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** From meta-training results to charts, for the window and for figures alike; pure. */
final class TrainingCharts {
  /** A single learner. */
  static final Style ALONE = Style.nth(0);

  /** The learner that follows the true meta-gradient. */
  static final String EXACT = "exact";

  private static final int MOST_SINGLE_RUNS = 60;

  private TrainingCharts() {}

  /** One estimated learner. */
  record Trained(String label, Style style, TrainingResult result) {}

  /** Axes without data. */
  static ChartModel empty(boolean shortfall) {
    return ChartModel.empty("", x(), y(shortfall));
  }

  /**
   * Estimated learners, with the exact one beside them or as what they stay behind.
   *
   * @param learners at least one; all on the same MDPs
   * @param shortfall whether the paired difference is drawn
   */
  static ChartModel of(String title, List<Trained> learners, boolean shortfall, double progress) {
    List<ChartSeries> series = new ArrayList<>();
    for (Trained learner : learners) {
      // MDPs differ far more than learners do, so only the paired difference has a telling band.
      series.add(
          ChartSeries.estimate(
              learner.label(),
              learner.style(),
              points(
                  learner.result(),
                  shortfall ? TrainingResult.Point::shortfall : TrainingResult.Point::estimated,
                  shortfall)));
    }
    if (!shortfall) {
      series.add(
          ChartSeries.line(
              EXACT,
              Role.EXACT,
              Style.neutral(Style.Dash.DASHED),
              points(learners.get(0).result(), TrainingResult.Point::exact, false)));
    }
    return new ChartModel(
        title,
        x(),
        y(shortfall),
        series,
        shortfall ? List.of(ReferenceLine.atY(0, EXACT)) : List.of(),
        progress);
  }

  /** The chart with every estimated learner behind its mean, up to some. */
  static ChartModel withSingles(ChartModel chart, List<Trained> learners) {
    ChartModel all = chart;
    for (Trained one : learners) {
      all = all.plus(singles(one, MOST_SINGLE_RUNS / learners.size()));
    }
    return all;
  }

  private static List<ChartSeries> singles(Trained one, int most) {
    List<ChartSeries> series = new ArrayList<>();
    for (TrainingResult.Learner learner : one.result().learners()) {
      if (!learner.isExact() && series.size() < most) {
        List<ChartPoint> points = new ArrayList<>();
        for (int i = 0; i < learner.objectives().size(); i++) {
          points.add(ChartPoint.of(i, learner.objectives().get(i)));
        }
        series.add(
            ChartSeries.line(
                    "MDP " + (learner.mdp() + 1) + ", run " + (learner.run().orElseThrow() + 1),
                    Role.SINGLE_RUN,
                    one.style().with(Style.Marker.NONE),
                    points)
                .of(one.label()));
      }
    }
    return series;
  }

  /** What is plotted. */
  static String label(boolean shortfall) {
    return shortfall ? "value lost to the error" : "value after adaptation";
  }

  /** What the bands are. */
  static String bands(boolean shortfall) {
    return shortfall ? "95 % interval over MDPs, paired" : "none";
  }

  private static List<ChartPoint> points(
      TrainingResult result, Function<TrainingResult.Point, MeanEstimate> value, boolean band) {
    List<ChartPoint> points = new ArrayList<>();
    for (TrainingResult.Point p : result.points()) {
      Interval i = value.apply(p).interval();
      points.add(
          band
              ? new ChartPoint(p.update(), i.value(), i.low(), i.high())
              : ChartPoint.of(p.update(), i.value()));
    }
    return points;
  }

  private static ChartAxis x() {
    return ChartAxis.linear("update of φ");
  }

  private static ChartAxis y(boolean shortfall) {
    return ChartAxis.linear(label(shortfall));
  }
}
