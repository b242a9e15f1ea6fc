package gmrl.ipd;

import gmrl.meta.CurvatureSlot;
import gmrl.meta.InnerSlot;
import gmrl.meta.OuterSlot;
import gmrl.meta.TwoLoopProblem;
import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * LOLA as a two-loop problem: φ is an agent's own policy, θ the opponent's, an inner step is the
 * step the imagined opponent takes on its own value, and the outer objective is the agent's value.
 *
 * <p>All vectors are in agent 1's view. θ^0 is the opponent as it is (or as it is modelled), so it
 * does not depend on φ. Source: Foerster et al., "Learning with Opponent-Learning Awareness" (AAMAS
 * 2018); the lookahead differentiates through the whole step (Foerster et al., "DiCE", ICML 2018).
 */
final class LolaProblem implements TwoLoopProblem<JointPoint> {
  private final RepeatedGame game;
  private final int self;
  private final double[] opponent;

  /**
   * The problem of one agent.
   *
   * @param self 0 or 1
   * @param opponent θ^0 [5], cloned
   */
  LolaProblem(RepeatedGame game, int self, double[] opponent) {
    this.game = game;
    this.self = self;
    this.opponent = opponent.clone();
  }

  int self() {
    return self;
  }

  @Override
  public int phiSize() {
    return Views.STATES;
  }

  @Override
  public int thetaSize() {
    return Views.STATES;
  }

  @Override
  public void initial(double[] phi, double[] theta) {
    System.arraycopy(opponent, 0, theta, 0, Views.STATES);
  }

  @Override
  public void addInitialVjp(double[] phi, double[] cotangent, double[] meta) {
    // θ^0 is given, not a function of φ.
  }

  @Override
  public JointPoint newPoint() {
    return new JointPoint(game);
  }

  @Override
  public void moveTo(JointPoint point, double[] phi, double[] theta) {
    if (self == 0) {
      point.moveTo(phi, theta);
    } else {
      point.moveTo(theta, phi);
    }
  }

  /** The imagined opponent's exact gradient on its own value. */
  InnerSlot<JointPoint> exactInner() {
    int other = 1 - self;
    return (point, step, random, gradient) -> point.gradient(other, other, gradient);
  }

  /** Exact curvature of the opponent's value. */
  CurvatureSlot<JointPoint> exactCurvature() {
    return new ExactCurvature(self, newPoint());
  }

  /** Both exact gradients of the agent's own value. */
  OuterSlot<JointPoint> exactOuter() {
    int me = self;
    return (point, random, thetaGradient, phiGradient) -> {
      point.gradient(me, 1 - me, thetaGradient);
      point.gradient(me, me, phiGradient);
    };
  }

  private static final class ExactCurvature implements CurvatureSlot<JointPoint> {
    private final int self;
    private JointPoint point;

    ExactCurvature(int self, JointPoint point) {
      this.self = self;
      this.point = point;
    }

    @Override
    public void draw(JointPoint visited, int step, SplittableGenerator random) {
      point = visited;
    }

    @Override
    public void hessianVector(double[] vector, double[] product) {
      point.product(1 - self, 1 - self, 1 - self, vector, product);
    }

    @Override
    public void mixedVector(double[] vector, double[] product) {
      point.product(1 - self, self, 1 - self, vector, product);
    }
  }
}
