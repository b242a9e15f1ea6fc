package gmrl.bench;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Times of a meta-gradient learner on Atari frames: acting, one A2C update, one differentiable
 * inner step, and an unroll of three with its meta-gradient.
 *
 * <p>Float, the Nature network, 64 environments × 5 steps. The argument is the number of
 * repetitions; best and median are of wall-clock time, "processor" is the least processor time of
 * all threads together.
 */
public final class AtariSpeed {
  private static final int ENVS = 64;
  private static final int STEPS = 5;

  private AtariSpeed() {}

  public static void main(String[] args) {
    int repetitions = args.length == 0 ? 5 : Integer.parseInt(args[0]);
    measure("bare products of one update", 0, repetitions, BareProducts::update);
    AtariWorkload work = new AtariWorkload(ENVS, STEPS);
    try (Scope run = Scope.open()) {
      var state = work.start();
      List<AtariWorkload.Rollout> rollouts = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        rollouts.add(work.rollout());
      }
      var rollout = rollouts.get(0);
      Variable few = Ops.slice(rollout.frames(), 0, 0, ENVS);
      Variable raw = Variable.of(new float[] {4.6f, 2.944f, 0, -4.6f}, 4);
      measure("acting, 64 environments", 15, 4 * repetitions, () -> work.act(state, few));
      measure("A2C update", 200, repetitions, () -> work.update(state, rollout, raw));
      measure(
          "differentiable inner step",
          250,
          repetitions,
          () -> work.innerAlone(state, rollout, raw));
      measure(
          "K=3 unroll and meta-gradient",
          2000,
          repetitions,
          () -> work.meta(state, rollouts, raw, 3));
      System.out.printf(
          "arrays in use at the end %.0f MB, process peak %s%n",
          run.bytesInUse() / 1e6, ProcessMemory.peak());
    }
  }

  private static void measure(String what, double target, int repetitions, Supplier<Double> body) {
    double[] wall = new double[repetitions];
    double cpu = Double.POSITIVE_INFINITY;
    double result = 0;
    long bytes = 0;
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    for (int i = 0; i < repetitions; i++) {
      long cpuStart = system.getProcessCpuTime();
      long start = System.nanoTime();
      try (Scope scope = Scope.open()) {
        result = body.get();
        bytes = Math.max(bytes, scope.bytesReserved());
      }
      wall[i] = (System.nanoTime() - start) / 1e6;
      cpu = Math.min(cpu, (system.getProcessCpuTime() - cpuStart) / 1e6);
    }
    Arrays.sort(wall);
    System.out.printf(
        "%-30s best %7.1f ms  median %7.1f ms  processor %7.1f ms  wanted %5.0f ms  arrays %4.0f MB"
            + "  (%.6g)%n",
        what, wall[0], wall[repetitions / 2], cpu, target, bytes / 1e6, result);
  }
}
