package gmrl.app.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.app.bias.BiasPlot;
import gmrl.app.bias.BiasPlots;
import gmrl.app.bias.SweptRange;
import gmrl.app.ipd.IpdSettings;
import gmrl.app.state.LabState;
import gmrl.app.state.LabStateJson;
import gmrl.app.state.StatePart;
import gmrl.app.training.TrainingPlot;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasSpecJson;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.file.JsonView;
import gmrl.mdp.Estimator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files and links hold what every family has chosen. */
class LabStateJsonTest {
  private final LabStateJson files = Rooms.files();

  private final LabState state =
      BiasPlots.of(LabState.initial())
          .withHessian(
              BiasPlot.hessian()
                  .withX(SweepVariable.HESSIAN_COEF)
                  .withY(BiasMeasure.COSINE)
                  .withCurves(List.of(Estimator.DICE))
                  .withRange(java.util.Optional.of(new SweptRange(-2, 6))))
          .in(
              LabState.initial()
                  .withSamples(64)
                  .withTrials(500)
                  .withSeed(7)
                  .withSeedLocked(true)
                  .with(TrainingPlot.PART, new TrainingPlot(20, 0.5, 3)));

  private JsonView file(String text) {
    return JsonView.parse("file", text);
  }

  @Test
  void aFileBringsBackEverything() {
    LabStateJson.Restored read = files.read(file(files.write(state)), LabState.initial());
    assertThat(read.state()).isEqualTo(state);
    assertThat(read.remarks()).isEmpty();
  }

  @Test
  void aLinkBringsBackEverything() {
    String link = files.link(state);
    assertThat(link).doesNotContain("\n");
    assertThat(files.readLink(link, LabState.initial()).state()).isEqualTo(state);
  }

  @Test
  void everyFamilyHasAPlaceOfItsOwn() {
    List<String> keys = Rooms.parts().stream().map(StatePart::key).toList();
    assertThat(new HashSet<>(keys)).hasSameSizeAs(keys).isNotEmpty();
    assertThat(files.write(LabState.initial()))
        .contains(keys.stream().map(k -> "\"" + k + "\"").toList());
  }

  @Test
  void whatAFamilyCannotReadIsSaidAndTheRestIsTaken() {
    String text = files.write(state).replace("\"COSINE\"", "\"BEAUTY\"");
    LabStateJson.Restored read = files.read(file(text), LabState.initial());
    assertThat(read.remarks())
        .singleElement()
        .asString()
        .startsWith("Plots of bias stay as they are")
        .contains("BEAUTY")
        .contains("COSINE");
    assertThat(BiasPlots.of(read.state())).isEqualTo(BiasPlots.of(LabState.initial()));
    assertThat(TrainingPlot.PART.in(read.state()).updates()).isEqualTo(20);
    assertThat(read.state().samples()).isEqualTo(64);
  }

  @Test
  void whatNoFamilyKnowsIsSaid() {
    String text = files.write(state).replace("\"ipd\"", "\"chess\"");
    LabStateJson.Restored read = files.read(file(text), state);
    assertThat(read.remarks()).singleElement().asString().contains("chess");
    assertThat(read.state().part(IpdSettings.PART)).isEqualTo(state.part(IpdSettings.PART));
  }

  @Test
  void aBareSpecificationOpensAndKeepsThePlots() {
    BiasSpec spec = BiasSpec.paper().withTrials(77).withSweep(Sweep.parse("alpha=1,2"));
    LabState opened = files.read(file(BiasSpecJson.write(spec).toString()), state).state();
    assertThat(opened.trials()).isEqualTo(77);
    assertThat(BiasPlots.of(opened).hessian()).isEqualTo(BiasPlots.of(state).hessian());
    assertThat(BiasPlots.of(opened).compositional().x())
        .as("its sweep is shown")
        .isEqualTo(SweepVariable.ALPHA);
    assertThat(opened.seed()).as("locked").isEqualTo(7);
  }

  @Test
  void aForeignFileIsRefusedInOneSentence() {
    assertThatThrownBy(
            () -> files.read(JsonView.parse("other.json", "{\"P\":[[[1]]],\"R\":[[0]]}"), state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other.json")
        .hasMessageContaining("P");
  }
}
