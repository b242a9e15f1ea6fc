package gmrl.app.shelf;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.app.figure.KeptCurves;
import gmrl.experiment.compare.RunTable;
import gmrl.meta.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** Curves of kept runs as series of a chart. */
public final class Overlays {
  /** More points than this per curve cannot be told apart. */
  private static final int POINTS = 160;

  private static final String SEPARATOR = ", ";

  private Overlays() {}

  /** A chart with the curves of some runs over it, as both change. */
  static ReadOnlyObjectProperty<ChartModel> over(
      ObservableValue<ChartModel> chart,
      ObservableList<KeptRun> runs,
      Predicate<KeptRun> shown,
      BiFunction<KeptRun, ChartModel, List<ChartSeries>> curves) {
    ReadOnlyObjectWrapper<ChartModel> both = new ReadOnlyObjectWrapper<>(chart.getValue());
    Runnable draw =
        () -> {
          ChartModel now = chart.getValue();
          List<ChartSeries> more = new ArrayList<>();
          runs.stream().filter(shown).forEach(run -> more.addAll(curves.apply(run, now)));
          both.set(more.isEmpty() ? now : now.plus(more));
        };
    chart.addListener((o, old, now) -> draw.run());
    runs.addListener((ListChangeListener<KeptRun>) change -> draw.run());
    draw.run();
    return both.getReadOnlyProperty();
  }

  /** Every so many of a series' updates are as many as a curve shows. */
  public static int stride(int updates) {
    return Math.max(1, (updates + POINTS - 1) / POINTS);
  }

  /**
   * The mean of a measure along a curve.
   *
   * @param name text of the legend
   * @param band whether the 95 % interval over samples is drawn
   */
  public static ChartSeries of(
      KeptRun run, RunTable.Key curve, String measure, String name, Style.Dash dash, boolean band) {
    return of(run, curve, measure, name, dash, band, 1);
  }

  /**
   * The same in other units.
   *
   * @param unit what a step of the chart's axis is, in those of the table
   */
  public static ChartSeries of(
      KeptRun run,
      RunTable.Key curve,
      String measure,
      String name,
      Style.Dash dash,
      boolean band,
      double unit) {
    RunTable table = run.table().orElseThrow();
    List<Double> positions = table.positions(curve);
    List<ChartPoint> points = new ArrayList<>();
    int stride = stride(positions.size());
    for (int i = 0; i < positions.size(); i++) {
      if (i % stride == 0 || i == positions.size() - 1) {
        double x = positions.get(i);
        Interval mean = table.mean(curve, x, measure).interval();
        if (!Double.isNaN(mean.value())) {
          points.add(
              band
                  ? new ChartPoint(x / unit, mean.value(), mean.low(), mean.high())
                  : ChartPoint.of(x / unit, mean.value()));
        }
      }
    }
    return line(run, name, dash, points);
  }

  /** What one of several curves of a run is called. */
  public static String named(String curve, String run) {
    return curve + SEPARATOR + run;
  }

  /** The runs whose curves lie over a chart, with these curves. */
  static List<KeptCurves> in(
      ChartModel chart, List<KeptRun> runs, Function<KeptRun, String> labels) {
    List<KeptRun> shown = runs.stream().filter(run -> run.note().shown()).toList();
    Map<KeptRun, List<ChartSeries>> curves = new LinkedHashMap<>();
    shown.forEach(run -> curves.put(run, new ArrayList<>()));
    chart.series().stream()
        .filter(s -> s.role() == Role.KEPT)
        .forEach(s -> run(s, shown, labels).map(curves::get).ifPresent(own -> own.add(s)));
    List<KeptCurves> over = new ArrayList<>();
    curves.forEach(
        (run, own) -> {
          if (!own.isEmpty()) {
            over.add(new KeptCurves(labels.apply(run), run.kind(), run.config(), own));
          }
        });
    return over;
  }

  /**
   * Which run a curve is of: what one run is called may be the end of what another is, and one of
   * another family may be called as this one.
   */
  private static Optional<KeptRun> run(
      ChartSeries curve, List<KeptRun> shown, Function<KeptRun, String> labels) {
    return shown.stream()
        .filter(run -> curve.style().hue().equals(hue(run)))
        .filter(run -> isNamed(curve, labels.apply(run)))
        .max(Comparator.comparingInt(run -> labels.apply(run).length()));
  }

  private static Hue hue(KeptRun run) {
    return new Hue.Category(run.note().colour());
  }

  private static boolean isNamed(ChartSeries curve, String run) {
    return curve.name().equals(run) || curve.name().endsWith(SEPARATOR + run);
  }

  /** What tells a run's only curve in a plot from those of other runs, beside its colour. */
  public static Style.Dash dash(KeptRun run) {
    return Style.Dash.nth(Math.max(0, Shelf.COLOURS.indexOf(run.note().colour())));
  }

  /** A colour that none of the runs under a name has, as long as there is one. */
  static int freeColour(List<KeptRun> runs) {
    List<Integer> taken =
        runs.stream().filter(KeptRun::isNamed).map(run -> run.note().colour()).toList();
    return Shelf.COLOURS.stream()
        .filter(colour -> !taken.contains(colour))
        .findFirst()
        .orElse(Shelf.COLOURS.get(taken.size() % Shelf.COLOURS.size()));
  }

  /** Points that were read out of a run. */
  public static ChartSeries line(
      KeptRun run, String name, Style.Dash dash, List<ChartPoint> points) {
    return ChartSeries.line(name, Role.KEPT, new Style(hue(run), dash, Style.Marker.NONE), points);
  }
}
