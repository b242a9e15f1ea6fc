package gmrl.app.board;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Mark;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.PanelPlan;
import gmrl.experiment.Counted;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.inspect.PathCloud;
import gmrl.experiment.inspect.PathCloudExperiment;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The picture of the inner loop on paper: the exact path of θ and many sampled ones.
 *
 * @param title short text above the plot
 * @param loop which inner loop
 */
record PathPanel(String title, Loop loop) implements PanelPlan {
  /** What tells it from the small plots in a document. */
  private static final String KEY = "paths";

  private static final BiasFamily BIAS = new BiasFamily();

  /** A specification of an experiment has at least so many. */
  private static final int TRIALS = 2;

  @Override
  public PathPanel quick() {
    return this;
  }

  @Override
  public PathPanel withSeed(long seed) {
    return new PathPanel(title, new Loop(loop.setup(), seed, loop.paths()));
  }

  @Override
  public long seed() {
    return loop.seed();
  }

  private Part<PathCloud> part() {
    return new Part<>(loop, loop.experiment());
  }

  @Override
  public List<Part<?>> parts() {
    return List.of(part());
  }

  @Override
  public ChartModel chart(Results results) {
    return drawn(results.of(part())).withTitle(title);
  }

  /** The picture as a chart. */
  static ChartModel drawn(PathCloud cloud) {
    Style quiet = Colours.line(new Hue.Muted(), Style.Dash.SOLID);
    List<ChartPoint> ends = new ArrayList<>();
    List<ChartPoint> paths = new ArrayList<>();
    for (List<PathCloud.Place> path : cloud.paths()) {
      path.forEach(place -> paths.add(point(place)));
      ChartPoint end = point(path.get(path.size() - 1));
      ends.add(end);
      paths.add(ChartPoint.of(end.x(), Double.NaN));
    }
    List<ChartSeries> series = new ArrayList<>();
    series.add(
        ChartSeries.line(
            "exact path",
            Role.EXACT,
            Style.neutral(Style.Dash.SOLID).with(Style.Marker.CIRCLE),
            cloud.exact().stream().map(PathPanel::point).toList()));
    if (!paths.isEmpty()) {
      series.add(
          new ChartSeries(
              "where sampled paths end",
              Role.SINGLE_RUN,
              Mark.POINTS,
              quiet.with(Style.Marker.CIRCLE),
              ends,
              ""));
      series.add(ChartSeries.line("sampled paths", Role.SINGLE_RUN, quiet, paths));
    }
    return ChartModel.of(
        "",
        ChartAxis.linear(
            cloud.axes().map(PathCloud.Axes::x).orElse("θ along the first exact step")),
        ChartAxis.linear(cloud.axes().map(PathCloud.Axes::y).orElse("θ across it")),
        series);
  }

  private static ChartPoint point(PathCloud.Place place) {
    return ChartPoint.of(place.x(), place.y());
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", BoardPanel.FAMILY).put(FigureDocument.OF, BIAS.id());
    node.put(
        "measure",
        "the inner loop of MDP 1, exact and " + Counted.of(loop.paths(), "sampled path"));
    node.put("bands", "none").put(KEY, loop.paths());
    BiasSpec spec = new BiasSpec(loop.setup(), TRIALS, loop.seed(), Optional.empty());
    ObjectNode config = BIAS.write(BiasStudy.of(spec));
    // There is a path for each of its own.
    config.remove("trials");
    node.set("config", config);
  }

  /** Whether a document's panel is one of these. */
  static boolean isOne(JsonView json) {
    return json.has(KEY);
  }

  /** Reads what {@link #describe} wrote. */
  static PathPanel read(JsonView json) {
    BiasSpec spec = BIAS.read(json.at("config")).specs().get(0);
    Loop loop = new Loop(spec.setup(), spec.seed(), json.at(KEY).integer());
    loop.experiment();
    return new PathPanel(json.at("title").label(), loop);
  }

  /**
   * Which inner loop is drawn.
   *
   * @param setup the inner loop
   * @param seed of everything random
   * @param paths how many sampled ones
   */
  record Loop(TabularSetup setup, long seed, int paths) {
    /** The inner loop of a setup: it depends on the inner slot alone. */
    static Loop of(TabularSetup setup, long seed, int paths) {
      TabularSetup inner =
          setup
              .withHessianError(HessianError.NONE)
              .withSlots(setup.inner(), SlotSpec.exact(), SlotSpec.exact());
      return new Loop(inner, seed, paths);
    }

    PathCloudExperiment experiment() {
      return new PathCloudExperiment(setup, seed, 0, paths);
    }
  }
}
