package gmrl.atari.learn;

import gmrl.atari.CopyableEnvironment;
import gmrl.atari.Environment;
import gmrl.atari.ObservationShape;
import gmrl.atari.StatefulRandom;
import gmrl.atari.VectorEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Five cells in a row; action 1 goes right, 0 goes left, and one move in ten slips. Beyond the last
 * cell there is a reward of 1 and the end; a time limit of {@code limit} decisions cuts.
 */
final class Corridor implements CopyableEnvironment {
  private static final int CELLS = 5;

  private final int limit;
  private RandomGenerator random;
  private int cell;
  private int time;
  private boolean arrived;

  Corridor(int limit, long seed) {
    this.limit = limit;
    this.random = new StatefulRandom(seed);
  }

  static VectorEnvironment vector(int n, int limit, long seed) {
    List<Environment> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(new Corridor(limit, seed + 1000L * i));
    }
    return new VectorEnvironment(all, 1);
  }

  @Override
  public String label() {
    return "corridor";
  }

  @Override
  public ObservationShape shape() {
    return new ObservationShape(1, CELLS, 1);
  }

  @Override
  public int actions() {
    return 2;
  }

  @Override
  public void reset() {
    cell = 0;
    time = 0;
    arrived = false;
  }

  @Override
  public void step(int action) {
    boolean right = action == 1 ^ random.nextDouble() < 0.1;
    cell = Math.max(0, cell + (right ? 1 : -1));
    arrived = cell == CELLS;
    time++;
  }

  @Override
  public double reward() {
    return arrived ? 1 : 0;
  }

  @Override
  public double score() {
    return reward();
  }

  @Override
  public boolean terminated() {
    return arrived;
  }

  @Override
  public boolean truncated() {
    return !arrived && time >= limit;
  }

  @Override
  public boolean gameOver() {
    return terminated() || truncated();
  }

  @Override
  public void observe(float[] target, int offset) {
    for (int i = 0; i < CELLS; i++) {
      target[offset + i] = i == Math.min(cell, CELLS - 1) ? 1 : 0;
    }
  }

  @Override
  public long[] save() {
    return new long[] {cell, time, arrived ? 1 : 0, ((StatefulRandom) random).state()};
  }

  @Override
  public boolean restore(long[] state) {
    cell = (int) state[0];
    time = (int) state[1];
    arrived = state[2] == 1;
    random = new StatefulRandom(state[3]);
    return true;
  }

  @Override
  public Corridor copy() {
    return copy(new StatefulRandom(((StatefulRandom) random).state()));
  }

  @Override
  public Corridor copy(RandomGenerator other) {
    Corridor out = new Corridor(limit, 0);
    out.cell = cell;
    out.time = time;
    out.arrived = arrived;
    out.random = other;
    return out;
  }
}
