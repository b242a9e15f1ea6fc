package gmrl.app.board;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartData;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.Role;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How far single estimates scatter, drawn beside the biases. */
class BoardNoiseTest {
  private final SmallBoard small = new SmallBoard();
  private final StateModel<LabState> state = small.state;
  private final BoardViewModel board = small.model;

  private ChartModel chart(Row row, Column column) {
    return board.chart(row, column).get();
  }

  @Test
  void noiseOfTheHessianRowLeavesTheOtherRowAsItIs() {
    for (Column column : Column.values()) {
      List<ChartPoint> known =
          BoardViewModelTest.lines(chart(Row.COMPOSITIONAL, column)).get(0).points();
      board
          .chart(Row.COMPOSITIONAL, column)
          .addListener(
              (o, old, now) -> {
                assertThat(now.series()).noneMatch(s -> s.role() == Role.PINNED);
                // What chance alone would bend is not drawn before all is in.
                assertThat(BoardViewModelTest.lines(now).get(0).points())
                    .filteredOn(ChartPoint::isPresent)
                    .isNotEmpty()
                    .allSatisfy(p -> assertThat(known).anyMatch(q -> isAsGood(p, q)));
              });
    }
    ChartModel hessian = chart(Row.HESSIAN, Column.ALPHA);
    board.noiseProperty(Row.HESSIAN).set(true);
    assertThat(chart(Row.HESSIAN, Column.ALPHA)).isNotEqualTo(hessian);
  }

  @ParameterizedTest
  @EnumSource(Row.class)
  void noiseStandsBesideTheBiasThatItIsTradedFor(Row row) {
    state.edit("trials", s -> s.withTrials(24));
    board.noiseProperty(row).set(true);
    assertThat(small.synchronous.failures).isEmpty();
    for (Column column : Column.values()) {
      boolean moves = row == Row.HESSIAN || column != Column.COEFFICIENT;
      assertThat(
              chart(row, column).series().stream()
                  .filter(s -> s.name().startsWith("noise of"))
                  .flatMap(s -> s.points().stream())
                  .toList())
          .as("%s", column)
          .allMatch(p -> !p.exact())
          // Without an inner step nothing is sampled.
          .allMatch(p -> (column == Column.STEPS && p.x() == 0) ? p.y() == 0 : p.y() > 0)
          .hasSizeGreaterThanOrEqualTo(moves ? 8 : 0);
    }
    double few = noise(row).get(0).y();
    double many = noise(row).get(noise(row).size() - 1).y();
    assertThat(many).as("noise shrinks as 1/√|τ|").isLessThan(few / 4);
    // Each of them has its own sign in the legend.
    long drawn =
        chart(row, Column.SAMPLES).series().stream()
            .filter(s -> s.name().startsWith("noise of"))
            .count();
    assertThat(drawn).isEqualTo(row == Row.HESSIAN ? 2 : 1);
    assertThat(board.linesProperty(row).get())
        .filteredOn(key -> key.text().startsWith("noise"))
        .extracting(RowLines.Key::line)
        .startsWith(BoardStudy.Line.NOISE)
        .hasSize((int) drawn);
  }

  @Test
  void dataTellWhatAFormulaGivesFromWhatIsEstimated() {
    assertThat(rows(Row.HESSIAN)).isNotEmpty().allMatch(row -> row.contains(",EXACT,"));
    assertThat(rows(Row.COMPOSITIONAL)).anyMatch(row -> row.contains(",ESTIMATE,"));
    board.noiseProperty(Row.COMPOSITIONAL).set(true);
    state.edit("trials", s -> s.withTrials(24));
    assertThat(rows(Row.COMPOSITIONAL))
        .filteredOn(row -> row.startsWith("noise of one estimate,"))
        .isNotEmpty()
        .allMatch(row -> row.matches(".*,ESTIMATE,[^,]*,,[^,]*,,,\\d+"));
  }

  private List<String> rows(Row row) {
    return ChartData.table(List.of(chart(row, Column.STEPS))).text().lines().skip(1).toList();
  }

  private List<ChartPoint> noise(Row row) {
    return chart(row, Column.SAMPLES).series().stream()
        .filter(s -> s.name().startsWith("noise of"))
        .findFirst()
        .orElseThrow()
        .points();
  }

  private static boolean isAsGood(ChartPoint one, ChartPoint known) {
    return one.x() == known.x() && one.y() == known.y() && one.trials() == known.trials();
  }
}
