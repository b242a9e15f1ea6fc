package gmrl.app.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.Style;
import gmrl.app.figure.VariedPanel;
import gmrl.app.state.Symbols;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.training.TrainingFamily;
import gmrl.experiment.training.TrainingResult;
import gmrl.experiment.training.TrainingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Meta-training with estimated meta-gradients beside the exact one.
 *
 * @param title short text above the plot
 * @param learners one curve each; all on the same MDPs
 * @param shortfall whether to show how far the estimated learners stay behind the exact one, rather
 *     than what each reaches
 * @param singles whether the single learners are drawn behind the means
 */
record TrainingPanel(String title, List<Learner> learners, boolean shortfall, boolean singles)
    implements VariedPanel<TrainingSpec> {
  private static final TrainingFamily FAMILY = new TrainingFamily();

  /**
   * One curve.
   *
   * @param label text of the legend
   * @param style its look
   * @param spec what is trained
   */
  record Learner(String label, Style style, TrainingSpec spec) {
    private Learner with(TrainingSpec other) {
      return new Learner(label, style, other);
    }
  }

  /** Copies the learners. */
  TrainingPanel {
    learners = List.copyOf(learners);
  }

  @Override
  public TrainingFamily family() {
    return FAMILY;
  }

  @Override
  public TrainingSpec first() {
    return learners.get(0).spec();
  }

  @Override
  public TrainingPanel map(UnaryOperator<TrainingSpec> change) {
    return new TrainingPanel(
        title,
        learners.stream().map(l -> l.with(change.apply(l.spec()))).toList(),
        shortfall,
        singles);
  }

  private static Part<TrainingResult> result(Learner learner) {
    return new Part<>(learner.spec(), FAMILY.experiment(learner.spec()));
  }

  @Override
  public List<Part<?>> parts() {
    return learners.stream().<Part<?>>map(TrainingPanel::result).toList();
  }

  @Override
  public ChartModel chart(Results results) {
    List<TrainingCharts.Trained> trained =
        learners.stream()
            .map(l -> new TrainingCharts.Trained(l.label(), l.style(), results.of(result(l))))
            .toList();
    ChartModel chart = TrainingCharts.of(title, trained, shortfall, 1);
    return singles && !shortfall ? TrainingCharts.withSingles(chart, trained) : chart;
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY.id());
    node.put("measure", TrainingCharts.label(shortfall));
    node.put("bands", TrainingCharts.bands(shortfall));
    node.put("shortfall", shortfall).put("singles", singles);
    ArrayNode all = node.putArray("learners");
    for (Learner l : learners) {
      all.addObject().put("label", l.label()).set("config", FAMILY.write(l.spec()));
    }
  }

  /** Reads what {@link #describe} wrote. */
  static TrainingPanel read(JsonView json) {
    List<JsonView> all = json.at("learners").elements();
    List<Learner> learners = new ArrayList<>();
    for (JsonView each : all) {
      TrainingSpec spec = FAMILY.read(each.at("config"));
      Style style =
          all.size() == 1 ? TrainingCharts.ALONE : style(spec.setup().inner(), learners.size());
      learners.add(new Learner(each.at("label").label(), style, spec));
    }
    boolean shortfall =
        json.has("shortfall")
            ? json.at("shortfall").flag()
            : json.at("measure").text().equals(TrainingCharts.label(true));
    return new TrainingPanel(
        json.at("title").label(),
        learners,
        shortfall,
        json.has("singles") && json.at("singles").flag());
  }

  /** An estimator looks the same wherever it appears. */
  static Style style(SlotSpec slot, int index) {
    return slot instanceof SlotSpec.Sampled sampled
        ? Symbols.style(sampled.estimator())
        : Style.nth(index);
  }
}
