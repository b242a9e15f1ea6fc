package gmrl.app.shell;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Mark;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the curves of a plot come to, in words: estimates first, and of those the best. */
final class Endings {
  private Endings() {}

  /** Such as "return −1.68 ± 0.09 (|τ| = 32), −1.00 (exact)"; empty where there are no curves. */
  static String of(ChartModel chart) {
    List<ChartSeries> curves =
        chart.series().stream()
            .filter(s -> s.mark() == Mark.LINE)
            .filter(s -> s.role().isMeasured())
            .filter(s -> last(s).isPresent())
            .sorted(
                Comparator.comparing(Endings::isExact)
                    .thenComparingDouble(s -> -last(s).orElseThrow().y()))
            .toList();
    if (curves.isEmpty()) {
      return "";
    }
    String what = chart.y().label();
    int blank = what.indexOf(' ');
    return curves.stream()
        .map(s -> number(s) + " (" + s.name() + ")")
        .collect(
            Collectors.joining(
                ", ",
                (blank < 0 ? what : what.substring(0, blank))
                    + (chart.standing().isComplete() ? " " : " so far "),
                ""));
  }

  private static boolean isExact(ChartSeries curve) {
    return curve.note().isEmpty() && last(curve).filter(p -> p.high() > p.low()).isEmpty();
  }

  private static Optional<ChartPoint> last(ChartSeries curve) {
    return curve.points().stream().filter(ChartPoint::isPresent).reduce((before, end) -> end);
  }

  /** What the legend says of the end, or else the last point with half of its interval. */
  private static String number(ChartSeries curve) {
    if (!curve.note().isEmpty()) {
      return curve.note();
    }
    ChartPoint end = last(curve).orElseThrow();
    double half = (end.high() - end.low()) / 2;
    String form = Math.abs(end.y()) < 10 ? "%.2f" : "%.1f";
    String value = String.format(Locale.ROOT, form, end.y()).replace('-', '−');
    return half > 0 ? value + " ± " + String.format(Locale.ROOT, form, half) : value;
  }
}
