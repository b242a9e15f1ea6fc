package gmrl.app.bias;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.bias.bound.BoundCurve;
import gmrl.experiment.bias.bound.BoundExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Sweeps of bias experiments as curves.
 *
 * @param title short text above the plot
 * @param study one curve each; all sweep the same variable
 * @param measure vertical axis
 * @param looks how the curves are told apart
 * @param slopes whether fitted log-log slopes stand in the legend
 * @param bound whether the theoretical bound is drawn over the measure (bias² only)
 */
record SweepPanel(
    String title,
    BiasStudy study,
    PlottedMeasure measure,
    Looks looks,
    boolean slopes,
    boolean bound)
    implements PanelPlan {
  private static final BiasFamily FAMILY = new BiasFamily();

  /** The bound speaks of the bias alone, and a sweep needs a swept variable. */
  SweepPanel {
    if (bound && measure != PlottedMeasure.BIAS_SQUARED) {
      throw new IllegalArgumentException(
          "the bound is asked for over " + measure.title() + ", expected bias²");
    }
    if (study.specs().stream().map(s -> s.sweep().map(w -> w.variable())).distinct().count() != 1
        || study.specs().get(0).sweep().isEmpty()) {
      throw new IllegalArgumentException(
          "the curves of " + study.id() + " do not sweep one common variable");
    }
  }

  /** The bound of a study, as what is computed once. */
  private record BoundOf(BiasStudy study) {}

  @Override
  public SweepPanel quick() {
    return with(FAMILY::quick);
  }

  @Override
  public SweepPanel withSeed(long seed) {
    return with(s -> FAMILY.withSeed(s, seed));
  }

  @Override
  public long seed() {
    return FAMILY.seed(study);
  }

  private SweepPanel with(UnaryOperator<BiasStudy> change) {
    return new SweepPanel(title, change.apply(study), measure, looks, slopes, bound);
  }

  private Part<BiasResult> result() {
    return new Part<>(study, FAMILY.experiment(study));
  }

  private Part<List<BoundCurve>> bounds() {
    return new Part<>(new BoundOf(study), new BoundExperiment(study));
  }

  @Override
  public List<Part<?>> parts() {
    List<Part<?>> parts = new ArrayList<>();
    parts.add(result());
    if (bound) {
      parts.add(bounds());
    }
    return parts;
  }

  @Override
  public ChartModel chart(Results results) {
    SweepVariable variable = study.specs().get(0).sweep().orElseThrow().variable();
    BiasCharts.Sight sight =
        new BiasCharts.Sight(
            variable,
            Symbols.isNaturallyLog(variable),
            measure,
            measure.isNaturallyLog(),
            Bands.TRIALS,
            looks,
            slopes);
    return BiasCharts.sweep(
        title,
        sight,
        results.of(result()),
        bound ? results.of(bounds()).stream().map(BoundPoints::of).toList() : List.of(),
        1);
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY.id());
    node.put("measure", measure.title());
    node.put("bands", BarPanel.bands(Bands.TRIALS));
    node.set("curves", BarPanel.curves(study));
  }
}
