package gmrl.app.bias;

import gmrl.app.state.LabState;
import gmrl.app.state.StatePart;
import gmrl.experiment.bias.BiasPresets;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import gmrl.mdp.Estimator;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What a person has chosen about plots of bias.
 *
 * @param compositional the plot of compositional bias
 * @param hessian the plot of Hessian bias
 * @param study the plot of the chosen experiment of the paper
 * @param studyId which experiment that is
 */
@RecordBuilder
public record BiasPlots(BiasPlot compositional, BiasPlot hessian, BiasPlot study, String studyId)
    implements BiasPlotsBuilder.With {
  /** What a first start shows. */
  static final BiasPlots INITIAL =
      new BiasPlots(
          BiasPlot.compositional(), BiasPlot.hessian(), BiasPlot.hessian(), "sample-size");

  /** Its place in the state. */
  public static final StatePart<BiasPlots> PART =
      new StatePart<>(
              "plots",
              "Plots of bias",
              INITIAL,
              new RecordJson(
                  new JsonTypes()
                      .text(SweepVariable.class, SweepVariable::token, SweepVariable::parse)
                      .text(Estimator.class, Estimator::token, Estimator::parse)
                      .tree(
                          SweptRange.class,
                          range -> Json.vector(new double[] {range.low(), range.high()}),
                          (name, json) -> range(json))
                      .module()))
          .adopting(BiasPlots::adopt);

  /** Checks that the experiment exists. */
  public BiasPlots {
    BiasPresets.require(studyId);
  }

  /** What stands in a state. */
  public static BiasPlots of(LabState state) {
    return PART.in(state);
  }

  /** The state with this choice in it. */
  public LabState in(LabState state) {
    return state.with(PART, this);
  }

  /** A sweep shows in the plot of compositional bias. */
  private BiasPlots adopt(BiasSpec spec) {
    return spec.sweep()
        .map(sweep -> withCompositional(compositional.withX(sweep.variable())))
        .orElse(this);
  }

  private static SweptRange range(JsonView json) {
    double[] ends = json.vector();
    if (ends.length != 2) {
      throw json.unexpected("two numbers");
    }
    return new SweptRange(ends[0], ends[1]);
  }
}
