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

  /** Where so many of all places are powers of two, one between them does not move the ticks. */
  private static final double MOST = 0.7;

  static Grain of(ChartModel model) {
    double[] drawn =
        model.series().stream()
            .flatMap(series -> series.points().stream())
            .mapToDouble(ChartPoint::x)
            .distinct()
            .toArray();
    // What is still to come lies between the ends of its axis.
    double[] places = drawn.length > 0 ? drawn : new double[] {model.x().low(), model.x().high()};
    if (Arrays.stream(places).anyMatch(x -> x != Math.rint(x))) {
      return REAL;
    }
    long powers = Arrays.stream(places).filter(x -> x >= 1 && Long.bitCount((long) x) == 1).count();
    return powers >= MOST * places.length ? BINARY : WHOLE;
  }
}
