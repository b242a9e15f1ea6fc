package gmrl.app.atari;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Mark;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.atari.learn.LearningCurve;
import gmrl.atari.learn.MetaParameters;
import gmrl.experiment.atari.AtariReport;
import gmrl.experiment.atari.LearnerRun;
import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** From recorded runs to charts, for panel, page and figures alike; pure. */
final class AtariCharts {
  /** What the bands are. */
  static final String INTERVAL = "95 % interval over seeds";

  static final String BANDS = INTERVAL + ", from three on; thin: single seeds";

  /** With two seeds Student's interval is twelve times as wide as the two curves lie apart. */
  static final int LEAST_FOR_BAND = 3;

  /** What is plotted. */
  static final String RETURNS = "return per game";

  /** The same for a small plot: smoother, with intervals at the end alone. */
  static final String OUTCOME = "return per game, at a glance";

  /** Means over this many stretches of a run are drawn at a glance. */
  private static final int STRETCHES = 50;

  /** How far apart the intervals behind the last step stand, as a share of the length. */
  private static final double APART = 0.024;

  /** How far before its interval each learner's seeds stand, in those distances. */
  private static final double BEFORE = 0.4;

  /** Of these intervals, in the order of the learners: colours alone are one grey in print. */
  private static final List<Style.Marker> ENDS =
      List.of(
          Style.Marker.CIRCLE, Style.Marker.SQUARE, Style.Marker.TRIANGLE, Style.Marker.DIAMOND);

  private AtariCharts() {}

  /** Axes without data. */
  static ChartModel empty(String y) {
    return ChartModel.empty("", ChartAxis.linear("millions of steps"), ChartAxis.linear(y));
  }

  /**
   * Returns of the sampling policy while it learns, over steps.
   *
   * @param singles whether every seed is drawn behind the mean
   */
  static ChartModel returns(Study study, boolean singles) {
    return over(study, RETURNS, LearningCurve.Point::score, singles);
  }

  /**
   * Returns for a small plot. Bands and single seeds of several learners would hide one another
   * there, so that each curve ends in its seeds' means of their last tenth, their mean and its 95 %
   * interval.
   */
  static ChartModel outcome(Study study) {
    ChartModel fine = returns(study, true);
    List<ChartSeries> series = new ArrayList<>();
    for (ChartSeries each : fine.series()) {
      series.add(each.with().points(stretched(each.points(), study.length())).build());
    }
    AtariReport report = report(study);
    double behind = Study.millions(study.length());
    Set<Integer> seeds = new TreeSet<>();
    for (Study.Group group : study.groups()) {
      Optional<AtariReport.Row> row =
          report.rows().stream()
              .filter(r -> r.settings().equals(group.runs().get(0).settings().heeded()))
              .filter(r -> r.scores().size() >= LEAST_FOR_BAND)
              .findFirst();
      if (row.isPresent()) {
        Interval i = row.get().mean();
        seeds.add(row.get().scores().size());
        behind += APART * Study.millions(study.length());
        series.removeIf(s -> s.whose().filter(group.name()::equals).isPresent());
        series.replaceAll(s -> s.name().equals(group.name()) ? s.withNote(ending(i)) : s);
        double before = behind - BEFORE * APART * Study.millions(study.length());
        series.add(
            new ChartSeries(
                    "single seeds at the end, " + group.name(),
                    Role.SINGLE_RUN,
                    Mark.POINTS,
                    group.style().with(Style.Marker.CIRCLE),
                    row.get().scores().stream().map(score -> ChartPoint.of(before, score)).toList(),
                    "")
                .of(group.name()));
        series.add(
            new ChartSeries(
                    group.name() + ", at the end",
                    Role.ESTIMATE,
                    Mark.POINTS,
                    group.style().with(end(study.groups().indexOf(group))),
                    List.of(new ChartPoint(behind, i.value(), i.low(), i.high())),
                    "")
                .of(group.name()));
      }
    }
    return new ChartModel(
        "",
        ChartAxis.linear(fine.x().label() + explained(seeds))
            .between(0, behind + APART * Study.millions(study.length())),
        fine.y(),
        series,
        List.of(),
        1);
  }

  private static Style.Marker end(int learner) {
    return ENDS.get(learner % ENDS.size());
  }

  /** What stands behind the curves' ends. */
  private static String explained(Set<Integer> seeds) {
    if (seeds.isEmpty()) {
      return "";
    }
    String count = seeds.size() == 1 ? seeds.iterator().next() + " seeds" : "all seeds";
    return "; at the end: " + count + ", their mean and its 95 % interval";
  }

  private static String ending(Interval i) {
    String form = Math.abs(i.value()) < 100 ? "%.1f ± %.1f" : "%.0f ± %.0f";
    return String.format(Locale.ROOT, form, i.value(), Math.max(i.high() - i.value(), 0));
  }

  /** Final scores of a study's finished runs. */
  static AtariReport report(Study study) {
    return AtariReport.of(study.runs().stream().map(run -> run.brief(study.title())).toList());
  }

  /** Means over stretches, without intervals; gaps between seeds stay. */
  private static List<ChartPoint> stretched(List<ChartPoint> points, long length) {
    double stretch = Study.millions(length) / STRETCHES;
    List<ChartPoint> means = new ArrayList<>();
    List<ChartPoint> open = new ArrayList<>();
    for (ChartPoint point : points) {
      boolean ends =
          !open.isEmpty()
              && (!point.isPresent()
                  || Math.ceil(point.x() / stretch) != Math.ceil(open.get(0).x() / stretch));
      if (ends) {
        means.add(mean(open));
        open.clear();
      }
      if (point.isPresent()) {
        open.add(point);
      } else {
        means.add(point);
      }
    }
    if (!open.isEmpty()) {
      means.add(mean(open));
    }
    return means;
  }

  private static ChartPoint mean(List<ChartPoint> points) {
    return ChartPoint.of(
        points.stream().mapToDouble(ChartPoint::x).average().orElseThrow(),
        points.stream().mapToDouble(ChartPoint::y).average().orElseThrow());
  }

  /** One of the four meta-parameters; the dotted line is where it starts. */
  static ChartModel coefficient(Study study, MetaParameters.Name name, boolean singles) {
    List<Study.Group> learn =
        study.groups().stream()
            .filter(
                g ->
                    g.algorithm().meta()
                        && g.runs().get(0).settings().meta().learned().contains(name))
            .toList();
    ChartModel chart =
        over(
            new Study(study.origin(), study.game(), study.label(), study.length(), learn),
            label(name),
            point -> point.coefficients().get(name),
            singles);
    return learn.isEmpty()
        ? chart
        : chart.withLines(
            List.of(
                ReferenceLine.atY(
                    learn.get(0).runs().get(0).settings().coefficients().get(name), "start")));
  }

  /** Losses and other diagnostics. */
  static ChartModel diagnostic(Study study, Diagnostic what, boolean singles) {
    return over(study, what.label(), what.value(), singles);
  }

  /**
   * What a label names: returns, a meta-parameter or a diagnostic.
   *
   * @throws IllegalArgumentException in one sentence if it names nothing
   */
  static ChartModel of(Study study, String measure, boolean singles) {
    for (MetaParameters.Name name : MetaParameters.Name.values()) {
      if (label(name).equals(measure)) {
        return coefficient(study, name, singles);
      }
    }
    for (Diagnostic what : Diagnostic.values()) {
      if (what.label().equals(measure)) {
        return diagnostic(study, what, singles);
      }
    }
    requireMeasure(measure);
    return measure.equals(OUTCOME) ? outcome(study) : returns(study, singles);
  }

  /** Refuses a label that {@link #of} does not know. */
  static void requireMeasure(String measure) {
    List<String> known = new ArrayList<>(List.of(RETURNS, OUTCOME));
    for (MetaParameters.Name name : MetaParameters.Name.values()) {
      known.add(label(name));
    }
    for (Diagnostic what : Diagnostic.values()) {
      known.add(what.label());
    }
    if (!known.contains(measure)) {
      throw new IllegalArgumentException(
          "the measure is \"%s\", expected one of %s".formatted(measure, String.join(", ", known)));
    }
  }

  /** The name of a meta-parameter. */
  static String label(MetaParameters.Name name) {
    return switch (name) {
      case GAMMA -> "discount γ";
      case GAE_LAMBDA -> "trace λ";
      case VALUE_LOSS_COEF -> "value loss weight";
      case ENTROPY_COEF -> "entropy weight";
    };
  }

  private static ChartModel over(
      Study study, String label, ToDoubleFunction<LearningCurve.Point> value, boolean singles) {
    List<ChartSeries> series = new ArrayList<>();
    for (Study.Group group : study.groups()) {
      List<ChartPoint> points = means(group, value);
      if (!points.isEmpty()) {
        series.add(
            ChartSeries.estimate(group.name(), group.style(), points).withNote(group.note()));
      }
    }
    if (singles) {
      for (Study.Group group : study.groups()) {
        List<ChartPoint> points = paths(group, value);
        if (group.runs().size() > 1 && !points.isEmpty()) {
          series.add(
              ChartSeries.singleSeeds(group.name(), group.style().with(Style.Dash.SOLID), points));
        }
      }
    }
    ChartAxis x = ChartAxis.linear("millions of steps").between(0, Study.millions(study.length()));
    return new ChartModel("", x, ChartAxis.linear(label), series, List.of(), 1);
  }

  /** Means with their intervals, as far as all seeds got; rows without a number are left out. */
  private static List<ChartPoint> means(
      Study.Group group, ToDoubleFunction<LearningCurve.Point> value) {
    Map<Long, List<Double>> rows = new TreeMap<>();
    for (LearnerRun run : group.runs()) {
      for (LearningCurve.Point point : run.curve().points()) {
        rows.computeIfAbsent(point.steps(), key -> new ArrayList<>())
            .add(value.applyAsDouble(point));
      }
    }
    List<ChartPoint> points = new ArrayList<>();
    rows.forEach(
        (steps, values) -> {
          MeanEstimate mean =
              MeanEstimate.of(values.stream().mapToDouble(Double::doubleValue).toArray());
          if (values.size() == group.runs().size() && mean.count() > 0) {
            Interval i = mean.interval();
            double x = Study.millions(steps);
            points.add(
                mean.count() < LEAST_FOR_BAND
                    ? ChartPoint.of(x, i.value())
                    : new ChartPoint(x, i.value(), i.low(), i.high()));
          }
        });
    return points;
  }

  /** All seeds in one series, with gaps between them: one line of legend for all. */
  private static List<ChartPoint> paths(
      Study.Group group, ToDoubleFunction<LearningCurve.Point> value) {
    List<ChartPoint> points = new ArrayList<>();
    for (LearnerRun run : group.runs()) {
      boolean any = false;
      for (LearningCurve.Point point : run.curve().points()) {
        double y = value.applyAsDouble(point);
        if (Double.isFinite(y)) {
          points.add(ChartPoint.of(Study.millions(point.steps()), y));
          any = true;
        }
      }
      if (any) {
        points.add(ChartPoint.of(Study.millions(run.steps()), Double.NaN));
      }
    }
    return points;
  }
}
