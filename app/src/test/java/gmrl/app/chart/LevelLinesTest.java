package gmrl.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LevelLinesTest {
  private static final double[] X = {1, 2, 4, 8, 16};
  private static final double[] Y = {1, 3, 9, 27};

  private static LevelLines lines(java.util.function.DoubleBinaryOperator z) {
    double[][] grid = new double[Y.length][X.length];
    for (int row = 0; row < Y.length; row++) {
      for (int column = 0; column < X.length; column++) {
        grid[row][column] = z.applyAsDouble(X[column], Y[row]);
      }
    }
    return new LevelLines(X, Y, grid, Scale.log(), Scale.log(), Math::log);
  }

  @Test
  void aPowerLawHasStraightLinesWhereItTakesTheValue() {
    List<ChartPoint> line = lines((x, y) -> x * x / y).at(2.5);
    assertThat(line).filteredOn(p -> !p.isPresent()).as("one line, then a gap").hasSize(1);
    assertThat(line).hasSizeGreaterThan(5);
    for (ChartPoint p : line.subList(0, line.size() - 1)) {
      assertThat(p.x() * p.x() / p.y()).isCloseTo(2.5, within(1e-12));
    }
  }

  @Test
  void aHillHasClosedLines() {
    List<ChartPoint> line =
        lines((x, y) -> Math.exp(-Math.pow(Math.log(x / 4), 2) - Math.pow(Math.log(y / 5), 2)))
            .at(0.3);
    ChartPoint last = line.get(line.size() - 2);
    assertThat(last).isEqualTo(line.get(0));
    assertThat(line.get(line.size() - 1).isPresent()).isFalse();
  }

  @Test
  void whereThereIsNoValueThereIsNoLine() {
    assertThat(lines((x, y) -> x > 3 ? 0 : x).at(1.5)).isNotEmpty();
    assertThat(lines((x, y) -> Double.NaN).at(1.5)).isEmpty();
    assertThat(lines((x, y) -> 2).at(1.5)).isEmpty();
  }
}
