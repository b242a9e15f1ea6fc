package gmrl.bench;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Fused;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Recorded;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A meta-step of a small network, built anew and recorded: 1×40×40×1 with tanh, five steps of Adam
 * on a batch of 10, the loss at the end and its gradient in the start.
 *
 * <p>Both routes in turn; prints what recording costs once and processor time per meta-step, the
 * least of several blocks. The argument is the number of blocks.
 */
public final class SmallNetwork {
  private static final int STEPS = 5;
  private static final int BATCH = 10;
  private static final int BLOCK = 200;

  private static final Fused FIRST =
      Fused.of("adam m", 2, x -> x[0].times(0.9).plus(x[1].times(0.1)));
  private static final Fused SECOND =
      Fused.of("adam v", 2, x -> x[0].times(0.999).plus(x[1].square().times(0.001)));
  private static final Fused MOVE =
      Fused.of(
          "adam step",
          5,
          x -> x[0].minus(x[3].times(x[1]).over(x[2].sqrt().times(x[4]).plus(1e-8))));

  private SmallNetwork() {}

  static List<Variable> start() {
    SplittableRandom random = new SplittableRandom(5);
    List<Variable> out = new ArrayList<>();
    for (int[] shape : new int[][] {{1, 40}, {40}, {40, 40}, {40}, {40, 1}, {1}}) {
      int size = shape.length == 1 ? shape[0] : shape[0] * shape[1];
      float scale = shape.length == 1 ? 0.01f : (float) Math.sqrt(3.0 / shape[0]);
      out.add(Variable.of(NatureNet.noise(random, size, scale), shape));
    }
    out.add(Variable.of(NatureNet.noise(random, BATCH, 5), BATCH, 1));
    out.add(Variable.of(NatureNet.noise(random, BATCH, 1), BATCH, 1));
    return out;
  }

  private static Variable loss(List<Variable> p, Variable x, Variable y) {
    Variable h = x.matmul(p.get(0)).plus(p.get(1)).tanh();
    h = h.matmul(p.get(2)).plus(p.get(3)).tanh();
    return h.matmul(p.get(4)).plus(p.get(5)).minus(y).square().mean();
  }

  /** The loss after five steps, and its gradient in the start. */
  static List<Variable> metaStep(List<Variable> in) {
    Variable x = in.get(6);
    Variable y = in.get(7);
    List<Variable> phi = in.subList(0, 6).stream().map(Variable::tracked).toList();
    List<Variable> p = phi;
    List<Variable> m = p.stream().map(Ops::zerosLike).toList();
    List<Variable> v = p.stream().map(q -> Variable.full(q.type(), 1e-6, q.shape())).toList();
    for (int k = 1; k <= STEPS; k++) {
      List<Variable> g = Autodiff.grad(loss(p, x, y), p);
      Variable rate = Variable.full(x.type(), 0.01 / (1 - Math.pow(0.9, k)));
      Variable root = Variable.full(x.type(), 1 / Math.sqrt(1 - Math.pow(0.999, k)));
      List<Variable> nextP = new ArrayList<>();
      List<Variable> nextM = new ArrayList<>();
      List<Variable> nextV = new ArrayList<>();
      for (int i = 0; i < p.size(); i++) {
        nextM.add(FIRST.apply(m.get(i), g.get(i)));
        nextV.add(SECOND.apply(v.get(i), g.get(i)));
        nextP.add(MOVE.apply(p.get(i), nextM.get(i), nextV.get(i), rate, root));
      }
      p = nextP;
      m = nextM;
      v = nextV;
    }
    Variable end = loss(p, x, y);
    List<Variable> out = new ArrayList<>(Autodiff.gradOnce(end, phi));
    out.add(end.detach());
    return out;
  }

  public static void main(String[] args) {
    int blocks = args.length == 0 ? 30 : Integer.parseInt(args[0]);
    try (Scope run = Scope.open();
        Recorded recorded = Recorded.of(SmallNetwork::metaStep)) {
      List<Variable> in = start();
      long begin = System.nanoTime();
      double value;
      try (Scope scope = Scope.open()) {
        value = recorded.apply(in).get(6).item() + 0 * scope.bytesInUse();
      }
      System.out.printf("recording, once: %.0f ms%n", (System.nanoTime() - begin) / 1e6);
      double[] best = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
      for (int i = 0; i < blocks; i++) {
        best[0] = Math.min(best[0], block(() -> metaStep(in).get(6).item()));
        best[1] = Math.min(best[1], block(() -> recorded.apply(in).get(6).item()));
      }
      System.out.printf(
          "built anew %.3f ms, recorded %.3f ms of processor time (loss %.7f, %d kB)%n",
          best[0], best[1], value, (run.bytesReserved() + recorded.bytesReserved()) / 1000);
    }
  }

  /** Milliseconds of this thread's processor time per call. */
  private static double block(java.util.function.DoubleSupplier body) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    double sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      try (Scope scope = Scope.open()) {
        sum += body.getAsDouble() + 0 * scope.bytesInUse();
      }
    }
    double time = (threads.getCurrentThreadCpuTime() - start) / 1e6 / BLOCK;
    return Double.isFinite(sum) ? time : Double.NaN;
  }
}
