package gmrl.atari.learn;

import gmrl.atari.Environment;
import gmrl.atari.ObservationShape;
import gmrl.atari.mini.Draw;
import gmrl.atari.mini.MiniatureGame;
import gmrl.numpy.NamedArray;
import gmrl.numpy.Npz;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a {@link Player} saw, did and got, as arrays that NumPy reads.
 *
 * <p>Row i of each array is decision i: {@code observations} [n][rows][columns][channels] before
 * it, {@code actions} [n], {@code rewards} [n] as a learner sees them, {@code scores} [n] as the
 * game counts them, and {@code terminated}, {@code truncated} and {@code game_over} [n], 0 or 1,
 * after it.
 *
 * <p>Of miniature games there are the m random outcomes, too, in the order in which they were
 * drawn: {@code outcome_decisions} [m], the decision that each belongs to, {@code
 * outcome_beginnings} [m], 1 where the game that this decision begins was laid out with it, {@code
 * outcome_draws} [m], what was drawn, as {@link Draw} names it, and {@code outcome_values} [m].
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

  private record Outcome(long decision, Draw what, int value, boolean beginning) {}

  private final ObservationShape shape;
  private final boolean miniature;
  private final List<Row> rows = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();

  /**
   * Begins to listen.
   *
   * @param environment that a player is about to begin
   */
  public Trajectory(Environment environment) {
    this.shape = environment.shape();
    this.miniature = environment instanceof MiniatureGame;
    if (environment instanceof MiniatureGame game) {
      game.listen(
          (what, value, beginning) ->
              outcomes.add(new Outcome(rows.size(), what, value, beginning)));
    }
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
    List<NamedArray> arrays =
        new ArrayList<>(
            List.of(
                new NamedArray.Floats("observations", whole, seen),
                NamedArray.Longs.of("actions", actions),
                NamedArray.Doubles.of("rewards", rewards),
                NamedArray.Doubles.of("scores", scores),
                NamedArray.Longs.of("terminated", terminated),
                NamedArray.Longs.of("truncated", truncated),
                NamedArray.Longs.of("game_over", gameOver)));
    if (miniature) {
      arrays.add(longs("outcome_decisions", Outcome::decision));
      arrays.add(longs("outcome_beginnings", outcome -> outcome.beginning() ? 1 : 0));
      arrays.add(
          NamedArray.Texts.of(
              "outcome_draws", outcomes.stream().map(outcome -> outcome.what().name()).toList()));
      arrays.add(longs("outcome_values", Outcome::value));
    }
    return Npz.write(arrays);
  }

  private NamedArray longs(String name, ToLongFunction<Outcome> what) {
    return NamedArray.Longs.of(name, outcomes.stream().mapToLong(what).toArray());
  }
}
