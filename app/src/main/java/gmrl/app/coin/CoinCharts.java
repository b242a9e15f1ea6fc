package gmrl.app.coin;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.experiment.coin.CoinResult;
import gmrl.ipd.coin.CoinUpdate;
import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** From records of the Coin Game to charts; pure. */
final class CoinCharts {
  /** More points than this per curve cannot be told apart. */
  private static final int POINTS = 160;

  /** A colour that stands for neither of the two biases. */
  private static final Style LOOK = look(0);

  /** What is drawn over updates. */
  enum Plot {
    /** Rewards. */
    RETURNS("return", "mean return per step", 0, "both take everything"),
    /** Whose coins are taken. */
    OWN_SHARE("ownShare", "share of own coins", .5, "indifferent");

    private final String key;
    private final String label;
    private final double landmark;
    private final String word;

    Plot(String key, String label, double landmark, String word) {
      this.key = key;
      this.label = label;
      this.landmark = landmark;
      this.word = word;
    }

    /** The measure of stored runs. */
    String key() {
      return key;
    }

    /** In lesson files. */
    String token() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The vertical axis. */
    String label() {
      return label;
    }
  }

  private CoinCharts() {}

  /** The look of one of several pairs of learners. */
  static Style look(int index) {
    return Style.nth(index).with(Style.Dash.nth(index)).with(Style.Marker.NONE);
  }

  /** Axes without data. */
  static ChartModel empty(Plot plot) {
    return ChartModel.empty("", ChartAxis.linear("update"), ChartAxis.linear(plot.label));
  }

  /** The same for so many updates. */
  static ChartModel empty(Plot plot, int updates) {
    ChartModel axes = empty(plot);
    return ChartModel.empty("", axes.x().between(0, updates), axes.y());
  }

  /** Both agents together, the mean over seeds with its interval and perhaps the single seeds. */
  static ChartModel of(
      Plot plot, CoinResult result, int updates, boolean singles, double progress) {
    int last = result.updates();
    List<ChartPoint> mean = new ArrayList<>();
    for (int update : indices(last)) {
      Interval i = over(plot, result, update).interval();
      mean.add(
          new ChartPoint(result.seeds().get(0).get(update).update(), i.value(), i.low(), i.high()));
    }
    List<ChartSeries> series = new ArrayList<>();
    String name = "mean of " + result.seeds().size() + " seeds";
    series.add(ChartSeries.estimate(name, LOOK, mean));
    if (singles && result.seeds().size() > 1) {
      List<ChartPoint> paths = new ArrayList<>();
      for (List<CoinUpdate> seed : result.seeds()) {
        for (int update : indices(last)) {
          paths.add(ChartPoint.of(seed.get(update).update(), pair(plot, seed.get(update))));
        }
        paths.add(ChartPoint.of(seed.get(last).update(), Double.NaN));
      }
      series.add(ChartSeries.line("single seeds", Role.SINGLE_RUN, LOOK, paths).of(name));
    }
    return new ChartModel(
        "",
        ChartAxis.linear("update").between(0, updates),
        ChartAxis.linear(plot.label),
        series,
        List.of(ReferenceLine.atY(plot.landmark, plot.word)),
        progress);
  }

  /** Mean over seeds at the index of a record, both agents together. */
  static MeanEstimate over(Plot plot, CoinResult result, int update) {
    return MeanEstimate.of(
        result.seeds().stream().mapToDouble(seed -> pair(plot, seed.get(update))).toArray());
  }

  private static double pair(Plot plot, CoinUpdate update) {
    Function<CoinUpdate, double[]> both =
        plot == Plot.RETURNS ? CoinUpdate::returns : CoinUpdate::ownShare;
    double[] values = both.apply(update);
    return (values[0] + values[1]) / 2;
  }

  private static int[] indices(int last) {
    int stride = Math.max(1, (last + POINTS - 1) / POINTS);
    return gmrl.experiment.Stride.updates(last, stride);
  }
}
