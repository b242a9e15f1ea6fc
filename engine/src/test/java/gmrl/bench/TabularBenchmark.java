package gmrl.bench;

import gmrl.mdp.BatchEstimate;
import gmrl.mdp.Estimator;
import gmrl.mdp.MamlPoint;
import gmrl.mdp.MamlProblem;
import gmrl.mdp.Mdp;
import gmrl.mdp.MixedProduct;
import gmrl.mdp.PolicyPoint;
import gmrl.mdp.RandomMdp;
import gmrl.mdp.ReturnEvaluation;
import gmrl.mdp.Sampling;
import gmrl.mdp.TrajectoryBatch;
import gmrl.meta.MetaGradient;
import java.util.SplittableRandom;

/**
 * Costs of the tabular kernels as ratios against bare alias sampling in the same process.
 *
 * <p>Targets on two cores, 20 states, 5 actions, T = 20: {@code maml} and {@code lvc} at most 1.6×
 * bare sampling, {@code dice} and {@code loaded} at most 2.5×, two threads at least 1.8× one, an
 * exact K = 5 meta-gradient at most 150 µs, whole trials at least 70 M environment steps a second.
 */
public final class TabularBenchmark {
  private static final int SAMPLES = 32;
  private static final int HORIZON = 20;
  private static final int BATCHES = 4000;
  private static final int ROUNDS = 9;

  private static double sink;

  private TabularBenchmark() {}

  /** Prints the table. */
  public static void main(String[] args) throws InterruptedException {
    SplittableRandom random = new SplittableRandom(1);
    Mdp mdp = new RandomMdp(20, 5, 0.001, 1, 0.8).draw(random);
    double[] direction = random.doubles(mdp.cells(), -1, 1).toArray();
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(random.doubles(mdp.cells(), -1, 1).toArray());
    double[] critic = new ReturnEvaluation(point).values();

    TrajectoryBatch batch = new TrajectoryBatch(mdp, SAMPLES, HORIZON);
    Runnable bare =
        () -> {
          for (int i = 0; i < BATCHES; i++) {
            batch.sample(point, i);
          }
          sink += batch.count();
        };
    double perStep = 1e9 / ((double) BATCHES * SAMPLES * HORIZON);
    for (Estimator estimator : Estimator.values()) {
      BatchEstimate estimate = new BatchEstimate(mdp, estimator);
      double[] out = new double[mdp.cells()];
      Runnable full =
          () -> {
            for (int i = 0; i < BATCHES; i++) {
              batch.sample(point, i);
              estimate.read(point, batch, critic);
              estimate.gradient(out);
              estimate.hessianVector(direction, out);
            }
            sink += out[0];
          };
      double[] seconds = alternate(bare, full);
      System.out.printf(
          "%-14s %6.2f ns a step, bare sampling %5.2f ns, ratio %.2f%n",
          estimator.token(), seconds[1] * perStep, seconds[0] * perStep, seconds[1] / seconds[0]);
    }
    mixedProduct(mdp, point, batch, critic, direction, bare, perStep);
    exactMetaGradient(mdp);
    wholeTrials();
    System.out.println("checksum " + sink);
  }

  /** LIRPG: the same kernel under a shaped reward, and the mixed product besides. */
  private static void mixedProduct(
      Mdp mdp,
      PolicyPoint point,
      TrajectoryBatch batch,
      double[] critic,
      double[] direction,
      Runnable bare,
      double perStep) {
    BatchEstimate estimate = new BatchEstimate(mdp, Estimator.LVC, 0.9);
    MixedProduct mixed = new MixedProduct(mdp.states(), true);
    double[] out = new double[mdp.cells()];
    Runnable full =
        () -> {
          for (int i = 0; i < BATCHES; i++) {
            batch.sample(point, i);
            estimate.read(point, batch, critic, direction);
            estimate.gradient(out);
            estimate.hessianVector(direction, out);
            mixed.apply(estimate, point, direction, out);
          }
          sink += out[0];
        };
    double[] seconds = alternate(bare, full);
    System.out.printf(
        "lirpg lvc      %6.2f ns a step with its mixed product, ratio %.2f%n",
        seconds[1] * perStep, seconds[1] / seconds[0]);
  }

  private static void exactMetaGradient(Mdp mdp) {
    MamlProblem problem = new MamlProblem(mdp, Sampling.PAPER);
    int repeats = 2000;
    double[] out = new double[mdp.cells()];
    SplittableRandom random = new SplittableRandom(1);
    Runnable run =
        () -> {
          for (int i = 0; i < repeats; i++) {
            new MetaGradient<>(
                    problem,
                    problem.exactInner(),
                    problem.exactCurvature(),
                    problem.exactOuter(),
                    3,
                    5,
                    new double[mdp.cells()])
                .estimate(random, out);
          }
        };
    System.out.printf("exact meta-gradient, K = 5: %.1f µs%n", best(run) * 1e6 / repeats);
  }

  /** All slots lvc:32, K = 3: 7 batches a trial, critics and solves counted. */
  private static void wholeTrials() throws InterruptedException {
    double one = trials(1);
    double two = trials(2);
    System.out.printf(
        "whole trials lvc:32, K = 3: %.1f M steps/s on one thread, %.1f M on two, ratio %.2f%n",
        one / 1e6, two / 1e6, two / one);
  }

  private static double trials(int threads) throws InterruptedException {
    int each = 2000;
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Thread[] workers = new Thread[threads];
      for (int w = 0; w < threads; w++) {
        workers[w] = new Thread(() -> runTrials(each));
      }
      long start = System.nanoTime();
      for (Thread worker : workers) {
        worker.start();
      }
      for (Thread worker : workers) {
        worker.join();
      }
      double steps = (double) threads * each * 7 * SAMPLES * HORIZON;
      best = Math.max(best, steps / ((System.nanoTime() - start) / 1e9));
    }
    return best;
  }

  private static void runTrials(int trials) {
    SplittableRandom random = new SplittableRandom(5);
    Mdp mdp = new RandomMdp(20, 5, 0.001, 1, 0.8).draw(random);
    MamlProblem problem = new MamlProblem(mdp, Sampling.PAPER);
    MetaGradient<MamlPoint> loop =
        new MetaGradient<>(
            problem,
            problem.inner(Estimator.LVC, SAMPLES),
            problem.curvature(Estimator.LVC, SAMPLES),
            problem.outer(Estimator.LVC, SAMPLES),
            3,
            3,
            new double[mdp.cells()]);
    double[] out = new double[mdp.cells()];
    for (int i = 0; i < trials; i++) {
      loop.estimate(random.split(), out);
    }
  }

  /** Best seconds of two tasks run in turn, so that both see the same machine. */
  private static double[] alternate(Runnable first, Runnable second) {
    for (int round = 0; round < ROUNDS; round++) {
      first.run();
      second.run();
    }
    double[] best = {Double.MAX_VALUE, Double.MAX_VALUE};
    for (int round = 0; round < ROUNDS; round++) {
      best[0] = Math.min(best[0], seconds(first));
      best[1] = Math.min(best[1], seconds(second));
    }
    return best;
  }

  private static double best(Runnable task) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      best = Math.min(best, seconds(task));
    }
    return best;
  }

  private static double seconds(Runnable task) {
    long start = System.nanoTime();
    task.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
