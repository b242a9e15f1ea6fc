package gmrl.app.bias;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.LevelLines;
import gmrl.app.chart.Style;
import gmrl.app.chart.Surface;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Bias over two knobs: relative bias as colour, with lines where it takes round values.
 *
 * @param title short text above the plot
 * @param study one curve for each value of the second knob, rising; all sweep the first one
 * @param up the second knob, vertical
 */
record LevelPanel(String title, BiasStudy study, SweepVariable up) implements StudyPanel {
  private static final String KEY = "levelsOver";

  /** Relative biases that a line may stand for. */
  private static final double[] LEVELS = {0.01, 0.03, 0.1, 0.3, 1, 3, 10, 100};

  @Override
  public LevelPanel of(BiasStudy other) {
    return new LevelPanel(title, other, up);
  }

  @Override
  public ChartModel chart(BiasResult result) {
    SweepVariable across =
        study.specs().get(0).sweep().map(Sweep::variable).orElse(SweepVariable.ALPHA);
    ChartAxis x = axis(across);
    ChartAxis y = axis(up);
    List<Double> heights = new ArrayList<>();
    List<List<Double>> z = new ArrayList<>();
    List<Double> places = List.of();
    for (BiasResult.CurveResult curve : result.curves()) {
      heights.add(up.read(curve.spec().setup()));
      places = curve.points().stream().map(p -> p.sweepValue().orElse(0.0)).toList();
      z.add(
          curve.points().stream()
              .map(p -> MeasureReader.read(p, BiasMeasure.RELATIVE_BIAS, Bands.NONE, 0).y())
              .toList());
    }
    LevelLines lines = new LevelLines(places, heights, z, x.scale(), y.scale(), Math::log);
    List<ChartSeries> series = new ArrayList<>();
    for (int i = 0; i < LEVELS.length; i++) {
      List<ChartPoint> points = lines.at(LEVELS[i]);
      if (!points.isEmpty()) {
        Style style = Style.ordered(i, LEVELS.length).with(Style.Marker.NONE);
        Style told = i % 2 == 0 ? style : style.with(Style.Dash.DASHED);
        series.add(ChartSeries.estimate(percent(LEVELS[i]), told, points));
      }
    }
    return new ChartModel(
            title,
            x.between(places.get(0), places.get(places.size() - 1)),
            y.between(heights.get(0), heights.get(heights.size() - 1)),
            series,
            List.of(),
            1)
        .withSurface(Optional.of(surface(result, places, heights, z)));
  }

  private static Surface surface(
      BiasResult result, List<Double> across, List<Double> heights, List<List<Double>> z) {
    List<String> rows = result.curves().stream().map(BiasResult.CurveResult::label).toList();
    return new Surface(across, heights, rows, z, new Surface.Unit(100, " %"));
  }

  private static ChartAxis axis(SweepVariable variable) {
    return ChartAxis.linear(Symbols.label(variable)).on(Symbols.scale(variable));
  }

  private static String percent(double level) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * level);
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY.id());
    node.put(
        "measure",
        BiasMeasure.RELATIVE_BIAS.label() + ", blank where the estimate is not above zero");
    node.put("bands", "none");
    node.put(KEY, up.token());
    node.set("curves", BarPanel.curves(study));
  }

  /** Whether a document's panel is one of these. */
  static boolean isOne(JsonView json) {
    return json.has(KEY);
  }

  /** Reads what {@link #describe} wrote. */
  static LevelPanel read(JsonView json) {
    String title = json.at("title").label();
    return new LevelPanel(
        title, BarPanel.study(json.at("curves"), title), SweepVariable.parse(json.at(KEY).text()));
  }
}
