package gmrl.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Picture;
import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.Remade;
import gmrl.app.live.SynchronousLab;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.tabular.MdpSource;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectorViewModelTest {
  private final SynchronousLab synchronous = new SynchronousLab();
  private final List<String> failures = synchronous.failures;
  private final StateModel<LabState> state =
      new StateModel<>(
          LabState.initial()
              .withSetup(
                  LabState.initial()
                      .setup()
                      .withHorizon(5)
                      .withSteps(3)
                      .withMdps(new MdpSource.Generated(3, 2, 0.5, 1, 2))));
  private final InspectorViewModel model = new InspectorViewModel(synchronous.lab, state);

  @BeforeEach
  void start() {
    model.start();
    assertThat(failures).isEmpty();
  }

  @Test
  void itWalksFromTheBeginningToTheEnd() {
    assertThat(model.stepProperty().get()).as("a first look at the whole trial").isEqualTo(3);
    model.stepTo(0);
    String first = model.captionProperty().get();
    assertThat(first).contains("‖θ̂ − θ‖ = 0.00");
    for (int i = 0; i < 5; i++) {
      model.forward();
    }
    assertThat(model.stepProperty().get()).isEqualTo(3);
    assertThat(model.captionProperty().get()).isNotEqualTo(first).doesNotContain("cos(ĝ, g)");
    model.back();
    assertThat(model.stepProperty().get()).isEqualTo(2);
  }

  @Test
  void playingGoesOnWithTheNextTrial() {
    model.stepTo(0);
    for (int i = 0; i < 4; i++) {
      model.tick();
    }
    assertThat(model.trialProperty().get()).isEqualTo(1);
    assertThat(model.stepProperty().get()).isZero();
  }

  @Test
  void everyEntryOfTheGradientIsAPoint() {
    assertThat(model.chart(TrialPicture.ENTRIES).get().series().get(0).points()).hasSize(6);
    assertThat(model.chart(TrialPicture.SHARES).get().series())
        .as("one bar for each slot, in its own colour")
        .hasSize(3)
        .allMatch(slot -> slot.points().size() == 1);
    assertThat(model.chart(TrialPicture.VALUE).get().series()).hasSize(2);
  }

  @Test
  void everyPictureIsMadeAgainBitForBitFromItsOwnWords() {
    model.nextTrial();
    model.nextMdp();
    model.stepTo(2);
    for (TrialPicture picture : TrialPicture.values()) {
      ChartModel shown =
          picture.isDrawn()
              ? picture.of(model.inspectionProperty().get().orElseThrow(), 2)
              : model.chart(picture).get();
      assertThat(shown.isEmpty()).isFalse();
      PanelPlan other = model.plan(picture).orElseThrow().withSeed(7);
      assertThat(Remade.of(other, InspectorFeature::read)).as("another seed").isNotEqualTo(shown);
      Remade.assertSame(
          Remade.of(model.plan(picture).orElseThrow(), InspectorFeature::read), shown);
    }
    List<ChartSeries> path = model.chart(TrialPicture.PATH).get().series();
    assertThat(path).extracting(ChartSeries::name).startsWith("this trial", "exact path");
    assertThat(path.get(0).points()).as("as far as it has come").hasSize(3);
    assertThat(path.get(1).points()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(doubles = {12, 20})
  void theNumberOfAStateFitsIntoIt(double em) {
    state.edit(
        "many states",
        s -> s.withSetup(s.setup().withMdps(new MdpSource.Generated(20, 5, 0.001, 1, 2))));
    World world = model.worldProperty().get().orElseThrow();
    Picture picture =
        ChartModel.drawing(420, 640, em, pen -> WorldView.draw(pen, world, OptionalInt.empty()))
            .picture()
            .orElseThrow();
    List<Picture.Mark> states =
        picture.shapes().stream().filter(s -> s.form() == Picture.Form.DISC).toList();
    List<Picture.Words> numbers =
        picture.words().stream().filter(w -> w.text().matches("[0-9]+")).toList();
    assertThat(states).hasSize(20);
    assertThat(numbers).hasSize(20);
    for (int i = 0; i < 20; i++) {
      Picture.Words number = numbers.get(i);
      // Digits are a little more than half as wide as their type is large.
      double width = 0.56 * em * number.size() * number.text().length();
      assertThat(2 * states.get(i).at().get(2)).as(number.text()).isGreaterThan(width);
    }
  }

  @Test
  void fewerStepsOrMdpsNeverLeaveItNowhere() {
    model.stepTo(3);
    model.nextMdp();
    assertThat(model.mdpProperty().get()).isEqualTo(1);
    state.edit(
        "smaller",
        s ->
            s.withSetup(s.setup().withSteps(1).withMdps(new MdpSource.Generated(3, 2, 0.5, 1, 1))));
    assertThat(failures).isEmpty();
    assertThat(model.stepProperty().get()).isEqualTo(1);
    assertThat(model.mdpProperty().get()).isZero();
  }

  @Test
  void theWorldShowsWhatThePolicyOfTheStepDoesInIt() {
    model.stepTo(0);
    World before = model.worldProperty().get().orElseThrow();
    assertThat(before.states()).isEqualTo(3);
    double out = 0;
    for (int to = 0; to < 3; to++) {
      out += before.flow(0, to);
    }
    assertThat(out).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
    assertThat(before.mostReward()).isBetween(0.0, 1.0);
    assertThat(before.label(0, 1)).contains("pays");
    model.stepTo(3);
    assertThat(model.worldProperty().get().orElseThrow().flow(0, 1))
        .isNotEqualTo(before.flow(0, 1));
    assertThat(model.inspectionProperty().get().orElseThrow().stages()).hasSize(4);
  }
}
