package gmrl.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.junit.jupiter.api.Test;

/** Each slot of each step of each trial has a stream of random numbers that is its own. */
class SlotIndependenceTest {
  private static final int STEPS = 3;

  /** What the slots have drawn, in the order of their calls. */
  private final List<Long> inner = new ArrayList<>();

  private final List<Long> hessian = new ArrayList<>();
  private final List<Long> outer = new ArrayList<>();

  /** One parameter, φ = θ^0. */
  private static final class Line implements TwoLoopProblem<double[]> {
    @Override
    public int phiSize() {
      return 1;
    }

    @Override
    public int thetaSize() {
      return 1;
    }

    @Override
    public void initial(double[] phi, double[] theta) {
      theta[0] = phi[0];
    }

    @Override
    public void addInitialVjp(double[] phi, double[] cotangent, double[] meta) {
      meta[0] += cotangent[0];
    }

    @Override
    public double[] newPoint() {
      return new double[1];
    }

    @Override
    public void moveTo(double[] point, double[] phi, double[] theta) {
      point[0] = theta[0];
    }
  }

  private final class Hessian implements CurvatureSlot<double[]> {
    private final int draws;

    Hessian(int draws) {
      this.draws = draws;
    }

    @Override
    public void draw(double[] point, int step, SplittableGenerator random) {
      take(random, draws, hessian);
    }

    @Override
    public void hessianVector(double[] vector, double[] product) {
      product[0] = 0;
    }

    @Override
    public void mixedVector(double[] vector, double[] product) {
      product[0] = 0;
    }
  }

  private static void take(SplittableGenerator random, int draws, List<Long> into) {
    into.add(random.nextLong());
    for (int i = 1; i < draws; i++) {
      random.nextLong();
    }
    random.split();
  }

  private void run(int innerDraws, int hessianDraws, int outerDraws) {
    inner.clear();
    hessian.clear();
    outer.clear();
    MetaGradient<double[]> loop =
        new MetaGradient<>(
            new Line(),
            (point, step, random, gradient) -> {
              take(random, innerDraws, inner);
              gradient[0] = 1;
            },
            new Hessian(hessianDraws),
            (point, random, theta, phi) -> {
              take(random, outerDraws, outer);
              theta[0] = 1;
            },
            0.1,
            STEPS,
            new double[1]);
    for (int trial = 0; trial < 5; trial++) {
      loop.estimate(new SplittableRandom(trial), new double[1]);
    }
  }

  @Test
  void noTwoSlotsOrStepsShareTheirNumbers() {
    run(1, 1, 1);
    assertThat(inner).hasSize(5 * STEPS);
    assertThat(hessian).hasSize(5 * STEPS);
    assertThat(outer).hasSize(5);
    List<Long> all = new ArrayList<>(inner);
    all.addAll(hessian);
    all.addAll(outer);
    assertThat(new HashSet<>(all)).hasSize(all.size());
  }

  @Test
  void theSizeOfABatchChangesNoOtherBatch() {
    run(1, 1, 1);
    List<Long> before = new ArrayList<>(inner);
    before.addAll(hessian);
    before.addAll(outer);
    for (int[] draws : new int[][] {{7, 1, 1}, {1, 7, 1}, {1, 1, 7}}) {
      run(draws[0], draws[1], draws[2]);
      List<Long> after = new ArrayList<>(inner);
      after.addAll(hessian);
      after.addAll(outer);
      assertThat(after).isEqualTo(before);
    }
  }
}
