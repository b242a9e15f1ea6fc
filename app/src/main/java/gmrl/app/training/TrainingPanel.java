package gmrl.app.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.Style;
import gmrl.app.figure.PanelPlan;
import gmrl.experiment.training.TrainingFamily;
import gmrl.experiment.training.TrainingResult;
import gmrl.experiment.training.TrainingSpec;
import java.util.List;

/**
 * Meta-training with estimated meta-gradients beside the exact one.
 *
 * @param title short text above the plot
 * @param learners one curve each; all on the same MDPs
 * @param shortfall whether to show how far the estimated learners stay behind the exact one, rather
 *     than what each reaches
 */
record TrainingPanel(String title, List<Learner> learners, boolean shortfall) implements PanelPlan {
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
  public TrainingPanel quick() {
    return new TrainingPanel(
        title, learners.stream().map(l -> l.with(FAMILY.quick(l.spec()))).toList(), shortfall);
  }

  @Override
  public TrainingPanel withSeed(long seed) {
    return new TrainingPanel(
        title,
        learners.stream().map(l -> l.with(FAMILY.withSeed(l.spec(), seed))).toList(),
        shortfall);
  }

  @Override
  public long seed() {
    return FAMILY.seed(learners.get(0).spec());
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
    return TrainingCharts.of(
        title,
        learners.stream()
            .map(l -> new TrainingCharts.Trained(l.label(), l.style(), results.of(result(l))))
            .toList(),
        shortfall,
        1);
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY.id());
    node.put("measure", TrainingCharts.label(shortfall));
    node.put("bands", TrainingCharts.bands(shortfall));
    ArrayNode all = node.putArray("learners");
    for (Learner l : learners) {
      all.addObject().put("label", l.label()).set("config", FAMILY.write(l.spec()));
    }
  }
}
