package gmrl.app.bias;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.state.LabState;
import gmrl.experiment.bias.BiasPresets;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresetsTest {

  @Test
  void aChosenExperimentIsTheOneOfThePaperUntilASliderMoves() {
    for (BiasStudy study : BiasPresets.all()) {
      LabState state = Presets.choose(study, LabState.initial());
      BiasStudy moved = Presets.moved(study, state);
      // A sweep has the same points wherever the slider of its variable stands.
      assertThat(moved.specs().stream().map(BiasSpec::points).toList())
          .as(study.id())
          .isEqualTo(study.specs().stream().map(BiasSpec::points).toList());
      assertThat(moved.specs().stream().map(BiasSpec::sweep).toList())
          .isEqualTo(study.specs().stream().map(BiasSpec::sweep).toList());
      assertThat(Presets.movedFrom(study, state)).as(study.id()).isEmpty();
    }
  }

  @Test
  void sliderMovesReachEveryCurveButNotWhatTheCurvesDifferIn() {
    BiasStudy study = BiasPresets.find("inner-step-size");
    LabState state = Presets.choose(study, LabState.initial());
    LabState moved =
        state.withSetup(state.setup().withSteps(7).withHorizon(9)).withTrials(33).withSeed(4);
    List<BiasSpec> specs = Presets.moved(study, moved).specs();
    assertThat(specs).allMatch(s -> s.setup().horizon() == 9 && s.trials() == 33 && s.seed() == 4);
    assertThat(specs).extracting(s -> s.setup().steps()).containsExactly(1, 2, 3);
    assertThat(Presets.movedFrom(study, moved)).containsExactly("MDPs, horizon or critic");
    assertThat(Presets.movedFrom(BiasPresets.find("sample-size"), LabState.initial()))
        .as("the board samples the Hessian, too")
        .containsExactly("α is 3, not 10", "the Hessian slot is sampled with LVC, not exact");
  }
}
