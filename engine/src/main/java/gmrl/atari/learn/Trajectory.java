package gmrl.atari.learn;

import gmrl.atari.Environment;
import gmrl.atari.ObservationShape;
import gmrl.numpy.NamedArray;
import gmrl.numpy.Npz;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link Player} saw, did and got, as arrays that NumPy reads.
 *
 * <p>Row i of each array is decision i: {@code observations} [n][rows][columns][channels] before
 * it, {@code actions} [n], {@code rewards} [n] as a learner sees them, {@code scores} [n] as the
 * game counts them, and {@code terminated}, {@code truncated} and {@code game_over} [n], 0 or 1,
 * after it.
 */
public final class Trajectory {
  /** Numbers of observations at most: 256 MB. */
  static final int MOST = 1 << 26;

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Row(
      float[] seen,
      int action,
      double reward,
      double score,
      boolean terminated,
      boolean truncated,
      boolean gameOver) {}

  private final ObservationShape shape;
  private final List<Row> rows = new ArrayList<>();

  /**
   * @param shape of one observation
   */
  public Trajectory(ObservationShape shape) {
    this.shape = shape;
  }

  /**
   * Takes the decision that a player has just made.
   *
   * @throws IllegalArgumentException in one sentence if there is no room for more
   */
  public void add(Player player) {
    if ((rows.size() + 1L) * shape.size() > MOST) {
      throw new IllegalArgumentException(
          "more than " + rows.size() + " decisions do not fit into a file of trajectories");
    }
    Environment now = player.environment();
    rows.add(
        new Row(
            player.seen(),
            player.action(),
            now.reward(),
            now.score(),
            now.terminated(),
            now.truncated(),
            now.gameOver()));
  }

  /** The bytes of an {@code .npz} file. */
  public byte[] npz() {
    int n = rows.size();
    float[] seen = new float[n * shape.size()];
    long[] actions = new long[n];
    double[] rewards = new double[n];
    double[] scores = new double[n];
    long[] terminated = new long[n];
    long[] truncated = new long[n];
    long[] gameOver = new long[n];
    for (int i = 0; i < n; i++) {
      Row row = rows.get(i);
      System.arraycopy(row.seen(), 0, seen, i * shape.size(), shape.size());
      actions[i] = row.action();
      rewards[i] = row.reward();
      scores[i] = row.score();
      terminated[i] = row.terminated() ? 1 : 0;
      truncated[i] = row.truncated() ? 1 : 0;
      gameOver[i] = row.gameOver() ? 1 : 0;
    }
    int[] whole = {n, shape.rows(), shape.columns(), shape.channels()};
    return Npz.write(
        List.of(
            new NamedArray.Floats("observations", whole, seen),
            NamedArray.Longs.of("actions", actions),
            NamedArray.Doubles.of("rewards", rewards),
            NamedArray.Doubles.of("scores", scores),
            NamedArray.Longs.of("terminated", terminated),
            NamedArray.Longs.of("truncated", truncated),
            NamedArray.Longs.of("game_over", gameOver)));
  }
}
