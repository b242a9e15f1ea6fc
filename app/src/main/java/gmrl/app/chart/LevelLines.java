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
 */
public final class LevelLines {
  /** From the lower corner to the higher, so that neighbours find the very same end. */
  private static final int[][] SIDES = {{0, 1}, {1, 2}, {0, 2}};

  private final double[] x;
  private final double[] y;
  private final double[][] z;
  private final Scale across;
  private final Scale up;
  private final DoubleUnaryOperator height;

  /**
   * A grid.
   *
   * @param x values along the grid's columns, rising
   * @param y values along its rows, rising
   * @param z values by row and column; NaN where there is none
   * @param across scale of x
   * @param up scale of y
   * @param height rising; pieces are straight in its values, and there are none where it is not
   *     finite
   */
  public LevelLines(
      double[] x, double[] y, double[][] z, Scale across, Scale up, DoubleUnaryOperator height) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.across = across;
    this.up = up;
    this.height = height;
  }

  /** The lines of one level as points in drawing order, with gaps between lines. */
  public List<ChartPoint> at(double level) {
    List<Deque<ChartPoint>> pieces = new ArrayList<>();
    for (int r = 0; r + 1 < y.length; r++) {
      for (int c = 0; c + 1 < x.length; c++) {
        int[] first = {r, c};
        int[] last = {r + 1, c + 1};
        cross(height.applyAsDouble(level), pieces, first, new int[] {r, c + 1}, last);
        cross(height.applyAsDouble(level), pieces, first, new int[] {r + 1, c}, last);
      }
    }
    List<ChartPoint> points = new ArrayList<>();
    for (Deque<ChartPoint> line : joined(pieces)) {
      points.addAll(line);
      points.add(ChartPoint.of(line.getLast().x(), Double.NaN));
    }
    return points;
  }

  /** Pieces that meet at an end become one line, so that dashes run through. */
  private static List<Deque<ChartPoint>> joined(List<Deque<ChartPoint>> left) {
    List<Deque<ChartPoint>> lines = new ArrayList<>();
    while (!left.isEmpty()) {
      Deque<ChartPoint> line = left.remove(0);
      boolean grown = true;
      while (grown) {
        grown = left.removeIf(piece -> grow(line, piece));
      }
      lines.add(line);
    }
    return lines;
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
  private void cross(double level, List<Deque<ChartPoint>> pieces, int[]... corners) {
    Deque<ChartPoint> piece = new ArrayDeque<>();
    for (int[] side : SIDES) {
      int[] a = corners[side[0]];
      int[] b = corners[side[1]];
      double from = height.applyAsDouble(z[a[0]][a[1]]) - level;
      double to = height.applyAsDouble(z[b[0]][b[1]]) - level;
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
        along(across, x[from[1]], x[to[1]], share), along(up, y[from[0]], y[to[0]], share));
  }

  private static double along(Scale scale, double from, double to, double share) {
    if (from == to) {
      return from;
    }
    double start = scale.position(from);
    return scale.value(start + share * (scale.position(to) - start));
  }
}
