package gmrl.app.chart;

import java.util.List;

/** Takes a curve that a person draws into a chart, by pointer or by keys. */
public interface Sketch {

  /**
   * Places on the horizontal axis where the curve has its points, rising; empty if none is drawn.
   */
  List<Double> columns();

  /**
   * The pen passed a column.
   *
   * @param column one of {@link #columns}
   * @param height value on the vertical axis, inside its limits
   */
  void draw(double column, double height);
}
