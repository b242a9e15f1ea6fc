package gmrl.ipd;

import gmrl.meta.SplitMix;
import gmrl.numpy.StateArrays;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Joint trajectories as cells (state, outcome), four trajectories abreast.
 *
 * <p>One int holds the cells of step t of four trajectories, a byte each; the last group of a size
 * that is no multiple of four carries idle lanes that nobody counts.
 */
final class Batch {
  static final int LANES = 4;
  private static final long LOW = 0xFFFFFFFFL;

  private final int size;
  private final int length;
  private final int[] cells;

  Batch(int size, int length) {
    this.size = size;
    this.length = length;
    cells = new int[Math.multiplyExact((size + LANES - 1) / LANES, length)];
  }

  /** A batch of given actions [b][t] of both agents. */
  static Batch of(int[][] actions1, int[][] actions2) {
    Batch batch = new Batch(actions1.length, actions1[0].length);
    for (int b = 0; b < batch.size; b++) {
      int state = 0;
      for (int t = 0; t < batch.length; t++) {
        int outcome = 2 * actions1[b][t] + actions2[b][t];
        batch.cells[b / LANES * batch.length + t] |= (4 * state + outcome) << (8 * (b % LANES));
        state = 1 + outcome;
      }
    }
    return batch;
  }

  /** Puts a batch down, or takes one up. */
  static Batch carry(StateArrays state, @Nullable Batch known) {
    int size = state.count("size", known == null ? 0 : known.size);
    int length = state.count("length", known == null ? 0 : known.length);
    long[] packed =
        state.longs(
            "cells",
            known == null ? new long[0] : Arrays.stream(known.cells).asLongStream().toArray());
    if (known != null) {
      return known;
    }
    Batch batch = new Batch(size, length);
    if (packed.length != batch.cells.length) {
      throw new IllegalArgumentException("a batch of its replay buffer is cut short");
    }
    for (int i = 0; i < packed.length; i++) {
      batch.cells[i] = (int) packed[i];
    }
    return batch;
  }

  int size() {
    return size;
  }

  int length() {
    return length;
  }

  /** Packed cells by [group · length + t]; read only. */
  int[] cells() {
    return cells;
  }

  /** Cell of step t of a trajectory. */
  int cell(int trajectory, int t) {
    return (cells[trajectory / LANES * length + t] >> (8 * (trajectory % LANES)))
        & (Scores.CELLS - 1);
  }

  /**
   * Draws every trajectory afresh.
   *
   * <p>An outcome takes 32 random bits against three cumulative thresholds, without a branch. The
   * stream is SplitMix64 (Steele, Lea &amp; Flood, OOPSLA 2014), kept in a register.
   *
   * @param seed start of the stream
   */
  void fill(JointPoint policies, long seed) {
    // thresholds[4s + i]: the largest 32-bit draw that leaves the outcome at or below i.
    long[] thresholds = new long[Scores.CELLS];
    for (int s = 0; s < Views.STATES; s++) {
      double x = policies.first(0, s);
      double y = policies.first(1, s);
      thresholds[4 * s] = threshold(x * y);
      thresholds[4 * s + 1] = threshold(x);
      thresholds[4 * s + 2] = threshold(x + (1 - x) * y);
    }
    long state = seed;
    int groups = cells.length / length;
    for (int g = 0; g < groups; g++) {
      int at0 = 0;
      int at1 = 0;
      int at2 = 0;
      int at3 = 0;
      int base = g * length;
      for (int t = 0; t < length; t++) {
        state += SplitMix.GAMMA;
        long r = SplitMix.mix(state);
        state += SplitMix.GAMMA;
        long q = SplitMix.mix(state);
        int o0 = outcome(thresholds, at0, r & LOW);
        int o1 = outcome(thresholds, at1, r >>> 32);
        int o2 = outcome(thresholds, at2, q & LOW);
        int o3 = outcome(thresholds, at3, q >>> 32);
        cells[base + t] = (at0 + o0) | ((at1 + o1) << 8) | ((at2 + o2) << 16) | ((at3 + o3) << 24);
        at0 = 4 + 4 * o0;
        at1 = 4 + 4 * o1;
        at2 = 4 + 4 * o2;
        at3 = 4 + 4 * o3;
      }
    }
  }

  /** Adds the number of visits per cell, [CELLS]. */
  void addCounts(double[] counts) {
    int[] tally = new int[LANES * Scores.CELLS];
    int full = size / LANES * length;
    count(0, full, tally);
    fold(tally, LANES, counts);
    if (full < cells.length) {
      count(full, cells.length, tally);
      fold(tally, size % LANES, counts);
    }
  }

  private void count(int from, int to, int[] tally) {
    for (int i = from; i < to; i++) {
      int p = cells[i];
      tally[p & 31]++;
      tally[32 + ((p >> 8) & 31)]++;
      tally[64 + ((p >> 16) & 31)]++;
      tally[96 + ((p >> 24) & 31)]++;
    }
  }

  private static void fold(int[] tally, int lanes, double[] counts) {
    for (int lane = 0; lane < lanes; lane++) {
      for (int cell = 0; cell < Scores.USED; cell++) {
        counts[cell] += tally[lane * Scores.CELLS + cell];
      }
    }
    Arrays.fill(tally, 0);
  }

  private static int outcome(long[] thresholds, int at, long draw) {
    return (int)
        (((thresholds[at] - draw) >>> 63)
            + ((thresholds[at + 1] - draw) >>> 63)
            + ((thresholds[at + 2] - draw) >>> 63));
  }

  private static long threshold(double cumulative) {
    return Math.round(cumulative * 0x1p32) - 1;
  }
}
