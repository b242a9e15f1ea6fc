package gmrl.app.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.app.bias.BiasFeature;
import gmrl.app.bias.BiasOverlays;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Role;
import gmrl.app.live.SynchronousLab;
import gmrl.app.shelf.KeptRun;
import gmrl.app.shelf.Shelf;
import gmrl.app.shelf.Shelves;
import gmrl.app.shelf.Source;
import gmrl.app.state.LabState;
import gmrl.app.state.LabStateJson;
import gmrl.app.state.StateModel;
import gmrl.app.ui.Percent;
import gmrl.experiment.RunShare;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.store.StoredRun;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.SlotSpec;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of the board lies where it was when it was kept. */
class BoardKeptRunsTest {
  private final SmallBoard small = new SmallBoard();
  private final SynchronousLab synchronous = small.synchronous;
  private final StateModel<LabState> state = small.state;
  private final BoardViewModel board = small.model;

  private Shelf shelf(Path home) {
    Shelf shelf = Shelves.at(home, synchronous, state);
    shelf.register(
        Source.of(
            BiasFeature.FAMILY,
            List.of("Board"),
            s -> BiasStudy.of(LabStateJson.spec(s)),
            (study, s) -> s));
    return shelf;
  }

  private static List<ChartPoint> own(ChartModel chart) {
    return chart.series().stream()
        .filter(s -> s.role() == Role.ESTIMATE)
        .findFirst()
        .orElseThrow()
        .points();
  }

  private static List<ChartSeries> kept(ChartModel chart) {
    return chart.series().stream().filter(s -> s.role() == Role.KEPT).toList();
  }

  @Test
  void bothBiasesAreKeptInEveryColumnThatMoves(@TempDir Path home) {
    Shelf shelf = shelf(home);
    boolean sampled = false;
    for (Row row : Row.values()) {
      for (Column column : List.of(Column.ALPHA, Column.STEPS, Column.SAMPLES)) {
        state.edit("back", s -> SmallBoard.settings());
        ReadOnlyObjectProperty<ChartModel> plot =
            shelf.over(
                BiasFeature.FAMILY.id(),
                board.chart(row, column),
                (run, now) -> BiasOverlays.relative(shelf, run, row.kind(), column.variable()));
        List<ChartPoint> before = own(plot.get());
        var answer = board.answerProperty().get();
        if (shelf.runs().isEmpty()) {
          shelf.keep(BiasFeature.FAMILY, answer.question().study(), answer.snapshot());
        }
        state.edit("trials", s -> s.withTrials(9));
        ChartSeries kept = kept(plot.get()).get(0);
        assertThat(kept.name())
            .isEqualTo(shelf.label(shelf.runs().get(0)))
            .isEqualTo("T = 5, states = 3, actions = 2 and 3 more");
        assertThat(kept.points()).as(row + " " + column).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
          assertThat(kept.points().get(i).x()).isEqualTo(before.get(i).x());
          assertThat(kept.points().get(i).y())
              .as(row + " along " + column + " at " + before.get(i).x())
              .isCloseTo(before.get(i).y(), within(1e-6));
          assertThat(kept.points().get(i).known().low())
              .as(row + " along " + column + " at " + before.get(i).x())
              .isCloseTo(before.get(i).low(), within(1e-6));
          assertThat(kept.points().get(i).known().high())
              .isCloseTo(before.get(i).high(), within(1e-6));
          assertThat(kept.points().get(i).trials()).isEqualTo(before.get(i).trials());
        }
        sampled |= kept.points().stream().anyMatch(p -> p.known().halfWidth() > 0);
        assertThat(kept.points()).noneMatch(ChartPoint::hasInterval);
      }
    }
    assertThat(sampled).isTrue();
    assertThat(synchronous.failures).isEmpty();
  }

  @Test
  void aKeptRunComesToTheNumbersThatTheBoardShowed(@TempDir Path home) {
    Shelf shelf = shelf(home);
    state.edit("trials", s -> s.withTrials(60));
    var answer = board.answerProperty().get();
    shelf.keep(BiasFeature.FAMILY, answer.question().study(), answer.snapshot());
    StoredRun run = StoredRun.open(shelf.runs().get(0).path());
    List<RunShare> shares =
        BiasFeature.FAMILY.shares(CsvTable.parse(String.join("\n", run.metrics())));
    for (Row row : Row.values()) {
      RunShare kept =
          shares.stream()
              .filter(o -> o.name().equals(BoardStudy.now(row)))
              .findFirst()
              .orElseThrow();
      RelativeBias shown = board.now(row).orElseThrow();
      assertThat(kept.share()).isCloseTo(shown.value(), within(1e-9));
      assertThat(kept.halfWidth()).isCloseTo(shown.halfWidth(), within(1e-9));
      assertThat(Percent.estimate(kept.share(), kept.halfWidth()))
          .isEqualTo(board.number(row).get().words());
    }
  }

  @Test
  void ofAnotherProblemOrEstimatorItsCurvesSaySo(@TempDir Path home) {
    Shelf shelf = shelf(home);
    var answer = board.answerProperty().get();
    shelf.keep(BiasFeature.FAMILY, answer.question().study(), answer.snapshot());
    KeptRun run = shelf.runs().get(0);
    String label = shelf.label(run);
    assertThat(shelf.inLegend(run)).isEqualTo(label);
    state.edit(
        "problem", s -> s.withSetup(s.setup().withProblem(ProblemSpec.Lirpg.paper()).withSteps(1)));
    assertThat(shelf.inLegend(run)).isEqualTo("problem = MAML-RL, " + label);
    ChartModel plot =
        shelf
            .over(
                BiasFeature.FAMILY.id(),
                board.chart(Row.HESSIAN, Column.ALPHA),
                (kept, now) ->
                    BiasOverlays.relative(shelf, kept, Row.HESSIAN.kind(), SweepVariable.ALPHA))
            .get();
    assertThat(kept(plot)).extracting(ChartSeries::name).containsExactly(shelf.inLegend(run));
    assertThat(shelf.over(plot)).as("a figure has it by the same name").hasSize(1);
    shelf.change(run, note -> note.withName("mine"));
    assertThat(shelf.inLegend(shelf.runs().get(0))).isEqualTo("problem = MAML-RL, mine");
    state.edit(
        "estimator",
        s ->
            s.withSetup(
                SmallBoard.settings()
                    .setup()
                    .withSlots(s.setup().inner(), SlotSpec.parse("maml:32"), s.setup().outer())));
    assertThat(shelf.inLegend(shelf.runs().get(0))).isEqualTo("Hessian slot = LVC, mine");
    assertThat(shelf.label(shelf.runs().get(0))).isEqualTo("mine");
  }
}
