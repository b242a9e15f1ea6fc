package gmrl.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The recursion over a step with a memory: momentum on J_in = sin(φθ) − θ²/2, one number each. */
class AdjointTest {
  private static final double RATE = 0.3;
  private static final double KEEP = 0.6;
  private static final double PHI = 0.7;
  private static final double START = 0.4;

  /** m' = βm + ∇J_in, θ' = θ + αm'; cotangents are (θ, m). */
  private static final class Momentum implements InnerStep<double[]> {
    private final double phi;
    private final double[] before;
    private final double[] after;

    Momentum(double phi, double[] before, double[] after) {
      this.phi = phi;
      this.before = before;
      this.after = after;
    }

    @Override
    public void advance() {
      double gradient = phi * Math.cos(phi * before[0]) - before[0];
      after[1] = KEEP * before[1] + gradient;
      after[0] = before[0] + RATE * after[1];
    }

    @Override
    public void pullBack(double[] u, double[] meta) {
      double memory = u[1] + RATE * u[0];
      double x = phi * before[0];
      meta[0] += memory * (Math.cos(x) - x * Math.sin(x));
      u[0] += memory * (-phi * phi * Math.sin(x) - 1);
      u[1] = KEEP * memory;
    }
  }

  private static List<double[]> path(int steps) {
    List<double[]> states = new ArrayList<>();
    states.add(new double[] {START, 0});
    for (int k = 0; k < steps; k++) {
      states.add(new double[2]);
    }
    return states;
  }

  private static List<Momentum> run(double phi, List<double[]> states) {
    List<Momentum> steps = new ArrayList<>();
    for (int k = 0; k + 1 < states.size(); k++) {
      steps.add(new Momentum(phi, states.get(k), states.get(k + 1)));
    }
    InnerLoop.forward(steps);
    return steps;
  }

  /** Σ_k w_k (θ^k)³ + φ². */
  private static double objective(double phi, double[] weights) {
    List<double[]> states = path(weights.length - 1);
    run(phi, states);
    double sum = phi * phi;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * Math.pow(states.get(k)[0], 3);
    }
    return sum;
  }

  private static double gradient(double[] weights, int last) {
    List<double[]> states = path(weights.length - 1);
    List<Momentum> steps = run(PHI, states);
    double[] meta = new double[1];
    Adjoint.run(
        steps,
        last,
        (k, u, m) -> {
          if (k == steps.size()) {
            u[0] = 0;
            u[1] = 0;
            m[0] = 2 * PHI;
          }
          u[0] += weights[k] * 3 * states.get(k)[0] * states.get(k)[0];
        },
        new double[] {7, 7},
        meta);
    return meta[0];
  }

  @Test
  void aStepWithAMemoryAndAMixtureOfOuterObjectives() {
    for (double[] weights :
        List.of(
            new double[] {0},
            new double[] {0, 1},
            new double[] {0, 0, 0, 1},
            new double[] {0, 0.2, 0.5, 0, 0.3})) {
      double h = 1e-5;
      double difference = (objective(PHI + h, weights) - objective(PHI - h, weights)) / (2 * h);
      assertThat(gradient(weights, weights.length - 1)).isCloseTo(difference, within(1e-8));
    }
  }

  @Test
  void earlierStepsAreConstantsToATruncatedGradient() {
    double[] weights = {0, 0, 0, 1};
    // By hand: the last step's own share, with the path before it as it was.
    List<double[]> states = path(3);
    run(PHI, states);
    double x = PHI * states.get(2)[0];
    double theta = states.get(3)[0];
    double own = RATE * (Math.cos(x) - x * Math.sin(x)) * 3 * theta * theta + 2 * PHI;
    assertThat(gradient(weights, 1)).isCloseTo(own, within(1e-12));
    assertThat(gradient(weights, 0)).isEqualTo(2 * PHI);
    assertThat(gradient(weights, 3)).isNotCloseTo(own, within(1e-3));
  }
}
