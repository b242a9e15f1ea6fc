package gmrl.app.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Lines of equal value through a grid, by marching triangles: each half of a cell is crossed by a
 * straight piece whose ends lie where its sides take the value, in the positions of the axes and a
 * height that rises with the value: on log scales and with its logarithm a power law gives straight
 * lines.
 *
 * @param x values along the grid's columns, rising
 * @param y values along its rows, rising
 * @param z values by row and column; NaN where there is none
 * @param across scale of x
 * @param up scale of y
 * @param height rising; pieces are straight in its values, and there are none where it is not
 *     finite
 */
public record LevelLines(
    List<Double> x,
    List<Double> y,
    List<List<Double>> z,
    Scale across,
    Scale up,
    DoubleUnaryOperator height) {
  /** From the lower corner to the higher, so that neighbours find the very same end. */
  private static final int[][] SIDES = {{0, 1}, {1, 2}, {0, 2}};

  /** The lines of one level as points in drawing order, with gaps between lines. */
  public List<ChartPoint> at(double level) {
    List<Deque<ChartPoint>> pieces = new ArrayList<>();
    double value = height.applyAsDouble(level);
    for (int r = 0; r + 1 < y.size(); r++) {
      for (int c = 0; c + 1 < x.size(); c++) {
        // Two triangles with the corner between them on either side.
        for (int half = 0; half <= 1; half++) {
          cross(value, pieces, new int[][] {{r, c}, {r + half, c + 1 - half}, {r + 1, c + 1}});
        }
      }
    }
    List<ChartPoint> points = new ArrayList<>();
    while (!pieces.isEmpty()) {
      // Pieces that meet at an end become one line, so that dashes run through.
      Deque<ChartPoint> line = pieces.remove(0);
      boolean grown;
      do {
        grown = pieces.removeIf(piece -> grow(line, piece));
      } while (grown);
      points.addAll(line);
      points.add(ChartPoint.of(line.getLast().x(), Double.NaN));
    }
    return points;
  }

  private static boolean grow(Deque<ChartPoint> line, Deque<ChartPoint> piece) {
    if (piece.remove(line.getLast())) {
      line.addLast(piece.getFirst());
    } else if (piece.remove(line.getFirst())) {
      line.addFirst(piece.getFirst());
    } else {
      return false;
    }
    return true;
  }

  /** Adds the piece of a level inside a triangle, if there is one. */
  private void cross(double level, List<Deque<ChartPoint>> pieces, int[][] corners) {
    Deque<ChartPoint> piece = new ArrayDeque<>();
    for (int[] side : SIDES) {
      int[] a = corners[side[0]];
      int[] b = corners[side[1]];
      double from = height.applyAsDouble(z.get(a[0]).get(a[1])) - level;
      double to = height.applyAsDouble(z.get(b[0]).get(b[1])) - level;
      if (from >= 0 != to >= 0 && Double.isFinite(from - to)) {
        piece.add(between(a, b, from / (from - to)));
      }
    }
    if (piece.size() == 2) {
      pieces.add(piece);
    }
  }

  private ChartPoint between(int[] from, int[] to, double share) {
    return ChartPoint.of(
        along(across, x.get(from[1]), x.get(to[1]), share),
        along(up, y.get(from[0]), y.get(to[0]), share));
  }

  private static double along(Scale scale, double from, double to, double share) {
    double start = scale.position(from);
    return from == to ? from : scale.value(start + share * (scale.position(to) - start));
  }
}
