package gmrl.app.story;

import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.LevelLines;
import gmrl.app.chart.Scale;
import gmrl.experiment.inspect.ValueMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberTickUnitSource;

/**
 * The map of the returns and its lines of equal J at round values, which are the same for every
 * path that is drawn over it.
 *
 * @param values returns by row and column
 * @param lowest return on the map
 * @param highest return on the map
 */
record Relief(List<List<Double>> values, double lowest, double highest, List<Level> levels) {
  private static final int LEVELS = 12;

  /**
   * A line of equal J.
   *
   * @param named whether its value stands at it
   * @param line points with gaps between its parts
   */
  record Level(double value, boolean named, List<ChartPoint> line) {}

  static Relief of(ValueMap map) {
    double[][] j = map.values();
    DoubleSummaryStatistics range =
        Arrays.stream(j).flatMapToDouble(Arrays::stream).summaryStatistics();
    double rough = (range.getMax() - range.getMin()) / LEVELS;
    double step = new NumberTickUnitSource().getCeilingTickUnit(rough).getSize();
    List<Double> places =
        IntStream.range(0, j.length)
            .mapToObj(i -> map.low() + i * (map.high() - map.low()) / (j.length - 1))
            .toList();
    List<List<Double>> z =
        Arrays.stream(j).map(row -> Arrays.stream(row).boxed().toList()).toList();
    LevelLines lines =
        new LevelLines(places, places, z, new Scale.Linear(), new Scale.Linear(), value -> value);
    List<Level> levels = new ArrayList<>();
    for (int level = (int) Math.ceil(range.getMin() / step);
        level * step < range.getMax();
        level++) {
      levels.add(new Level(level * step, level % 2 == 0, lines.at(level * step)));
    }
    return new Relief(z, range.getMin(), range.getMax(), levels);
  }

  /** Where the return at a place of the map lies between the lowest and the highest. */
  double share(int row, int column) {
    return (values.get(row).get(column) - lowest) / (highest - lowest);
  }
}
