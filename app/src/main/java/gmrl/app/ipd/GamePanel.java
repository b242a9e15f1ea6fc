package gmrl.app.ipd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.LolaSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A look at repeated games other than their returns.
 *
 * @param title short text above the plot
 * @param conditions who plays
 * @param look what is drawn of them
 */
record GamePanel(String title, LolaStudy conditions, Look look) implements ConditionsPanel {
  /** What tells it from returns in a document. */
  private static final String KEY = "view";

  /** What is drawn. */
  enum View {
    /** A measure of the gradient over updates. */
    GRADIENT,
    /** Both policies after an update. */
    POLICIES,
    /** Where both agents' cooperation has gone. */
    PHASE,
    /** What is played after what, in the matrix of payoffs. */
    MATRIX;

    private boolean isBanded() {
      return this == GRADIENT || this == POLICIES;
    }

    String token() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How it is looked at.
   *
   * @param view what is drawn
   * @param measure of the gradient
   * @param condition which one, from 0; the gradient shows all
   * @param seed index of a seed; empty for all
   * @param update which one; empty for the last
   */
  record Look(
      View view, GradientMeasure measure, int condition, OptionalInt seed, OptionalInt update) {}

  /** Checks the place. */
  GamePanel {
    int count = conditions.conditions().size();
    if (look.condition < 0 || look.condition >= count) {
      throw new IllegalArgumentException(
          "condition is " + (look.condition + 1) + ", expected 1 to " + count);
    }
  }

  @Override
  public GamePanel quick() {
    Look last =
        new Look(look.view, look.measure, look.condition, OptionalInt.empty(), OptionalInt.empty());
    return new GamePanel(title, FAMILY.quick(conditions), last);
  }

  @Override
  public GamePanel of(LolaStudy other) {
    return new GamePanel(title, other, look);
  }

  @Override
  public ChartModel chart(List<LolaSnapshot> snapshots) {
    return plot(snapshots).withTitle(title);
  }

  private ChartModel plot(List<LolaSnapshot> snapshots) {
    LolaSnapshot chosen = snapshots.get(look.condition);
    OptionalInt seed =
        look.seed.orElse(0) < chosen.seeds().size() ? look.seed : OptionalInt.empty();
    int update = Math.min(look.update.orElse(chosen.updates()), chosen.updates());
    return switch (look.view) {
      case GRADIENT ->
          IpdCharts.gradient(
              conditions.conditions(), snapshots, look.measure, OptionalInt.empty(), 1);
      case POLICIES ->
          IpdCharts.policies(
              conditions.conditions().get(look.condition).spec().config().game(),
              chosen,
              seed,
              update);
      case PHASE -> IpdCharts.phase(conditions.conditions(), chosen, look.condition, seed, update);
      case MATRIX -> PlayView.onPaper(Play.of(chosen, seed, update));
    };
  }

  private String measure() {
    return switch (look.view) {
      case GRADIENT -> look.measure.label();
      case POLICIES -> "policies of both agents";
      case PHASE -> "cooperation of both agents";
      case MATRIX -> "payoffs, how often each outcome is played, and what mostly follows on it";
    };
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY.id()).put("measure", measure());
    node.put("bands", look.view.isBanded() ? IpdCharts.BANDS : "none");
    node.put(KEY, look.view.token()).put("condition", look.condition + 1);
    look.seed.ifPresent(seed -> node.put("seedIndex", seed));
    look.update.ifPresent(update -> node.put("update", update));
    ReturnsPanel.describe(node, conditions);
  }

  /** Whether a document's panel is one of these. */
  static boolean isOne(JsonView json) {
    return json.has(KEY);
  }

  /** Reads what {@link #describe} wrote. */
  static GamePanel read(JsonView json) {
    View view =
        Arrays.stream(View.values())
            .filter(each -> each.token().equals(json.at(KEY).text()))
            .findFirst()
            .orElseThrow(() -> json.at(KEY).unexpected("one of gradient, policies, phase, matrix"));
    GradientMeasure measure = GradientMeasure.CORRELATION;
    if (view == View.GRADIENT) {
      measure =
          Arrays.stream(GradientMeasure.values())
              .filter(each -> each.label().equals(json.at("measure").text()))
              .findFirst()
              .orElseThrow(() -> json.at("measure").unexpected("a measure of the gradient"));
    }
    String title = json.at("title").label();
    return new GamePanel(
        title,
        ReturnsPanel.conditions(json, title),
        new Look(
            view,
            measure,
            json.at("condition").integer() - 1,
            optional(json, "seedIndex"),
            optional(json, "update")));
  }

  private static OptionalInt optional(JsonView json, String key) {
    return json.has(key) ? OptionalInt.of(json.at(key).integer()) : OptionalInt.empty();
  }
}
