package gmrl.app.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasSpecJson;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.file.JsonView;
import gmrl.mdp.Estimator;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabStateJsonTest {
  private final LabState state =
      LabState.initial()
          .withSamples(64)
          .withTrials(500)
          .withSeed(7)
          .withSeedLocked(true)
          .withHessian(
              BiasPlot.hessian()
                  .withX(SweepVariable.HESSIAN_COEF)
                  .withY(PlottedMeasure.CORRELATION)
                  .withCurves(List.of(Estimator.DICE)))
          .withTraining(new TrainingPlot(20, 0.5, 3))
          .withExtra("ipd", "{\"lookaheads\":2}");

  @Test
  void aFileBringsBackEverything() {
    JsonView file = JsonView.parse("file", LabStateJson.write(state));
    assertThat(LabStateJson.read(file, LabState.initial())).isEqualTo(state);
  }

  @Test
  void aLinkBringsBackEverything() {
    String link = LabStateJson.link(state);
    assertThat(link).doesNotContain("\n");
    assertThat(LabStateJson.readLink(link, LabState.initial())).isEqualTo(state);
  }

  @Test
  void aBareSpecificationOpensAndKeepsThePlots() {
    BiasSpec spec = BiasSpec.paper().withTrials(77);
    JsonView file = JsonView.parse("file", BiasSpecJson.write(spec).toString());
    LabState opened = LabStateJson.read(file, state);
    assertThat(opened.trials()).isEqualTo(77);
    assertThat(opened.hessian()).isEqualTo(state.hessian());
    assertThat(opened.seed()).as("locked").isEqualTo(7);
  }

  @Test
  void aForeignFileIsRefusedInOneSentence() {
    assertThatThrownBy(
            () ->
                LabStateJson.read(
                    JsonView.parse("other.json", "{\"P\":[[[1]]],\"R\":[[0]]}"), state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other.json")
        .hasMessageContaining("P");
  }
}
