package gmrl.ipd;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What two learners do to one another: everything that determines a run but its seeds.
 *
 * @param game payoffs
 * @param discount γ in [0, 1)
 * @param rollout steps of a sampled trajectory, 1 … 10 000
 * @param lookaheads K imagined steps of the opponent; 0 is naive learning
 * @param innerRate α, step size of the imagined opponent
 * @param outerRate step size of AdamAscent on the policies
 * @param criticRate step size of AdamAscent on the critics
 * @param estimator surrogate of every sampled slot
 * @param inner samples of the gradient that moves the imagined opponent
 * @param hessian samples of the curvature the lookahead is differentiated through
 * @param outer samples of the agent's own gradient: exact or fresh
 * @param opponentModel trajectories of real play an agent watches after each update to estimate the
 *     opponent's policy; 0 if it knows the policy
 */
@RecordBuilder
public record LolaConfig(
    MatrixGame game,
    double discount,
    int rollout,
    int lookaheads,
    double innerRate,
    double outerRate,
    double criticRate,
    GameEstimator estimator,
    Samples inner,
    Samples hessian,
    Samples outer,
    int opponentModel)
    implements LolaConfigBuilder.With {

  /** Trajectories of a default batch. */
  public static final int BATCH = 128;

  /** Trajectories of a default replay buffer. */
  public static final int BUFFER = 1024;

  /** LOLA-DiCE on the iterated prisoner's dilemma with the reference settings. */
  public static final LolaConfig DEFAULT =
      new LolaConfig(
          MatrixGame.prisonersDilemma(),
          .96,
          100,
          1,
          .3,
          .1,
          .1,
          GameEstimator.DICE_BASELINE,
          new Samples.Fresh(BATCH),
          new Samples.AsInner(),
          new Samples.Fresh(BATCH),
          0);

  /**
   * Checks ranges and combinations.
   *
   * @throws IllegalArgumentException naming the setting, its value and what was expected
   */
  public LolaConfig {
    GameLimits.discount(discount);
    GameLimits.between("rollout length", rollout, 1, 10_000);
    GameLimits.between("number of lookaheads", lookaheads, 0, 100);
    GameLimits.rate("inner learning rate", innerRate);
    GameLimits.rate("outer learning rate", outerRate);
    GameLimits.rate("critic learning rate", criticRate);
    GameLimits.between("number of observed trajectories", opponentModel, 0, Samples.Fresh.MOST);
    if (inner instanceof Samples.AsInner) {
      throw new IllegalArgumentException(
          "inner samples are 'shared', expected a number of trajectories, 'exact' or a replay");
    }
    if (!(outer instanceof Samples.Exact || outer instanceof Samples.Fresh)) {
      throw new IllegalArgumentException(
          "outer samples are '" + outer + "', expected a number of trajectories or 'exact'");
    }
    if (inner instanceof Samples.Replay one
        && hessian instanceof Samples.Replay two
        && one.capacity() != two.capacity()) {
      throw new IllegalArgumentException(
          "the slots replay buffers of "
              + one.capacity()
              + " and "
              + two.capacity()
              + " trajectories, expected one common buffer");
    }
    for (Samples samples : new Samples[] {inner, hessian, outer}) {
      if (samples instanceof Samples.Fresh fresh
          && (long) fresh.trajectories() * rollout > 1L << 28) {
        throw new IllegalArgumentException(
            "a batch of "
                + fresh.trajectories()
                + " rollouts of "
                + rollout
                + " steps needs "
                + (((long) fresh.trajectories() * rollout) >> 20)
                + " MB for each learner and step, expected at most 256 MB");
      }
    }
  }

  /** Trajectories the replay buffer keeps, 0 without replay. */
  int bufferCapacity() {
    if (inner instanceof Samples.Replay replay) {
      return replay.capacity();
    }
    return hessian instanceof Samples.Replay replay ? replay.capacity() : 0;
  }

  /** Joint environment steps that one update of both agents draws. */
  public long stepsPerUpdate() {
    long lookahead = (long) drawn(inner) + drawn(hessian);
    long outerDraws = drawn(outer);
    if (outerDraws == 0 && needsCritic()) {
      outerDraws = BATCH;
    }
    return rollout * (2L * (lookaheads * lookahead + outerDraws) + opponentModel);
  }

  private static int drawn(Samples samples) {
    if (samples instanceof Samples.Fresh fresh) {
      return fresh.trajectories();
    }
    return samples instanceof Samples.Replay replay ? replay.fresh() : 0;
  }

  /** Whether any estimate leans on the critics, so that they must be trained. */
  boolean needsCritic() {
    boolean sampled =
        outer instanceof Samples.Fresh
            || (lookaheads > 0
                && !(inner instanceof Samples.Exact
                    && (hessian instanceof Samples.Exact || hessian instanceof Samples.AsInner)));
    return sampled && estimator != GameEstimator.DICE;
  }
}
