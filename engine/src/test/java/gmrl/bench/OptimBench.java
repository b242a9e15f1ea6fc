package gmrl.bench;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import gmrl.optim.Adam;
import gmrl.optim.FusedAdam;
import gmrl.optim.MetaOptimizer;
import gmrl.optim.Optimizer;
import gmrl.tree.Trees;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What an Adam step costs, plain and differentiated, composed and fused; and what a tree costs.
 *
 * <p>Prints milliseconds and the ratio of composed to fused, both measured in this process in turn.
 */
public final class OptimBench {
  private static final int ROUNDS = 15;

  private OptimBench() {}

  /** Runs the benchmark. */
  public static void main(String[] args) {
    for (int size : new int[] {1_000, 1_700_000}) {
      for (int steps : new int[] {1, 3}) {
        int warmUp = size < 10_000 ? 300 : 3;
        double[][] times = new double[2][ROUNDS];
        for (int round = -warmUp; round < ROUNDS; round++) {
          Adam adam = Adam.of(1e-3).withEpsRoot(1e-6);
          double composed = metaGradient(adam, size, steps);
          double fused = metaGradient(new FusedAdam(adam), size, steps);
          if (round >= 0) {
            times[0][round] = composed;
            times[1][round] = fused;
          }
        }
        double composed = median(times[0]);
        double fused = median(times[1]);
        System.out.printf(
            "%9d floats, %d differentiated steps: composed %.2f ms, fused %.2f ms, ratio %.2f%n",
            size, steps, composed, fused, composed / fused);
      }
    }
    trees();
  }

  /** Milliseconds of K steps on a quadratic and the gradient of the end in its scale. */
  @SuppressWarnings("try") // the scope is there to be closed
  private static double metaGradient(Optimizer algorithm, int size, int steps) {
    try (Scope scope = Scope.open()) {
      float[] start = new float[size];
      SplittableRandom random = new SplittableRandom(1);
      for (int i = 0; i < size; i++) {
        start[i] = (float) random.nextGaussian();
      }
      Variable theta = Variable.of(start, size);
      Variable scale = Variable.of(new float[] {1.5f}, 1).tracked();
      long begin = System.nanoTime();
      var run = MetaOptimizer.of(algorithm, List.of(theta));
      for (int k = 0; k < steps; k++) {
        // The gradient is given, so that the optimiser alone is timed.
        run.apply(List.of(run.params().get(0).times(scale)));
      }
      Autodiff.gradOnce(run.params().get(0).sum(), List.of(scale));
      return (System.nanoTime() - begin) * 1e-6;
    }
  }

  private static void trees() {
    Map<String, Object> params = new LinkedHashMap<>();
    for (int layer = 0; layer < 10; layer++) {
      params.put("layer" + layer, Map.of("weight", 1.0, "bias", 2.0));
    }
    double[] times = new double[ROUNDS];
    int repeats = 2000;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      for (int i = 0; i < repeats; i++) {
        if (Trees.standard().map(params, (Double x) -> x).size() != 10) {
          throw new AssertionError("the map lost layers");
        }
      }
      times[round] = (System.nanoTime() - begin) * 1e-3 / repeats;
    }
    System.out.printf("map over a tree of 20 leaves: %.1f µs%n", median(times));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
