package gmrl.atari.chain;

import gmrl.atari.CopyableEnvironment;
import gmrl.atari.ObservationShape;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One choice whose reward comes later the more it is worth: at the first step the player takes one
 * of five chains, and whatever it does then, chain k pays after 1, 3, 10, 30 or 100 steps. All pay
 * 1, but the last pays 1.1, so that the best return without discounting is 1.1, and a discount γ
 * prefers it to chain k only if 1.1 γ^99 ≥ γ^(d_k − 1). An episode has 100 steps.
 *
 * <p>Nothing is random but, in a game of many that are played side by side, how far the first
 * episode is already when it begins: all lasting 100 steps, they would otherwise make their choices
 * in the same steps for ever, and of two rollouts that follow each other only one would hold
 * choices, so that no update by the one could be judged by the other. The observation is which
 * chain was taken, as one of six (the first: none yet), and which part of the episode is over; the
 * reference shows the same two facts as two numbers.
 *
 * @see <a href="https://arxiv.org/abs/1908.03568">Osband et al. 2020, discounting chain</a>
 * @see <a href="https://arxiv.org/abs/2211.10550">Bonnet et al. 2022, where a critic of the
 *     meta-learnt discount makes a meta-gradient short-sighted on it</a>
 */
public final class DiscountingChain implements CopyableEnvironment {
  /** After how many steps each chain pays. */
  public static final List<Integer> DELAYS = List.of(1, 3, 10, 30, 100);

  /** Steps of an episode. */
  public static final int LENGTH = 100;

  private static final double USUAL = 1;
  private static final double BEST = 1.1;
  private static final int NONE = -1;
  private static final ObservationShape SHAPE = new ObservationShape(1, 1, DELAYS.size() + 2);

  private int chain = NONE;
  private int time;
  private double reward;

  /** Steps that the episode of the next reset is old already. */
  private int age;

  /** A game whose episodes all begin with the choice. */
  public DiscountingChain() {
    this(0);
  }

  /**
   * A game one of many.
   *
   * @param age steps that the episode which the first reset begins is old already, 0 to 99; on
   *     chain age modulo 5
   */
  public DiscountingChain(int age) {
    if (age < 0 || age >= LENGTH) {
      throw new IllegalArgumentException("age is " + age + ", expected 0 to " + (LENGTH - 1));
    }
    this.age = age;
  }

  /** What chain {@code k} pays. */
  public static double payment(int k) {
    return k == DELAYS.size() - 1 ? BEST : USUAL;
  }

  @Override
  public String label() {
    return "Discounting Chain";
  }

  @Override
  public ObservationShape shape() {
    return SHAPE;
  }

  @Override
  public int actions() {
    return DELAYS.size();
  }

  @Override
  public void reset() {
    chain = age == 0 ? NONE : age % DELAYS.size();
    time = age;
    reward = 0;
    age = 0;
  }

  @Override
  public void step(int action) {
    if (action < 0 || action >= actions()) {
      throw new IllegalArgumentException("there are chains 0 to 4, not " + action);
    }
    if (gameOver()) {
      throw new IllegalStateException("the episode is over");
    }
    chain = chain == NONE ? action : chain;
    time++;
    reward = time == DELAYS.get(chain) ? payment(chain) : 0;
  }

  @Override
  public double reward() {
    return reward;
  }

  @Override
  public boolean terminated() {
    return time == LENGTH;
  }

  @Override
  public boolean truncated() {
    return false;
  }

  @Override
  public boolean gameOver() {
    return terminated();
  }

  @Override
  public void observe(float[] target, int offset) {
    for (int k = 0; k <= DELAYS.size(); k++) {
      target[offset + k] = k == chain + 1 ? 1 : 0;
    }
    target[offset + DELAYS.size() + 1] = (float) time / LENGTH;
  }

  @Override
  public long[] save() {
    return new long[] {chain, time};
  }

  @Override
  public boolean restore(long[] state) {
    boolean fits =
        state.length == 2
            && state[0] >= NONE
            && state[0] < actions()
            && state[1] >= 0
            && state[1] <= LENGTH
            && (state[0] == NONE) == (state[1] == 0);
    if (!fits) {
      throw new IllegalArgumentException("the saved numbers are not a state of the chain");
    }
    chain = (int) state[0];
    time = (int) state[1];
    reward = 0;
    return true;
  }

  @Override
  public DiscountingChain copy() {
    DiscountingChain out = new DiscountingChain();
    out.chain = chain;
    out.time = time;
    out.reward = reward;
    out.age = age;
    return out;
  }

  /** The same as {@link #copy()}: there is nothing to draw. */
  @Override
  public DiscountingChain copy(RandomGenerator random) {
    return copy();
  }
}
