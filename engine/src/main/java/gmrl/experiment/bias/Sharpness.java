package gmrl.experiment.bias;

import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import gmrl.meta.Measures;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * How many trials each cell should have for the bands of the points it belongs to.
 *
 * <p>The mean of bias² over the MDPs of a point has the squared errors of its cells added up. Where
 * one MDP has nearly all the bias it has nearly all the error, and trials on the others sharpen
 * nothing. A point is sharp when its band is narrower than {@link #WIDTH} of its value. In the
 * others the least costly number of trials that makes it so is M_i = (s_i / √c_i) Σ_j s_j √c_j /
 * A², with s_i the error of one trial of cell i, c_i its cost and A the error that the point may
 * have (Neyman, J. Royal Stat. Soc. 97, 1934).
 */
final class Sharpness {
  /** Width of a sharp band, as part of its value. */
  static final double WIDTH = 0.1;

  /** Errors are estimates themselves: this many times the trials that they suggest. */
  private static final double MARGIN = 1.05;

  /** Who has too few trials gets at least this share more, since asking costs too. */
  private static final double LEAST = 1.0 / 16;

  private final IdentityHashMap<Cell<?>, Double> wanted = new IdentityHashMap<>();
  private final Aggregate aggregate;

  private Sharpness(Aggregate aggregate) {
    this.aggregate = aggregate;
  }

  /**
   * Counts trials.
   *
   * @param cells to be judged
   * @param grid where they belong
   * @param aggregate the mean over MDPs whose bands are to be narrow
   * @return trials each cell should have in all; 0 where it has enough
   */
  static int[] of(List<? extends Cell<?>> cells, CellGrid grid, Aggregate aggregate) {
    Sharpness sharpness = new Sharpness(aggregate);
    for (List<Cell<?>> point : grid.points()) {
      sharpness.want(point);
    }
    return cells.stream()
        .mapToInt(
            cell ->
                (int)
                    Math.min(
                        Integer.MAX_VALUE, Math.ceil(sharpness.wanted.getOrDefault(cell, 0.0))))
        .toArray();
  }

  /**
   * Whether a point can be told from nothing, or be told to be small: enough for a first look at
   * its curve. The intervals are those that are shown: of few trials they are much wider than their
   * standard errors say.
   *
   * @param point its cells; a point that is not made tells nothing
   */
  static boolean tells(List<Cell<?>> point, Aggregate aggregate) {
    Sharpness sharpness = new Sharpness(aggregate);
    double value = 0;
    double squares = 0;
    for (Cell<?> cell : point) {
      Interval squared = cell.measures().biasSquared();
      value += sharpness.weight(cell) * squared.value();
      squares += Math.pow(sharpness.weight(cell) * squared.halfWidth(), 2);
    }
    double error = Math.sqrt(squares);
    return error <= value || (value + error) / point.size() <= aggregate.small();
  }

  private void want(List<Cell<?>> point) {
    double value = 0;
    double squares = 0;
    double costs = 0;
    for (Cell<?> cell : point) {
      Measures measures = cell.measures();
      value += weight(cell) * measures.biasSquared().value();
      squares += Math.pow(weight(cell) * measures.biasSquaredError(), 2);
      costs += ofOneTrial(cell) * Math.sqrt(cell.cost());
    }
    double allowed = aggregate.ofSquare(WIDTH / 2) * Math.max(0, value) / MeanEstimate.NORMAL_95;
    if (squares <= allowed * allowed) {
      return;
    }
    for (Cell<?> cell : point) {
      double trials =
          MARGIN * ofOneTrial(cell) / Math.sqrt(cell.cost()) * costs / (allowed * allowed);
      // What is not a number is not known yet.
      if (!(trials <= cell.added())) {
        wanted.merge(
            cell,
            Double.isNaN(trials)
                ? Double.POSITIVE_INFINITY
                : Math.max(trials, (1 + LEAST) * cell.added()),
            Math::max);
      }
    }
  }

  private double weight(Cell<?> cell) {
    return aggregate.weight(cell.exact().metaGradient);
  }

  /** The error of bias² times √M. */
  private double ofOneTrial(Cell<?> cell) {
    return weight(cell) * cell.measures().biasSquaredError() * Math.sqrt(cell.added());
  }
}
