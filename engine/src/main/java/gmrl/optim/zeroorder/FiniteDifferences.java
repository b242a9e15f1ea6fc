package gmrl.optim.zeroorder;

import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * ∂f/∂xᵢ ≈ (f(x + h eᵢ) − f(x − h eᵢ)) / 2h for every element; error O(h²) plus rounding over h.
 *
 * @param step h
 */
public record FiniteDifferences(double step) implements ZeroOrder {

  public FiniteDifferences {
    if (!(step > 0)) {
      throw new IllegalArgumentException("The step of finite differences must be > 0, not " + step);
    }
  }

  @Override
  public Estimate gradient(
      ToDoubleFunction<List<Variable>> f, List<Variable> x, RandomGenerator random) {
    List<Variable> gradient = new ArrayList<>();
    int evaluations = 0;
    for (int k = 0; k < x.size(); k++) {
      double[] values = x.get(k).toDoubles();
      double[] slope = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        double[] moved = values.clone();
        moved[i] = values[i] + step;
        double up = f.applyAsDouble(Shaped.with(x, k, moved));
        moved[i] = values[i] - step;
        slope[i] = (up - f.applyAsDouble(Shaped.with(x, k, moved))) / (2 * step);
        evaluations += 2;
      }
      gradient.add(Shaped.like(x.get(k), slope));
    }
    return new Estimate(gradient, evaluations);
  }
}
