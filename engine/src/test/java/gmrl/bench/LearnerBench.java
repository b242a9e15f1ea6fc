package gmrl.bench;

import gmrl.autodiff.Recorded;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Measures functions of arrays, built anew at each call and recorded, in turn. */
final class LearnerBench {
  /** Wall-clock milliseconds of the peer by name of the measurement; empty without a peer. */
  private final Map<String, Double> peer;

  LearnerBench(Map<String, Double> peer) {
    this.peer = peer;
  }

  /**
   * Prints least times over blocks, what the first call took with compilation and recording, and
   * the peer's time beside ours.
   */
  void compare(
      String what,
      Function<List<Variable>, List<Variable>> f,
      List<Variable> in,
      int blocks,
      int calls) {
    compare(what, f, in, blocks, calls, out -> {});
  }

  /**
   * {@link #compare(String, Function, List, int, int)} with something that is done with the results
   * each time, and measured with them.
   */
  void compare(
      String what,
      Function<List<Variable>, List<Variable>> f,
      List<Variable> in,
      int blocks,
      int calls,
      Consumer<List<Variable>> then) {
    try (Recorded recorded = Recorded.of(f)) {
      double[] first = {1e9, 1e9};
      block(recorded::apply, in, 1, first, then);
      double[] anew = {1e9, 1e9};
      double[] again = {1e9, 1e9};
      for (int i = 0; i < blocks; i++) {
        block(f, in, calls, anew, then);
        block(recorded::apply, in, calls, again, then);
      }
      Double other = peer.get(what);
      System.out.printf(
          Locale.ROOT,
          "%-14s built anew %8.2f ms (processor %8.2f)   recorded %8.2f ms (processor %8.2f)%s"
              + "   first call %5.0f ms   memory %.0f MB%n",
          what,
          anew[0],
          anew[1],
          again[0],
          again[1],
          other == null
              ? ""
              : String.format(
                  Locale.ROOT, "   PyTorch %8.2f ms, ratio %.2f", other, again[0] / other),
          first[0],
          recorded.bytesReserved() / 1e6);
    }
  }

  /** Prints the least times of a function that is built anew at each call. */
  void time(
      String what,
      Function<List<Variable>, List<Variable>> f,
      List<Variable> in,
      int blocks,
      int calls) {
    double[] least = {1e9, 1e9};
    for (int i = 0; i < blocks; i++) {
      block(f, in, calls, least, out -> {});
    }
    System.out.printf(Locale.ROOT, "%-14s %18.2f ms (processor %8.2f)%n", what, least[0], least[1]);
  }

  private static void block(
      Function<List<Variable>, List<Variable>> f,
      List<Variable> in,
      int calls,
      double[] least,
      Consumer<List<Variable>> then) {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    for (int i = 0; i < calls; i++) {
      long start = System.nanoTime();
      run(f, in, then);
      least[0] = Math.min(least[0], (System.nanoTime() - start) / 1e6);
    }
    least[1] = Math.min(least[1], (system.getProcessCpuTime() - cpu) / 1e6 / calls);
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private static void run(
      Function<List<Variable>, List<Variable>> f,
      List<Variable> in,
      Consumer<List<Variable>> then) {
    try (Scope scope = Scope.open()) {
      List<Variable> out = f.apply(in);
      then.accept(out);
      double number = out.get(0).get(0);
      if (!Double.isFinite(number)) {
        throw new IllegalStateException("result " + number);
      }
    }
  }
}
