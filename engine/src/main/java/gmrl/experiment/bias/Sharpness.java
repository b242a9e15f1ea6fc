package gmrl.experiment.bias;

import gmrl.meta.MeanEstimate;
import gmrl.meta.Measures;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Which cells the bands of bias² still need.
 *
 * <p>The mean of bias² over the MDPs of a point has the squared errors of its cells added up. Where
 * one MDP has nearly all the bias it has nearly all the error, and trials on the others sharpen
 * nothing. A point is sharp when its band is narrower than {@link #WIDTH} of its value; in the
 * others a cell is needed if its share of the error is more than half of what all shares may be.
 */
final class Sharpness {
  /** Width of a sharp band, as part of its value. */
  static final double WIDTH = 0.1;

  private Sharpness() {}

  /**
   * Which cells may wait.
   *
   * @param cells to be judged
   * @param grid where they belong
   */
  static boolean[] of(List<? extends Cell<?>> cells, CellGrid grid) {
    Set<Cell<?>> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    for (List<Cell<?>> point : grid.points()) {
      need(point, needed);
    }
    boolean[] waits = new boolean[cells.size()];
    for (int c = 0; c < waits.length; c++) {
      waits[c] = !needed.contains(cells.get(c));
    }
    return waits;
  }

  private static void need(List<Cell<?>> point, Set<Cell<?>> needed) {
    double value = 0;
    double squares = 0;
    for (Cell<?> cell : point) {
      Measures measures = cell.measures();
      value += measures.biasSquared().value();
      squares += measures.biasSquaredError() * measures.biasSquaredError();
    }
    double allowed = WIDTH * Math.max(0, value) / (2 * MeanEstimate.NORMAL_95);
    if (squares <= allowed * allowed) {
      return;
    }
    double share = allowed * allowed / (2 * point.size());
    for (Cell<?> cell : point) {
      double error = cell.measures().biasSquaredError();
      if (!(error * error <= share)) {
        needed.add(cell);
      }
    }
  }
}
