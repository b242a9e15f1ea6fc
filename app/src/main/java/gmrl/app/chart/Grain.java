package gmrl.app.chart;

/** What kind of numbers lie along a horizontal axis; decides where its ticks make sense. */
enum Grain {
  /** Any numbers. */
  REAL,
  /** Whole numbers, such as K: no ticks in between. */
  WHOLE,
  /** Powers of two, such as sample sizes: ticks at powers of two. */
  BINARY;

  static Grain of(ChartModel model) {
    Grain grain = BINARY;
    boolean any = false;
    for (ChartSeries series : model.series()) {
      for (ChartPoint p : series.points()) {
        any = true;
        if (p.x() != Math.rint(p.x())) {
          return REAL;
        }
        if (p.x() < 1 || Long.bitCount((long) p.x()) != 1) {
          grain = WHOLE;
        }
      }
    }
    return any ? grain : REAL;
  }
}
