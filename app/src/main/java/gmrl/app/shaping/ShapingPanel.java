package gmrl.app.shaping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Mark;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.app.figure.FamilyPanel;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.shaping.ShapingFamily;
import gmrl.experiment.shaping.ShapingResult;
import gmrl.experiment.shaping.ShapingResult.Step;
import gmrl.experiment.shaping.ShapingSpec;
import gmrl.ipd.shaping.Learner;
import gmrl.meta.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Learners that meet themselves in one game: where both go, or what they earn.
 *
 * @param title short text above the plot
 * @param spec who meets where
 * @param view what is drawn
 */
record ShapingPanel(String title, ShapingSpec spec, View view)
    implements FamilyPanel<ShapingSpec, ShapingResult> {
  private static final ShapingFamily FAMILY = new ShapingFamily();

  /** What is drawn. */
  enum View {
    /** The paths of both players in one plane, a path per seed. */
    PHASE,
    /** The mean return of both over updates, with its 95 % interval over seeds. */
    RETURNS;

    String token() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public ShapingFamily family() {
    return FAMILY;
  }

  @Override
  public ShapingPanel of(ShapingSpec other) {
    return new ShapingPanel(title, other, view);
  }

  @Override
  public ChartModel chart(ShapingResult result) {
    return view == View.PHASE ? phase(result) : returns(result);
  }

  private ChartModel phase(ShapingResult result) {
    List<ChartSeries> series = new ArrayList<>();
    List<ChartPoint> starts = new ArrayList<>();
    for (Learner learner : spec.learners().learners()) {
      List<ChartPoint> points = new ArrayList<>();
      for (ShapingResult.Run run : runs(result, learner)) {
        for (Step step : run.steps()) {
          points.add(ChartPoint.of(step.place1(), step.place2()));
        }
        Step last = run.steps().get(run.steps().size() - 1);
        points.add(ChartPoint.of(last.place1(), Double.NaN));
        if (series.isEmpty()) {
          Step first = run.steps().get(0);
          starts.add(ChartPoint.of(first.place1(), first.place2()));
        }
      }
      series.add(ChartSeries.line(learner.title(), Role.ESTIMATE, style(learner), points));
    }
    series.add(
        new ChartSeries(
            "start",
            Role.EXACT,
            Mark.POINTS,
            Style.neutral(Style.Dash.SOLID).with(Style.Marker.RING),
            starts,
            ""));
    String label = spec.game().placeLabel() + " of player ";
    return ChartModel.of(
        title, ChartAxis.linear(label + "1"), ChartAxis.linear(label + "2"), series);
  }

  private ChartModel returns(ShapingResult result) {
    List<ChartSeries> series = new ArrayList<>();
    for (Learner learner : spec.learners().learners()) {
      List<ChartPoint> points = new ArrayList<>();
      for (int update = 0; update <= result.updates(); update++) {
        int at = update;
        Interval mean =
            result
                .over(
                    learner,
                    run -> (run.steps().get(at).return1() + run.steps().get(at).return2()) / 2)
                .interval();
        int made = result.runs().get(0).steps().get(update).update();
        points.add(new ChartPoint(made, mean.value(), mean.low(), mean.high()));
      }
      series.add(ChartSeries.estimate(learner.title(), style(learner), points));
    }
    return ChartModel.of(
        title, ChartAxis.linear("update"), ChartAxis.linear("mean return per step"), series);
  }

  private static List<ShapingResult.Run> runs(ShapingResult result, Learner learner) {
    return result.runs().stream().filter(run -> run.learner() == learner).toList();
  }

  /** A learner looks the same wherever it appears. */
  private static Style style(Learner learner) {
    return Style.nth(List.of(Learner.values()).indexOf(learner));
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY.id());
    node.put("measure", view == View.PHASE ? "paths of both players" : "mean return per step");
    node.put("bands", view == View.PHASE ? "none" : "95 % interval over seeds");
    node.put("view", view.token());
    ObjectNode part = node.putArray(FAMILY.parts()).addObject();
    part.put("label", spec.game().token()).set("config", FAMILY.write(spec));
  }

  /** Reads what {@link #describe} wrote. */
  static ShapingPanel read(JsonView json) {
    View view = View.RETURNS;
    if (json.has("view")) {
      String token = json.at("view").text();
      if (!token.equals(View.PHASE.token()) && !token.equals(View.RETURNS.token())) {
        throw json.at("view").unexpected("phase or returns");
      }
      view = token.equals(View.PHASE.token()) ? View.PHASE : View.RETURNS;
    }
    List<JsonView> parts = json.at(FAMILY.parts()).elements();
    if (parts.size() != 1) {
      throw json.at(FAMILY.parts()).unexpected("one specification");
    }
    return new ShapingPanel(json.at("title").label(), FAMILY.read(parts.get(0).at("config")), view);
  }
}
