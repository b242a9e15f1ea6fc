package gmrl.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.app.control.ControlPanelViewModel.Slot;
import gmrl.app.shell.FixedDialogs;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.TeachingMdp;
import gmrl.mdp.Estimator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlPanelViewModelTest {
  @TempDir Path folder;
  private final StateModel<LabState> state = new StateModel<>(LabState.initial());
  private final List<String> complaints = new ArrayList<>();
  private Optional<Path> chosen = Optional.empty();
  private final ControlPanelViewModel panel =
      new ControlPanelViewModel(state, new Answers(), complaints::add);

  @Test
  void aTypedValueReachesTheStateAndComesBack() {
    panel.alpha.type("2.5");
    assertThat(state.get().setup().alpha()).isEqualTo(2.5);
    assertThat(panel.alpha.valueProperty().get()).isEqualTo(2.5);
  }

  @Test
  void aRefusedValueLeavesTheStateAndSaysWhy() {
    panel.alpha.type("huge");
    assertThat(state.get()).isEqualTo(LabState.initial());
    assertThat(panel.alpha.errorProperty().get()).contains("huge").contains("number");
  }

  @Test
  void everyKnobReachesTheState() {
    List<gmrl.app.ui.ParameterViewModel> knobs =
        List.of(
            panel.alpha,
            panel.steps,
            panel.samples,
            panel.coefficient,
            panel.noise,
            panel.states,
            panel.actions,
            panel.density,
            panel.spread,
            panel.mdpCount,
            panel.gamma,
            panel.horizon,
            panel.criticNoise,
            panel.trials);
    for (gmrl.app.ui.ParameterViewModel knob : knobs) {
      LabState before = state.get();
      knob.choose(knob.parameter().at(0.77));
      assertThat(state.get()).as(knob.parameter().name()).isNotEqualTo(before);
      knob.release();
      state.undo();
      assertThat(state.get()).as(knob.parameter().name()).isEqualTo(before);
    }
  }

  @Test
  void theSampleSizeReachesEverySampledSlotAndASlotMayDiffer() {
    panel.samples.type("64");
    assertThat(state.get().setup().hessian()).hasToString("lvc:64");
    panel.typeSamples(Slot.HESSIAN, "7");
    assertThat(state.get().setup().hessian()).hasToString("lvc:7");
    assertThat(state.get().setup().inner()).hasToString("lvc:64");
    assertThatThrownBy(() -> panel.typeSamples(Slot.INNER, "0"))
        .hasMessage("Sample size is “0”; expected a whole number from 1 to 4096.");
    panel.typeMethod("truncated", " 2 ");
    assertThat(state.get().setup().method()).hasToString("truncated:2");
    assertThatThrownBy(() -> panel.typeMethod("truncated", "two"))
        .hasMessageContaining("method is \"truncated:two\", expected");
    assertThat(complaints).isEmpty();
  }

  @Test
  void slotsTakeEstimatorsAndExactness() {
    panel.chooseEstimator(Slot.OUTER, Estimator.DICE);
    assertThat(state.get().setup().outer()).hasToString("dice:32");
    panel.chooseExact(Slot.INNER);
    panel.chooseSampled(Slot.HESSIAN, false);
    assertThat(state.get().setup().inner().isSampled()).isFalse();
    assertThat(state.get().setup().hessian().isSampled()).isFalse();
    panel.chooseSampled(Slot.INNER, true);
    assertThat(state.get().setup().inner()).as("as the others are sampled").hasToString("dice:32");
  }

  @Test
  void whatDoesNotGoTogetherIsRefusedWithASentence() {
    panel.chooseEstimator(Slot.INNER, Estimator.DICE);
    panel.chooseReuse(true);
    assertThat(state.get().setup().reuse()).isFalse();
    assertThat(complaints).singleElement().asString().contains("reuse");
  }

  @Test
  void problemsSwitchBothWays() {
    panel.chooseProblem(ProblemSpec.Lirpg.paper());
    panel.lambda.type("0.5");
    panel.chooseCriticGradient(false);
    assertThat(state.get().setup().problem()).isEqualTo(new ProblemSpec.Lirpg(0.5, false));
    panel.chooseProblem(new ProblemSpec.Maml());
    assertThat(state.get().setup().problem()).isEqualTo(new ProblemSpec.Maml());
  }

  @Test
  void everyTeachingMdpCanBeChosen() {
    for (TeachingMdp mdp : TeachingMdp.all()) {
      panel.chooseTeaching(mdp.id());
      assertThat(state.get().setup().mdps()).isEqualTo(mdp.source());
      assertThat(state.get().setup().gamma()).isEqualTo(mdp.gamma());
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void anMdpFileIsOpenedOrRefused() throws IOException {
    Path good = folder.resolve("good.json");
    Files.writeString(good, "{\"P\":[[[1.0]]],\"R\":[[0.5]],\"gamma\":0.3}");
    chosen = Optional.of(good);
    panel.openMdp();
    assertThat(state.get().setup().mdps()).isInstanceOf(MdpSource.Given.class);
    assertThat(state.get().setup().gamma()).isEqualTo(0.3);

    Path bad = folder.resolve("bad.json");
    Files.writeString(bad, "{\"P\":[[[0.9]]],\"R\":[[0.5]],\"gamma\":0.3}");
    chosen = Optional.of(bad);
    LabState before = state.get();
    panel.openMdp();
    assertThat(state.get()).isEqualTo(before);
    assertThat(complaints).singleElement().asString().contains("bad.json").contains("0.9");
  }

  private final class Answers extends FixedDialogs {
    @Override
    public Optional<Path> open(String title, FileKind kind) {
      return chosen;
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, List<FileKind> kinds) {
      return chosen;
    }
  }
}
