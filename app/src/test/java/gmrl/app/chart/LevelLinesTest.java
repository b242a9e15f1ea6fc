package gmrl.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

final class LevelLinesTest {
  private static final List<Double> X = List.of(1.0, 2.0, 4.0, 8.0, 16.0);
  private static final List<Double> Y = List.of(1.0, 3.0, 9.0, 27.0);

  private static LevelLines lines(DoubleBinaryOperator z) {
    List<List<Double>> grid =
        Y.stream().map(y -> X.stream().map(x -> z.applyAsDouble(x, y)).toList()).toList();
    return new LevelLines(X, Y, grid, new Scale.Log(), new Scale.Log(), Math::log);
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
