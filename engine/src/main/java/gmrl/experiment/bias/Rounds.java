package gmrl.experiment.bias;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Deals out the trials of many cells in growing rounds: 2 trials everywhere, then 2 more, then 4,
 * 8, … so that all points of all curves sharpen together. From {@link #PATIENCE} trials on a cell
 * waits once it has what the points it belongs to want of it, until the others have, or have spent
 * their budget; every cell gets all of its trials in the end.
 */
final class Rounds {
  /** A block costs about this many environment steps; a few milliseconds. */
  private static final double BLOCK_COST = 60_000;

  /** Trials of the first round. */
  static final int FIRST_ROUND = 2;

  /** Trials that every cell has before some wait for others. */
  static final int PATIENCE = 64;

  /** Where no cell has more trials than these, asking who may wait costs more than it gives. */
  private static final int SMALL_BUDGET = 4 * PATIENCE;

  private final List<? extends Cell<?>> cells;
  private final Function<List<? extends Cell<?>>, int[]> sharp;

  /** Trials each cell was dealt, here or in an earlier run. */
  private final int[] dealt;

  /** Trials each cell may have before it waits. */
  private final int[] ends;

  private boolean waiting;
  private int roundEnd = FIRST_ROUND;
  private int cell;

  /**
   * Rounds for some cells.
   *
   * @param sharp asked at the end of a round: how many trials each cell should have; it waits where
   *     it has as many
   */
  Rounds(List<? extends Cell<?>> cells, Function<List<? extends Cell<?>>, int[]> sharp) {
    this.cells = cells;
    this.sharp = sharp;
    dealt = cells.stream().mapToInt(Cell::added).toArray();
    ends = new int[dealt.length];
    goOn();
    waiting = cells.stream().anyMatch(c -> c.trials() > SMALL_BUDGET);
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

  private @Nullable Block nextBlock() {
    while (true) {
      if (cell == cells.size() && !turn()) {
        return null;
      }
      Cell<?> here = cells.get(cell);
      int from = dealt[cell];
      int end = Math.min(roundEnd, ends[cell]);
      if (from >= end) {
        cell++;
        continue;
      }
      dealt[cell] = (int) Math.min(end, from + Math.max(1L, Math.round(BLOCK_COST / here.cost())));
      return new Block(here, from, dealt[cell]);
    }
  }

  /** Opens the next round; false if every trial was dealt. */
  private boolean turn() {
    cell = 0;
    if (waiting && roundEnd >= PATIENCE) {
      int[] wanted = sharp.apply(cells);
      for (int c = 0; c < ends.length; c++) {
        // Few trials tell their errors badly: at most twice as many before the next look.
        ends[c] = (int) Math.min(Math.min(wanted[c], 2L * dealt[c]), cells.get(c).trials());
      }
    }
    int least = fewest();
    if (least == Integer.MAX_VALUE && waiting) {
      waiting = false;
      goOn();
      least = fewest();
      roundEnd = FIRST_ROUND;
    }
    if (least == Integer.MAX_VALUE) {
      return false;
    }
    do {
      roundEnd = (int) Math.min(2L * roundEnd, Integer.MAX_VALUE);
    } while (roundEnd <= least);
    return true;
  }

  /** Nothing waits. */
  private void goOn() {
    for (int c = 0; c < ends.length; c++) {
      ends[c] = cells.get(c).trials();
    }
  }

  /** Fewest trials of a cell whose turn it is; the largest number if there is none. */
  private int fewest() {
    int least = Integer.MAX_VALUE;
    for (int c = 0; c < dealt.length; c++) {
      if (dealt[c] < ends[c]) {
        least = Math.min(least, dealt[c]);
      }
    }
    return least;
  }
}
