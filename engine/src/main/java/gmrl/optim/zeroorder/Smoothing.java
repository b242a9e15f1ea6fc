package gmrl.optim.zeroorder;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.CustomOperation;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Gradients of f smoothed with a Gaussian of width σ, from n random directions z ~ N(0, I)
 * (evolution strategies; Nesterov and Spokoiny 2017).
 *
 * <ul>
 *   <li>naive: mean of f(x + σz) z/σ
 *   <li>forward: mean of (f(x + σz) − f(x)) z/σ
 *   <li>antithetic: mean of (f(x + σz) − f(x − σz)) z/(2σ)
 * </ul>
 *
 * All are unbiased for the smoothed f; their variance falls in this order. (The forward method of
 * the reference library multiplies by σ and overwrites its baseline; it is right only for one
 * sample and σ = 1.)
 *
 * @param method which
 * @param samples n
 * @param sigma σ
 * @param noise distribution of z; even for all methods but the naive one
 */
public record Smoothing(Method method, int samples, double sigma, Noise noise)
    implements ZeroOrder {

  /** How differences are taken. */
  public enum Method {
    /** Values themselves. */
    NAIVE,
    /** Differences from the value at x. */
    FORWARD,
    /** Differences between opposite points. */
    ANTITHETIC
  }

  public Smoothing {
    if (samples < 1) {
      throw new IllegalArgumentException("At least 1 sample is needed, not " + samples);
    }
    if (!(sigma > 0)) {
      throw new IllegalArgumentException("The smoothing width must be > 0, not " + sigma);
    }
  }

  @Override
  public Estimate gradient(
      ToDoubleFunction<List<Variable>> f, List<Variable> x, RandomGenerator random) {
    return along(f, x, directions(x, random));
  }

  /** With Gaussian noise. */
  public Smoothing(Method method, int samples, double sigma) {
    this(method, samples, sigma, new Noise.Gaussian());
  }

  private List<List<Variable>> directions(List<Variable> x, RandomGenerator random) {
    List<List<Variable>> directions = new ArrayList<>();
    for (int s = 0; s < samples; s++) {
      directions.add(x.stream().map(array -> drawn(array, random)).toList());
    }
    return directions;
  }

  private Variable drawn(Variable like, RandomGenerator random) {
    double[] z = new double[like.size()];
    for (int i = 0; i < z.length; i++) {
      z[i] = noise.draw(random);
    }
    return Shaped.like(like, z);
  }

  private Variable score(Variable z) {
    double[] scores = z.toDoubles();
    for (int i = 0; i < scores.length; i++) {
      scores[i] = noise.score(scores[i]);
    }
    return Shaped.like(z, scores);
  }

  /** The estimate with given directions, {@link #samples} of them. */
  public Estimate along(
      ToDoubleFunction<List<Variable>> f, List<Variable> x, List<List<Variable>> directions) {
    if (directions.size() != samples) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d directions are needed, not %d", samples, directions.size()));
    }
    List<Variable> at = x.stream().map(Variable::detach).toList();
    double baseline = method == Method.FORWARD ? f.applyAsDouble(at) : 0;
    List<Variable> gradient = new ArrayList<>(at.stream().map(Ops::zerosLike).toList());
    for (List<Variable> z : directions) {
      double up = f.applyAsDouble(Shaped.moved(at, z, sigma));
      double weight =
          method == Method.ANTITHETIC
              ? (up - f.applyAsDouble(Shaped.moved(at, z, -sigma))) / (2 * sigma)
              : (up - baseline) / sigma;
      for (int k = 0; k < gradient.size(); k++) {
        gradient.set(k, gradient.get(k).plus(score(z.get(k)).times(weight / samples)));
      }
    }
    int perSample = method == Method.ANTITHETIC ? 2 : 1;
    return new Estimate(gradient, samples * perSample + (method == Method.FORWARD ? 1 : 0));
  }

  /**
   * f(x) as a variable whose derivative is this estimate: a piece without a usable derivative
   * inside a differentiable program. Its own derivative is not differentiable again.
   *
   * @param random drawn from once, so that every reverse pass gives the same estimate
   */
  public Variable differentiable(
      Function<List<Variable>, Variable> f, List<Variable> x, RandomGenerator random) {
    List<List<Variable>> directions = directions(x, random);
    CustomOperation operation =
        new CustomOperation() {
          @Override
          public Variable evaluate(List<Variable> constants) {
            return f.apply(constants);
          }

          @Override
          public List<Variable> pullback(
              List<Variable> arguments, Variable output, Variable cotangent) {
            return along(y -> f.apply(y).item(), arguments, directions).gradient().stream()
                .map(g -> g.times(cotangent))
                .toList();
          }
        };
    return Autodiff.custom("zero order", operation, x);
  }
}
