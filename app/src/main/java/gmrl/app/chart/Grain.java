package gmrl.app.chart;

import java.util.Arrays;

/** What kind of numbers lie along a horizontal axis; decides where its ticks make sense. */
enum Grain {
  /** Any numbers. */
  REAL,
  /** Whole numbers, such as K: no ticks in between. */
  WHOLE,
  /** Powers of two, such as sample sizes: ticks at powers of two. */
  BINARY;

  static Grain of(ChartModel model) {
    double[] places =
        model.series().stream()
            .flatMap(series -> series.points().stream())
            .mapToDouble(ChartPoint::x)
            .toArray();
    if (places.length == 0 || Arrays.stream(places).anyMatch(x -> x != Math.rint(x))) {
      return REAL;
    }
    boolean powers = Arrays.stream(places).allMatch(x -> x >= 1 && Long.bitCount((long) x) == 1);
    return powers ? BINARY : WHOLE;
  }
}
