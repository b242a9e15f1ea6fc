package gmrl.app.atari;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.figure.Remade;
import gmrl.app.live.Standing;
import gmrl.app.live.SynchronousLab;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.atari.BiasAlongTraining;
import gmrl.experiment.atari.CheckpointBias;
import java.util.List;
import org.junit.jupiter.api.Test;

class BiasViewModelTest {
  private final SynchronousLab synchronous = new SynchronousLab();

  private BiasViewModel model(int k) {
    return new BiasViewModel(
        synchronous.lab,
        new StateModel<>(LearnerKnobs.DEFAULT.withInnerSteps(k).in(LabState.initial())),
        List.of(),
        study ->
            new CheckpointBias(study.spec().with(s -> s.withNumProcesses(2)), study.after(), 3, 2));
  }

  @Test
  void withOneInnerStepPlainAndLvcAreSeenToBeTheSame() {
    BiasViewModel model = model(1);
    model.setAfter(64);
    model.measure();
    assertThat(synchronous.failures).isEmpty();
    assertThat(model.sentenceProperty().get())
        .contains("K = 1, 3 windows of 4 environments")
        .contains("the same number for number");
    ChartModel bars = model.parametersProperty().get();
    assertThat(bars.standing()).isEqualTo(Standing.FRESH);
    assertThat(bars.series().get(1).points()).isEqualTo(bars.series().get(2).points());
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void aStudyThatFailsLeavesTheOldOneMarkedAndSaysWhy() {
    BiasViewModel model = model(1);
    model.setAfter(64);
    model.measure();
    ChartModel before = model.parametersProperty().get();
    model.setAfter(-1);
    model.measure();
    assertThat(model.sentenceProperty().get()).startsWith("Not shown: ").contains("-1");
    assertThat(model.parametersProperty().get().standing()).isEqualTo(Standing.STALE);
    assertThat(model.parametersProperty().get().series()).isEqualTo(before.series());
    assertThat(model.busyProperty().get()).isFalse();
    model.setAfter(64);
    model.measure();
    assertThat(model.parametersProperty().get()).as("known").isEqualTo(before);
    assertThat(model.sentenceProperty().get()).contains("number for number");
  }

  @Test
  void aLearnerThatIsStoppedWhileItTrainsTrainsNoMore() {
    BiasViewModel model = model(1);
    model
        .sentenceProperty()
        .addListener(
            (o, was, is) -> {
              if (is.contains(" trains: ")) {
                model.stop();
              }
            });
    model.setAfter(100_000);
    model.measure();
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(model.sentenceProperty().get())
        .contains(" was stopped while it trained: ")
        .endsWith(" of 100.0 k steps.");
  }

  @Test
  void aMeasurementIsMadeAgainBitForBitFromItsOwnWords() {
    BiasViewModel model = model(2);
    assertThat(model.plan(CheckpointPanel.Picture.PARTS)).isEmpty();
    model.setAfter(64);
    model.measure();
    Remade.assertSame(
        Remade.of(model.plan(CheckpointPanel.Picture.PARTS).orElseThrow(), AtariFigures::read),
        model.partsProperty().get());
    Remade.assertSame(
        Remade.of(model.plan(CheckpointPanel.Picture.PARAMETERS).orElseThrow(), AtariFigures::read),
        model.parametersProperty().get());
  }

  @Test
  void theLastInnerStepOwesNothingToCurvatureAndAllSharesMakeOne() {
    BiasViewModel model = model(2);
    model.setAfter(64);
    model.measure();
    assertThat(synchronous.failures).isEmpty();
    assertThat(model.sentenceProperty().get()).doesNotContain("number for number");
    for (var series : model.partsProperty().get().series()) {
      assertThat(series.points()).hasSize(4);
      assertThat(series.points().get(3).y()).isZero();
      assertThat(series.points().stream().mapToDouble(p -> p.y()).sum())
          .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-3));
    }
  }

  @Test
  void otherLearnersArePointsWhereTheirReferenceIsResolvedAndNamedWhereNot() {
    ChartModel chart = BiasCharts.along(BiasAlongTraining.shipped(), BiasCharts.COSINE);
    List<ChartSeries> others = chart.series().subList(2, chart.series().size());
    assertThat(others)
        .extracting(ChartSeries::name)
        .containsExactly(
            "plain, seed 12", "plain, seed 13", "plain, seed 15; seed 14 not resolved");
    assertThat(others)
        .extracting(s -> s.points().get(0).y())
        .containsExactly(.9762, .95252, -.096947);
  }

  @Test
  void aSizeThatIsHardlyKnownLeavesRoomForTheOthers() {
    ChartModel chart = BiasCharts.along(BiasAlongTraining.shipped(), BiasCharts.RELATIVE);
    double top = chart.y().high();
    assertThat(top).isBetween(7.0, 12.0);
    assertThat(chart.series())
        .flatExtracting(ChartSeries::points)
        .allMatch(p -> p.y() < top)
        .anyMatch(p -> p.high() > top);
  }
}
