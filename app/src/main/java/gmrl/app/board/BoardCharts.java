package gmrl.app.board;

import gmrl.app.board.BoardStudy.Line;
import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Mark;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.app.live.Standing;
import gmrl.app.state.Symbols;
import gmrl.app.ui.Percent;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From the board's result to its small plots; pure. */
final class BoardCharts {
  /** Name of what stood in a plot before. */
  static final String GHOST = "before the change";

  private static final String LOOSE = ", not sharp yet";

  private BoardCharts() {}

  /** The look of a line of the Hessian row. */
  static Style style(Row row, Line line) {
    return switch (line) {
      case OWN -> row.style();
      case OTHER -> Colours.line(Colours.PLAIN_HESSIAN, Style.Dash.DASHED);
      case CONTROLLED -> Style.neutral(Style.Dash.DOTTED);
      case LIMIT -> Style.neutral(Style.Dash.DASH_DOT);
      case NOISE -> row.style().with(Style.Dash.DOTTED).with(Style.Marker.CROSS);
      case OTHER_NOISE -> style(row, Line.OTHER).with(Style.Dash.DOTTED).with(Style.Marker.RING);
    };
  }

  static ChartModel empty(Column column, double top) {
    return ChartModel.empty("", column.axis(), y(top));
  }

  /**
   * One small plot.
   *
   * @param result what was read out of a result of the board's study
   * @param ghost an earlier result that is still to be seen, or null
   * @param limits whether the line of the limit is drawn
   * @param noise whether the scatter of single estimates is drawn
   * @param here where the row’s present settings lie along the column
   * @param top upper end of the axis, in percent
   * @param stays whether the column's slider stands where it stood for the result
   */
  static ChartModel of(
      Row row,
      Column column,
      BoardStudy study,
      Readings result,
      @Nullable Readings ghost,
      boolean limits,
      boolean noise,
      double here,
      double top,
      double progress,
      Standing standing,
      boolean stays) {
    List<ChartSeries> series = new ArrayList<>();
    Optional<RelativeBias> present =
        now(result, row)
            .filter(bias -> column.shows(here) && stays)
            .filter(bias -> standing == Standing.FRESH || 2 * 100 * bias.halfWidth() <= top);
    for (Line line : Line.values()) {
      String name = row == Row.HESSIAN ? study.legend(line) : row.title();
      List<ChartPoint> points = points(row, column, line, result);
      // While it is not told apart from zero, a dot that has more trials would only bend the curve.
      boolean told =
          standing == Standing.FRESH || present.filter(RelativeBias::isClear).isPresent();
      if (line == Line.OWN && !points.isEmpty() && present.isPresent()) {
        points = told ? through(points, present.get().at(here)) : without(points, here);
      }
      if (!points.isEmpty() && !(line == Line.CONTROLLED && isAlone(points))) {
        List<ChartPoint> drawn = standing == Standing.FRESH ? points : telling(points, top);
        series.add(ChartSeries.estimate(name, style(row, line), drawn));
        loose(points, drawn, name, style(row, line)).ifPresent(series::add);
      }
    }
    present.ifPresent(bias -> series.add(dot(row, bias, here)));
    List<ChartPoint> limit = limits ? result.limit(row, column) : List.of();
    if (!limit.isEmpty()) {
      series.add(
          ChartSeries.line("limit of " + row.title(), Role.EXACT, style(row, Line.LIMIT), limit));
    }
    if (noise) {
      for (Line line : List.of(Line.OWN, Line.OTHER)) {
        Line scatter = line == Line.OWN ? Line.NOISE : Line.OTHER_NOISE;
        List<ChartPoint> points = result.noise(line.along(row, column));
        if (!points.isEmpty()) {
          String name = row == Row.HESSIAN ? study.legend(scatter) : "noise of one estimate";
          series.add(ChartSeries.line(name, Role.POINT_ESTIMATE, style(row, scatter), points));
        }
      }
    }
    if (ghost != null) {
      List<ChartPoint> before = points(row, column, Line.OWN, ghost);
      if (!before.isEmpty() && !lieOn(points(row, column, Line.OWN, result), before)) {
        series.add(
            ChartSeries.line(GHOST, Role.PINNED, row.style(), bare(before))
                .withNote(unfinished(ghost.share(row))));
      }
    }
    List<ReferenceLine> lines =
        column.shows(here) ? List.of(ReferenceLine.cursor(here, "")) : List.of();
    return new ChartModel("", column.axis(), y(top), series, lines, progress)
        .withStanding(standing);
  }

  /** Whether two curves are drawn as one, however many trials either has. */
  private static boolean lieOn(List<ChartPoint> one, List<ChartPoint> other) {
    return places(one).equals(places(other));
  }

  private static List<List<Double>> places(List<ChartPoint> points) {
    return points.stream().map(point -> List.of(point.x(), point.y())).toList();
  }

  /** A curve of few trials looks like one of all that stands still. */
  private static String unfinished(double share) {
    return share < 1 ? "at " + Percent.of(share) + " of its trials" : "";
  }

  /**
   * The row's own curve with the present settings among its points: between two of them a straight
   * line is a guess, and the dot on the curve is known.
   */
  private static List<ChartPoint> through(List<ChartPoint> points, ChartPoint dot) {
    if (points.stream().anyMatch(point -> point.x() == dot.x())) {
      return points;
    }
    return Stream.concat(points.stream(), Stream.of(dot))
        .sorted(Comparator.comparingDouble(ChartPoint::x))
        .toList();
  }

  /** The curve past a point that the dot with its interval tells better; it keeps its ends. */
  private static List<ChartPoint> without(List<ChartPoint> points, double here) {
    double first = points.get(0).x();
    double last = points.get(points.size() - 1).x();
    return points.stream()
        .filter(point -> point.x() != here || here == first || here == last)
        .toList();
  }

  /** Where no other number is finite, that no error makes no bias says nothing. */
  private static boolean isAlone(List<ChartPoint> points) {
    return points.stream().filter(ChartPoint::isPresent).count() == 1;
  }

  private static ChartSeries dot(Row row, RelativeBias bias, double here) {
    return new ChartSeries(
        "at these settings",
        // A formula gives it without an interval.
        bias.halfWidth() > 0 ? Role.ESTIMATE : Role.EXACT,
        Mark.POINTS,
        row.style().with(Style.Marker.CIRCLE),
        List.of(bias.at(here)),
        "");
  }

  /** The row's bias at the settings of a result. */
  static Optional<RelativeBias> now(Readings result, Row row) {
    return result.single(BoardStudy.now(row));
  }

  private static List<ChartPoint> points(Row row, Column column, Line line, Readings result) {
    if (row == Row.COMPOSITIONAL && column == Column.COEFFICIENT) {
      return line != Line.OWN
          ? List.of()
          : now(result, row)
              .map(bias -> List.of(bias.at(column.low()), bias.at(column.high())))
              .orElse(List.of());
    }
    return result.curve(line.along(row, column));
  }

  /**
   * The points of a sharpening curve that are outside its band, hollow and with whiskers: their
   * interval changes with every round, and so much of the plot must not flicker as an area.
   */
  private static Optional<ChartSeries> loose(
      List<ChartPoint> points, List<ChartPoint> drawn, String name, Style style) {
    List<ChartPoint> loose =
        points.stream().filter(p -> p.hasInterval() && drawn.contains(p.bare())).toList();
    Style hollow = style.with(Style.Marker.RING);
    return loose.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ChartSeries(name + LOOSE, Role.ESTIMATE, Mark.POINTS, hollow, loose, "").of(name));
  }

  /**
   * While a curve sharpens, points that could lie anywhere are waited for, and wide intervals are
   * no part of its band. Between the ends a curve has a gap where chance alone would bend it:
   * neither such a point nor a straight line past it would tell the truth. Where all points are
   * such, they are better than none.
   */
  static List<ChartPoint> telling(List<ChartPoint> points, double top) {
    List<ChartPoint> telling = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      ChartPoint p = points.get(i);
      boolean end = i == 0 || i == points.size() - 1;
      if (p.isPresent() && tells(p, end ? top : top / 4)) {
        telling.add(p.high() - p.low() > top / 4 ? p.bare() : p);
      } else if (!end) {
        telling.add(ChartPoint.of(p.x(), Double.NaN));
      }
    }
    List<ChartPoint> known = telling.stream().filter(ChartPoint::isPresent).toList();
    return known.isEmpty() ? bare(points) : hasALine(telling) ? telling : known;
  }

  private static boolean hasALine(List<ChartPoint> points) {
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i - 1).isPresent() && points.get(i).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Whether every curve of the board could be drawn from end to end, on the first axes. */
  static boolean areWhole(BoardStudy board, Readings result) {
    return board.study().curves().stream()
            .filter(curve -> curve.spec().sweep().isPresent())
            .allMatch(curve -> isWhole(result.curve(curve.label()), curve.spec().pointCount()))
        && Arrays.stream(Row.values()).allMatch(row -> now(result, row).isPresent());
  }

  private static boolean isWhole(List<ChartPoint> points, int wanted) {
    if (points.size() != wanted) {
      return false;
    }
    // At K = 0 a learned reward has no meta-gradient of which an error could be a share.
    int first = points.get(0).x() == 0 && !points.get(0).isPresent() ? 1 : 0;
    return Stream.of(points.get(first), points.get(wanted - 1))
        .allMatch(end -> end.isPresent() && tells(end, BoardViewModel.FIRST_TOP));
  }

  /** Whether a point lies within an axis's length, or at least its standard error above zero. */
  private static boolean tells(ChartPoint point, double top) {
    return point.high() - point.low() <= top
        || point.y() * MeanEstimate.NORMAL_95 >= point.high() - point.y();
  }

  private static List<ChartPoint> bare(List<ChartPoint> points) {
    return points.stream().map(ChartPoint::bare).toList();
  }

  /** A small plot with the axis labels that the sliders and the row's title are on the board. */
  static ChartModel onPaper(ChartModel chart, Column column) {
    ChartAxis x = chart.x();
    ChartAxis y = chart.y();
    return chart
        .with()
        .x(
            ChartAxis.linear(Symbols.label(column.variable()))
                .on(x.scale())
                .between(x.low(), x.high()))
        .y(ChartAxis.linear("relative bias").on(y.scale()).between(y.low(), y.high()).in(y.unit()))
        .build();
  }

  private static ChartAxis y(double top) {
    return ChartAxis.linear("").between(0, top).in(" %");
  }
}
