package gmrl.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Checks derivatives against central differences of the next lower order, along seeded directions.
 */
public final class GradientCheck {
  private static final double STEP = 1e-5;

  private GradientCheck() {}

  /** Checks the first {@code orders} derivatives of a function with any outputs. */
  public static void check(
      Function<List<Variable>, Variable> function,
      List<Variable> at,
      int orders,
      double tolerance) {
    SplittableRandom random = new SplittableRandom(20);
    Variable weights = direction(function.apply(at), random);
    Function<List<Variable>, Variable> scalar = x -> function.apply(x).times(weights).sum();
    for (int order = 1; order <= orders; order++) {
      List<Variable> v = at.stream().map(x -> direction(x, random)).toList();
      Function<List<Variable>, Variable> lower = scalar;
      double slope = along(lower, at, v).item();
      double difference =
          (lower.apply(shift(at, v, STEP)).item() - lower.apply(shift(at, v, -STEP)).item())
              / (2 * STEP);
      assertThat(slope)
          .as("derivative of order %d", order)
          .isCloseTo(difference, within(tolerance * Math.max(1, Math.abs(difference))));
      scalar = x -> along(lower, x, v);
    }
  }

  /** The derivative of {@code f} along v, as a function of x. */
  private static Variable along(
      Function<List<Variable>, Variable> f, List<Variable> at, List<Variable> v) {
    List<Variable> gradient = Autodiff.valueAndGrad(f, at).gradient();
    Variable sum = Variable.scalar(0);
    for (int i = 0; i < v.size(); i++) {
      sum = sum.plus(Ops.dot(gradient.get(i), v.get(i)));
    }
    return sum;
  }

  public static Variable direction(Variable like, SplittableRandom random) {
    double[] data = new double[like.size()];
    for (int i = 0; i < data.length; i++) {
      data[i] = random.nextDouble(-1, 1);
    }
    return Variable.of(data, like.shape());
  }

  private static List<Variable> shift(List<Variable> at, List<Variable> v, double step) {
    List<Variable> out = new ArrayList<>();
    for (int i = 0; i < at.size(); i++) {
      out.add(at.get(i).plus(v.get(i).times(step)));
    }
    return out;
  }
}
