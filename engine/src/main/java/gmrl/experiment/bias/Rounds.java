package gmrl.experiment.bias;

import java.util.ArrayList;
import java.util.List;

/**
 * Deals out the trials of many cells in growing rounds: 2 trials everywhere, then 2 more, then 4,
 * 8, … so that all points of all curves sharpen together.
 */
final class Rounds {
  /** A block costs about this many environment steps; a few milliseconds. */
  private static final double BLOCK_COST = 60_000;

  /** Trials of the first round. */
  static final int FIRST_ROUND = 2;

  private final List<? extends Cell<?>> cells;

  /** Trials each cell has from an earlier run. */
  private final int[] known;

  private int roundStart;
  private int roundEnd = FIRST_ROUND;
  private int cell;
  private int trial;

  Rounds(List<? extends Cell<?>> cells) {
    this.cells = cells;
    known = cells.stream().mapToInt(Cell::added).toArray();
  }

  /** Trials {@code from} … {@code to}−1 of a cell. */
  record Block(Cell<?> cell, int from, int to) {
    double cost() {
      return (to - from) * cell.cost();
    }
  }

  /**
   * The next blocks in turn.
   *
   * @param budget about how much they may cost; at least one block is returned while any is left
   */
  List<Block> next(double budget) {
    List<Block> blocks = new ArrayList<>();
    double cost = 0;
    while (cost < budget) {
      Block block = nextBlock();
      if (block == null) {
        break;
      }
      blocks.add(block);
      cost += block.cost();
    }
    return blocks;
  }

  private @org.jspecify.annotations.Nullable Block nextBlock() {
    while (true) {
      if (cell == cells.size()) {
        if (cells.stream().allMatch(c -> c.trials() <= roundEnd)) {
          return null;
        }
        cell = 0;
        roundStart = roundEnd;
        roundEnd = (int) Math.min(2L * roundEnd, Integer.MAX_VALUE);
        trial = roundStart;
      }
      Cell<?> here = cells.get(cell);
      int end = Math.min(roundEnd, here.trials());
      trial = Math.max(trial, known[cell]);
      if (trial >= end) {
        cell++;
        trial = roundStart;
        continue;
      }
      int from = trial;
      trial = (int) Math.min(end, from + Math.max(1L, Math.round(BLOCK_COST / here.cost())));
      return new Block(here, from, trial);
    }
  }
}
