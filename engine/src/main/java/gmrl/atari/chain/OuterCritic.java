package gmrl.atari.chain;

import gmrl.autodiff.Variable;
import gmrl.optim.Adam;
import gmrl.optim.TransformState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the outer critic does to a meta-gradient by the discount, in exact expectations on the
 * {@link DiscountingChain}: nothing is sampled and nothing is fitted.
 *
 * <p>The policy is a softmax over the five chains. One inner step follows the exact gradient of the
 * return at γ, θ' = θ + α ∇J_γ(θ). The outer loss is the policy gradient at θ' with advantages that
 * are T steps of reward and then a critic: the critic of the outer discount, or the shared one,
 * which has learnt at γ. Critics are exact for the discount that they learnt at.
 *
 * <p>With the outer discount 1 the best chain is the last, and the true meta-gradient of an
 * undecided policy leads γ to 1 from where it begins, if that is far-sighted enough. A shared
 * critic does not see beyond its own γ what the last chain pays after the T steps, takes the short
 * chains for better ones and leads γ away. With the published outer discount .99 the last chain is
 * worth 1.1·.99⁹⁹ = .41, so that short-sightedness is right and both critics agree.
 *
 * @param outerGamma outer discount, 0 to 1
 * @param outerLambda λ of the outer advantage, 0 to 1
 * @param steps T, at least 1
 * @param alpha inner step size
 * @see <a href="https://arxiv.org/abs/2211.10550">Bonnet et al. 2022</a>
 */
public record OuterCritic(double outerGamma, double outerLambda, int steps, double alpha) {
  private static final int CHAINS = DiscountingChain.DELAYS.size();

  /** Where γ starts on the usual path. */
  public static final double START = 0.99;

  /** Adam's step on the usual path. */
  public static final double RATE = 0.02;

  /** Updates of the usual path. */
  public static final int UPDATES = 1500;

  /** Checks the ranges. */
  public OuterCritic {
    if (!(outerGamma >= 0 && outerGamma <= 1 && outerLambda >= 0 && outerLambda <= 1)) {
      throw new IllegalArgumentException(
          "outer discount and λ are " + outerGamma + " and " + outerLambda + ", expected 0 to 1");
    }
    if (steps < 1 || !(alpha > 0)) {
      throw new IllegalArgumentException(
          "steps and α are " + steps + " and " + alpha + ", expected 1 or more and more than 0");
    }
  }

  /** Undiscounted, five steps as published, λ = 1, α = .1. */
  public static OuterCritic usual() {
    return new OuterCritic(1, 1, 5, 0.1);
  }

  /** 1500 updates from γ = .99, as {@link #path}. */
  public static List<Point> usualPath(boolean own) {
    return usual().path(START, RATE, UPDATES, own);
  }

  /** What a critic is called. */
  public static String words(boolean own) {
    return own ? "own outer critic" : "shared critic";
  }

  /** Return of each chain at a discount. */
  static double[] returns(double gamma) {
    double[] out = new double[CHAINS];
    Arrays.setAll(out, k -> value(k, 0, gamma));
    return out;
  }

  /** What chain k is worth after {@code time} steps on it. */
  private static double value(int k, int time, double gamma) {
    int delay = DiscountingChain.DELAYS.get(k);
    return time < delay ? Math.pow(gamma, delay - 1 - time) * DiscountingChain.payment(k) : 0;
  }

  /** π. */
  static double[] policy(double[] theta) {
    double[] out = new double[CHAINS];
    double sum = 0;
    for (int k = 0; k < CHAINS; k++) {
      out[k] = Math.exp(theta[k]);
      sum += out[k];
    }
    for (int k = 0; k < CHAINS; k++) {
      out[k] /= sum;
    }
    return out;
  }

  /** π_k (x_k − Σ π x): the policy gradient of Σ π x. */
  private static double[] gradient(double[] policy, double[] x) {
    double mean = 0;
    for (int k = 0; k < CHAINS; k++) {
      mean += policy[k] * x[k];
    }
    double[] out = new double[CHAINS];
    for (int k = 0; k < CHAINS; k++) {
      out[k] = policy[k] * (x[k] - mean);
    }
    return out;
  }

  /** θ' after the inner step at γ. */
  double[] inner(double[] theta, double gamma) {
    double[] g = gradient(policy(theta), returns(gamma));
    double[] out = theta.clone();
    for (int k = 0; k < CHAINS; k++) {
      out[k] += alpha * g[k];
    }
    return out;
  }

  /** Generalised advantage of each first action with a critic of some discount. */
  private double[] advantages(double[] policy, double critic) {
    double first = 0;
    double[] worth = returns(critic);
    for (int k = 0; k < CHAINS; k++) {
      first += policy[k] * worth[k];
    }
    double[] out = new double[CHAINS];
    for (int k = 0; k < CHAINS; k++) {
      double weight = 1;
      for (int t = 0; t < steps; t++) {
        double now = t == 0 ? first : value(k, t, critic);
        double paid = t + 1 == DiscountingChain.DELAYS.get(k) ? DiscountingChain.payment(k) : 0;
        out[k] += weight * (paid + outerGamma * value(k, t + 1, critic) - now);
        weight *= outerGamma * outerLambda;
      }
    }
    return out;
  }

  /**
   * Derivative of the outer objective by γ, as one or the other critic sees it.
   *
   * @param theta logits [5]
   * @param own whether the critic is that of the outer discount
   */
  public double metaGradient(double[] theta, double gamma, boolean own) {
    double[] after = policy(inner(theta, gamma));
    double[] outer = gradient(after, advantages(after, own ? outerGamma : gamma));
    double[] slopes = new double[CHAINS];
    for (int k = 0; k < CHAINS; k++) {
      int delay = DiscountingChain.DELAYS.get(k);
      slopes[k] = (delay - 1) * Math.pow(gamma, delay - 2) * DiscountingChain.payment(k);
    }
    double[] moved = gradient(policy(theta), slopes);
    double sum = 0;
    for (int k = 0; k < CHAINS; k++) {
      sum += outer[k] * alpha * moved[k];
    }
    return sum;
  }

  /** What θ' is really worth at the outer discount. */
  double objective(double[] theta, double gamma) {
    return worth(policy(inner(theta, gamma)), outerGamma);
  }

  private static double worth(double[] policy, double gamma) {
    double[] returns = returns(gamma);
    double sum = 0;
    for (int k = 0; k < CHAINS; k++) {
      sum += policy[k] * returns[k];
    }
    return sum;
  }

  /**
   * One update on the way.
   *
   * @param gamma before it
   * @param worth undiscounted return of the policy before it
   */
  public record Point(double gamma, double worth) {}

  /**
   * Inner steps and steps of Adam on γ's raw number in turn, from an undecided policy.
   *
   * @param gamma where γ starts, more than 0 and less than 1
   * @param rate of Adam
   */
  public List<Point> path(double gamma, double rate, int updates, boolean own) {
    Adam adam = Adam.of(rate);
    double raw = Math.log(gamma) - Math.log1p(-gamma);
    double[] theta = new double[CHAINS];
    TransformState state = adam.init(List.of(Variable.of(new double[] {raw})));
    List<Point> out = new ArrayList<>();
    for (int i = 0; i < updates; i++) {
      double now = 1 / (1 + Math.exp(-raw));
      out.add(new Point(now, worth(policy(theta), 1)));
      double descent = -metaGradient(theta, now, own) * now * (1 - now);
      var moved =
          adam.update(
              List.of(Variable.of(new double[] {descent})),
              state,
              List.of(Variable.of(new double[] {raw})));
      state = moved.state();
      raw += moved.updates().get(0).get(0);
      theta = inner(theta, now);
    }
    return out;
  }
}
