package gmrl.app.coin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.Role;
import gmrl.app.figure.Remade;
import gmrl.app.live.Standing;
import gmrl.app.live.SynchronousLab;
import gmrl.app.rooms.Rooms;
import gmrl.app.state.LabState;
import gmrl.app.state.LabStateJson;
import gmrl.app.state.StateModel;
import gmrl.experiment.file.JsonView;
import gmrl.ipd.coin.CoinScene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoinViewModelTest {
  private final SynchronousLab synchronous = new SynchronousLab();
  private final StateModel<LabState> state = new StateModel<>(small());
  private final CoinViewModel model = new CoinViewModel(synchronous.lab, state);

  private static LabState small() {
    LabState first = LabState.initial();
    return CoinSettings.DEFAULT
        .learners(c -> c.withBatch(16))
        .withUpdates(20)
        .withSeeds(3)
        .in(first)
        .withSeed(5);
  }

  @Test
  void returnsAndSharesAreDrawnWithTheirSeeds() {
    assertThat(model.chart(CoinCharts.Plot.RETURNS).get().isEmpty()).as("not started").isTrue();
    model.start();
    ChartModel share = model.chart(CoinCharts.Plot.OWN_SHARE).get();
    assertThat(share.standing()).isEqualTo(Standing.FRESH);
    assertThat(share.series())
        .extracting(s -> s.role())
        .containsExactly(Role.ESTIMATE, Role.SINGLE_RUN);
    assertThat(share.series().get(0).points()).hasSize(21);
    var result = model.answerProperty().get().snapshot();
    double mean = 0;
    for (var seed : result.seeds()) {
      mean += (seed.get(20).ownShare()[0] + seed.get(20).ownShare()[1]) / 6;
    }
    assertThat(share.series().get(0).points().get(20).y()).isCloseTo(mean, within(1e-12));
    assertThat(model.sentenceProperty().get())
        .startsWith("After 20 updates ")
        .endsWith("over 3 seeds.");
    model.choice.edit("single seeds", choice -> choice.withSingles(false));
    assertThat(model.chart(CoinCharts.Plot.OWN_SHARE).get().series()).hasSize(1);
    assertThat(synchronous.failures).isEmpty();
  }

  @Test
  void aSavedPlotIsPlayedAgainBitForBitFromItsOwnWords() {
    model.start();
    for (CoinCharts.Plot plot : CoinCharts.Plot.values()) {
      Remade.assertSame(
          Remade.of(model.plan(plot).orElseThrow(), CoinFeature::read), model.chart(plot).get());
    }
  }

  @Test
  void anyMomentOfTheTrainingPlaysMatchAfterMatch() {
    model.start();
    assertThat(model.match.newestProperty().get()).isEqualTo(20);
    assertThat(model.match.sentenceProperty().get()).startsWith("seed 5, as learned by update 20");
    List<CoinScene> match = new ArrayList<>();
    for (int i = 0; i < 33; i++) {
      match.add(model.match.sceneProperty().get().orElseThrow());
      model.match.step();
    }
    assertThat(match.get(32).step()).isEqualTo(32);
    assertThat(model.match.sceneProperty().get().orElseThrow().step()).as("the next one").isZero();
    model.match.chooseUpdate(13);
    assertThat(model.match.sentenceProperty().get()).contains("by update 10 ");
    model.match.chooseSeed(2);
    assertThat(model.match.sentenceProperty().get()).startsWith("seed 7, as learned by update 10");
    model.match.chooseUpdate(20);
    assertThat(model.match.sentenceProperty().get()).contains("by update 20 ");
  }

  @Test
  void knobsAreStepsOfUndoAndFollowTheState() {
    model.start();
    model.lookaheads.choose(0);
    assertThat(CoinViewModel.spec(state.get()).config().lookaheads()).isZero();
    assertThat(model.chart(CoinCharts.Plot.RETURNS).get().standing()).isEqualTo(Standing.FRESH);
    state.undo();
    assertThat(model.lookaheads.valueProperty().get()).isEqualTo(1);
    assertThat(model.match.sentenceProperty().get()).as("remembered").contains("by update 20 ");
    List<String> said = new ArrayList<>();
    model.sentenceProperty().addListener((o, was, is) -> said.add(is));
    model.lookaheads.choose(2);
    assertThat(said.get(0)).startsWith("Of earlier settings: after 20 updates ");
    assertThat(model.sentenceProperty().get()).startsWith("After 20 updates ");
  }

  @Test
  void choicesOutliveTheWindow() {
    LabStateJson files = Rooms.files();
    LabState changed =
        CoinSettings.of(state.get())
            .learners(c -> c.withSize(4).withInnerRate(2).withOuterRate(.5).withLookaheads(3))
            .withSingles(false)
            .in(state.get());
    LabState back =
        files.read(JsonView.parse("test", files.write(changed)), LabState.initial()).state();
    assertThat(CoinSettings.of(back)).isEqualTo(CoinSettings.of(changed));
  }
}
