package gmrl.ipd.coin;

import gmrl.ipd.AdamAscent;
import gmrl.meta.CurvatureSlot;
import gmrl.meta.InnerSlot;
import gmrl.meta.MetaGradient;
import gmrl.meta.OuterSlot;
import gmrl.meta.TwoLoopProblem;
import gmrl.numpy.StateArrays;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * Two agents learning the Coin Game, naively or with LOLA lookaheads through the two-loop
 * meta-gradient: φ is an agent's own θ, the inner loop steps its opponent's.
 *
 * <p>The inner and the Hessian slot share a batch, as in LOLA-DiCE. Deterministic in the seed. Not
 * thread-safe.
 */
public final class CoinLearner {
  private final CoinConfig config;
  private final SplittableRandom random;
  private final double[][] theta;
  private final AdamAscent[] adam = new AdamAscent[2];
  private int update;

  /** Generators that were taken from {@link #random}. */
  private long taken;

  /** Learners that begin with uniform policies. */
  public CoinLearner(CoinConfig config, long seed) {
    this.config = config;
    random = new SplittableRandom(seed);
    int size = CoinPolicy.parameters(config.size());
    theta = new double[2][size];
    for (int agent = 0; agent < 2; agent++) {
      adam[agent] = new AdamAscent(config.outerRate(), size);
    }
  }

  /** Plays a batch and records it, without learning. */
  public CoinUpdate evaluate() {
    CoinBatch batch = new CoinBatch(config);
    batch.play(theta, next());
    return new CoinUpdate(
        update,
        new double[] {batch.reward(0), batch.reward(1)},
        new double[] {batch.coins(0), batch.coins(1)},
        new double[] {batch.ownShare(0), batch.ownShare(1)});
  }

  /** Makes one update of both agents at once and records how they play afterwards. */
  public CoinUpdate update() {
    double[][] gradients = new double[2][];
    for (int self = 0; self < 2; self++) {
      gradients[self] = metaGradient(self, next());
    }
    for (int self = 0; self < 2; self++) {
      adam[self].ascend(gradients[self], theta[self]);
    }
    update++;
    return evaluate();
  }

  /**
   * Puts down all that learning goes on with, or takes it up.
   *
   * @throws IllegalArgumentException if it is to be taken up and is of another game
   */
  public void carry(StateArrays state) {
    update = state.count("update", update);
    for (int agent = 0; agent < 2; agent++) {
      state.fill("theta" + agent, theta[agent]);
      adam[agent].carry(state.part("adam" + agent));
    }
    for (long there = state.whole("generators", taken); taken < there; ) {
      next();
    }
  }

  private SplittableGenerator next() {
    taken++;
    return random.split();
  }

  /** How both play now. */
  public CoinPlayers players() {
    return CoinPlayers.of(config.size(), theta[0], theta[1]);
  }

  /** Logits of an agent, as a copy: [5 tables · n² · 4 actions]. */
  double[] theta(int agent) {
    return theta[agent].clone();
  }

  private double[] metaGradient(int self, SplittableGenerator generator) {
    int other = 1 - self;
    Slots slots = new Slots(config, self);
    OuterSlot<double[][]> outer =
        (point, source, thetaGradient, phiGradient) -> {
          CoinBatch batch = new CoinBatch(config);
          batch.play(point, source);
          batch.gradient(self, other, thetaGradient);
          batch.gradient(self, self, phiGradient);
        };
    double[] gradient = new double[theta[self].length];
    new MetaGradient<>(
            new Problem(self, theta[other]),
            slots,
            slots,
            outer,
            config.innerRate(),
            config.lookaheads(),
            theta[self])
        .estimate(generator, gradient);
    return gradient;
  }

  /** A point is the pair of parameters of both agents. */
  private static final class Problem implements TwoLoopProblem<double[][]> {
    private final int self;
    private final double[] opponent;

    Problem(int self, double[] opponent) {
      this.self = self;
      this.opponent = opponent.clone();
    }

    @Override
    public int phiSize() {
      return opponent.length;
    }

    @Override
    public int thetaSize() {
      return opponent.length;
    }

    @Override
    public void initial(double[] phi, double[] start) {
      System.arraycopy(opponent, 0, start, 0, start.length);
    }

    @Override
    public void addInitialVjp(double[] phi, double[] cotangent, double[] meta) {
      // The opponent's parameters are given, not a function of φ.
    }

    @Override
    public double[][] newPoint() {
      return new double[2][opponent.length];
    }

    @Override
    public void moveTo(double[][] point, double[] phi, double[] imagined) {
      System.arraycopy(phi, 0, point[self], 0, phi.length);
      System.arraycopy(imagined, 0, point[1 - self], 0, imagined.length);
    }
  }

  /** Inner and Hessian slot from one batch per step. */
  private static final class Slots implements InnerSlot<double[][]>, CurvatureSlot<double[][]> {
    private final int self;
    private final int other;
    private final CoinBatch[] batches;
    private int step;

    Slots(CoinConfig config, int self) {
      this.self = self;
      other = 1 - self;
      batches = new CoinBatch[config.lookaheads()];
      for (int k = 0; k < batches.length; k++) {
        batches[k] = new CoinBatch(config);
      }
    }

    @Override
    public void gradient(double[][] point, int k, SplittableGenerator source, double[] gradient) {
      batches[k].play(point, source);
      batches[k].gradient(other, other, gradient);
    }

    @Override
    public void draw(double[][] point, int k, SplittableGenerator source) {
      step = k;
    }

    @Override
    public void hessianVector(double[] vector, double[] product) {
      // θ^0 is given, so nobody reads what the recursion pulls back through the first step.
      if (step == 0) {
        Arrays.fill(product, 0);
      } else {
        batches[step].product(other, other, other, vector, product);
      }
    }

    @Override
    public void mixedVector(double[] vector, double[] product) {
      batches[step].product(other, self, other, vector, product);
    }
  }
}
