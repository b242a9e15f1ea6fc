package gmrl.app.lesson;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Role;
import gmrl.experiment.ShortNumber;
import gmrl.meta.LogLogFit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Reads numbers off a chart by the names of its curves. */
final class Curves {
  private static final double SAME = 1e-9;

  private Curves() {}

  /** The curve of this name. */
  static ChartSeries named(ChartModel chart, String name) {
    List<ChartSeries> own = chart.series().stream().filter(s -> s.role() != Role.PINNED).toList();
    return own.stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow(() -> missing(name, own.stream().map(ChartSeries::name).toList()));
  }

  /** That a plot has no curve of this name. */
  static IllegalArgumentException missing(String name, List<String> known) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "the plot has no curve \"%s\", expected one of %s",
            name,
            known.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", "))));
  }

  /** The points at a place; several where single runs share a curve's name. */
  static List<ChartPoint> at(ChartSeries curve, double x) {
    List<ChartPoint> there =
        curve.points().stream()
            .filter(p -> Math.abs(p.x() - x) <= SAME * Math.max(1, Math.abs(x)))
            .filter(ChartPoint::isPresent)
            .toList();
    if (there.isEmpty()) {
      boolean gap = curve.points().stream().anyMatch(p -> Math.abs(p.x() - x) <= SAME);
      if (!gap) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the curve \"%s\" has no point at %s, expected one of %s",
                curve.name(),
                ShortNumber.of(x),
                places(curve)));
      }
    }
    return there;
  }

  private static String places(ChartSeries curve) {
    List<String> all =
        curve.points().stream().map(ChartPoint::x).distinct().map(ShortNumber::of).toList();
    return all.size() <= 12
        ? String.join(", ", all)
        : String.join(", ", all.subList(0, 4)) + " … " + all.get(all.size() - 1);
  }

  /** Where the curve begins. */
  static double start(ChartSeries curve) {
    return curve.points().stream().mapToDouble(ChartPoint::x).min().orElse(Double.NaN);
  }

  /** Where the curve ends. */
  static double end(ChartSeries curve) {
    return curve.points().stream().mapToDouble(ChartPoint::x).max().orElse(Double.NaN);
  }

  /** All heights of the curve. */
  static DoubleStream heights(List<ChartPoint> points) {
    return points.stream().filter(ChartPoint::isPresent).mapToDouble(ChartPoint::y);
  }

  /** The slope between logarithms. */
  static double slope(ChartSeries curve) {
    List<ChartPoint> clear =
        curve.points().stream().filter(p -> p.isPresent() && p.y() > 0 && p.x() > 0).toList();
    return LogLogFit.of(
            clear.stream().mapToDouble(ChartPoint::x).toArray(),
            clear.stream().mapToDouble(ChartPoint::y).toArray())
        .slope();
  }
}
