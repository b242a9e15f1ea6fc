package gmrl.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up but plausible charts that the tests and the gallery draw. */
public final class SampleCharts {

  private SampleCharts() {}

  /** Bias² of four estimators falling with the sample size, bound on top, one pinned curve. */
  public static ChartModel sampleSizes() {
    SplittableRandom random = new SplittableRandom(1);
    String[] names = {"lvc", "maml", "loaded", "dice"};
    double[] level = {0.8, 0.9, 0.7, 6};
    List<ChartSeries> series = new ArrayList<>();
    for (int e = 0; e < names.length; e++) {
      series.add(
          ChartSeries.estimate(names[e], Style.nth(e), falling(level[e], random)).withSlope());
    }
    List<ChartPoint> bound = new ArrayList<>();
    for (int n = 2; n <= 256; n *= 2) {
      bound.add(ChartPoint.of(n, 90 / Math.sqrt(n)));
    }
    series.add(
        ChartSeries.line("bound", Role.BOUND, Style.neutral(Style.Dash.DASHED), bound)
            .withNote("slope −0.50"));
    series.add(series.get(0).with().name("lvc, α = 3").role(Role.PINNED).build());
    return ChartModel.of(
        "Compositional bias",
        ChartAxis.log("trajectories |τ| per inner gradient"),
        ChartAxis.log("bias²  ‖ḡ − g‖²"),
        series);
  }

  private static List<ChartPoint> falling(double level, SplittableRandom random) {
    List<ChartPoint> points = new ArrayList<>();
    for (int n = 2; n <= 256; n *= 2) {
      double y = level / n * Math.exp(0.15 * random.nextGaussian());
      points.add(new ChartPoint(n, y, y * 0.7, y * 1.4));
    }
    return points;
  }

  /** Corrected bias² that noise carries below zero. */
  public static ChartModel belowZero() {
    SplittableRandom random = new SplittableRandom(4);
    List<ChartSeries> series = new ArrayList<>();
    String[] names = {"lvc", "dice", "loaded"};
    for (int e = 0; e < 3; e++) {
      List<ChartPoint> points = new ArrayList<>();
      for (int k = 1; k <= 10; k++) {
        double truth = (e == 0 ? 2e-5 : e == 1 ? 1e-4 : 3e-6) * Math.pow(1.9, k) * (e == 2 ? 0 : 1);
        double half = 4e-5 * (1 + e);
        double y = truth + half * 0.6 * random.nextGaussian();
        points.add(new ChartPoint(k, y, y - half, y + half));
      }
      series.add(ChartSeries.estimate(names[e], Style.nth(e), points));
    }
    return new ChartModel(
        "Hessian bias",
        ChartAxis.linear("inner steps K"),
        ChartAxis.linear("bias², corrected").on(new Scale.SymLog(0)),
        series,
        List.of(ReferenceLine.atY(0, "unbiased")),
        0.6);
  }

  /** Ordered K on viridis, linear axes, small numbers. */
  public static ChartModel orderedSteps() {
    List<ChartSeries> series = new ArrayList<>();
    for (int k = 1; k <= 6; k++) {
      List<ChartPoint> points = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        double alpha = 0.1 + i * 0.2;
        double y = 2.3e-4 * k * alpha / (1 + 0.3 * alpha);
        points.add(new ChartPoint(alpha, y, y * 0.92, y * 1.08));
      }
      series.add(ChartSeries.estimate("K = " + k, Style.ordered(k - 1, 6), points));
    }
    return new ChartModel(
        "",
        ChartAxis.linear("inner learning rate α"),
        ChartAxis.linear("relative bias"),
        series,
        List.of(ReferenceLine.atX(3, "α = 3")),
        1);
  }

  /** The seven decompositions as bars. */
  public static ChartModel decompositions() {
    SplittableRandom random = new SplittableRandom(7);
    List<String> names = List.of("eel", "lee", "ele", "ell", "lle", "lel", "lll");
    List<ChartSeries> series = new ArrayList<>();
    String[] estimators = {"lvc", "maml", "loaded", "dice"};
    for (int e = 0; e < estimators.length; e++) {
      List<ChartPoint> points = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        double y = Math.max(0.05, 0.95 - 0.1 * i * random.nextDouble() - 0.12 * e);
        points.add(new ChartPoint(i, y, y - 0.04, y + 0.04));
      }
      series.add(ChartSeries.bars(estimators[e], Style.nth(e), points));
    }
    return ChartModel.of(
        "Correlation with the exact meta-gradient",
        ChartAxis.categories("slots that are estimated", names),
        ChartAxis.linear("correlation"),
        series);
  }

  /** Mean and ten single seeds over 500 updates, with negative values. */
  public static ChartModel seeds() {
    List<ChartSeries> series = new ArrayList<>();
    double[] mean = new double[501];
    List<ChartSeries> runs = new ArrayList<>();
    for (int seed = 0; seed < 10; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double goal = seed % 3 == 0 ? -1.95 : -1.05;
      List<ChartPoint> points = new ArrayList<>();
      double y = -1.6;
      for (int u = 0; u <= 500; u++) {
        y += 0.02 * (goal - y) + 0.02 * random.nextGaussian();
        mean[u] += y / 10;
        points.add(ChartPoint.of(u, y));
      }
      runs.add(
          ChartSeries.line(
              "single seeds",
              Role.SINGLE_RUN,
              Style.nth(0).with(Style.Marker.NONE).with(Style.Dash.SOLID),
              points));
    }
    List<ChartPoint> points = new ArrayList<>();
    for (int u = 0; u <= 500; u++) {
      points.add(new ChartPoint(u, mean[u], mean[u] - 0.12, mean[u] + 0.12));
    }
    series.add(ChartSeries.estimate("mean ± s.e.", Style.nth(0).with(Style.Marker.NONE), points));
    series.addAll(runs);
    return new ChartModel(
        "LOLA-DiCE returns",
        ChartAxis.linear("update"),
        ChartAxis.linear("return per step"),
        series,
        List.of(ReferenceLine.atY(-1, "both cooperate"), ReferenceLine.atY(-2, "both defect")),
        1);
  }

  /** A log axis with estimates at and below zero. */
  public static ChartModel floor() {
    ChartModel below = belowZero();
    return below.withY(below.y().on(new Scale.Log())).withTitle("On a log axis");
  }

  /** Nothing yet. */
  public static ChartModel empty() {
    return ChartModel.empty("Waiting", ChartAxis.log("|τ|"), ChartAxis.log("bias²"));
  }

  /** All of them. */
  public static List<ChartModel> all() {
    return List.of(
        sampleSizes(), belowZero(), orderedSteps(), decompositions(), seeds(), floor(), empty());
  }
}
