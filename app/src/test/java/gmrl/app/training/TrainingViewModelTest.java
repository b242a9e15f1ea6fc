package gmrl.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.figure.Remade;
import gmrl.app.live.Standing;
import gmrl.app.live.SynchronousLab;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.MethodSpec;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingViewModelTest {
  private final SynchronousLab synchronous = new SynchronousLab();
  private final List<String> failures = synchronous.failures;
  private final StateModel<LabState> state =
      new StateModel<>(
          new TrainingPlot(6, 0.5, 2)
              .in(LabState.initial())
              .withSetup(
                  LabState.initial()
                      .setup()
                      .withHorizon(5)
                      .withAlpha(1)
                      .withMdps(new MdpSource.Generated(3, 2, 0.5, 1, 2))));
  private final TrainingViewModel model = new TrainingViewModel(synchronous.lab, state);

  @BeforeEach
  void start() {
    model.start();
    assertThat(failures).isEmpty();
  }

  private ChartModel chart() {
    return model.chartProperty().get();
  }

  @Test
  void bothLearnersAreSeenAtEveryUpdateAndTheExactOneClimbs() {
    assertThat(chart().series())
        .extracting(ChartSeries::name)
        .containsExactly("estimated", "exact");
    assertThat(chart().series()).allMatch(s -> s.points().size() == 7);
    List<gmrl.app.chart.ChartPoint> exact = chart().series().get(1).points();
    assertThat(exact.get(6).y()).isGreaterThan(exact.get(0).y());
    assertThat(model.verdictProperty().get()).contains("after 6 updates").contains("%");
  }

  @Test
  void theDifferenceIsThatOfTheTwoCurves() {
    double difference =
        chart().series().get(1).points().get(6).y() - chart().series().get(0).points().get(6).y();
    model.shortfallProperty().set(true);
    assertThat(chart().series()).hasSize(1);
    assertThat(chart().series().get(0).points().get(6).y())
        .isCloseTo(difference, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void singleLearnersCanBeSeen() {
    model.singleRunsProperty().set(true);
    assertThat(chart().series()).hasSize(2 + 2 * 2);
  }

  @Test
  void aSavedPlotIsTrainedAgainBitForBitFromItsOwnWords() {
    model.singleRunsProperty().set(true);
    Remade.assertSame(Remade.of(model.plan().orElseThrow(), TrainingFigures::read), chart());
    model.shortfallProperty().set(true);
    Remade.assertSame(Remade.of(model.plan().orElseThrow(), TrainingFigures::read), chart());
  }

  @Test
  void aMethodThatCannotTrainIsSaidAndWhatIsDrawnIsOfEarlierSettings() {
    state.edit("m", s -> s.withSetup(s.setup().withMethod(MethodSpec.parse("es:4"))));
    assertThat(chart().standing()).isEqualTo(Standing.STALE);
    assertThat(model.problemProperty().get()).startsWith("Not shown").contains("es:4");
    assertThat(failures).isEmpty();
  }

  @Test
  void theStepSizeIsPartOfTheState() {
    model.learningRate.type("2");
    assertThat(TrainingPlot.of(state.get()).learningRate()).isEqualTo(2);
    state.undo();
    assertThat(model.learningRate.valueProperty().get()).isEqualTo(0.5);
  }
}
