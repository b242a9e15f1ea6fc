package gmrl.bench;

import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * 500 meta-steps of three inner updates each on the Nature network: does memory stay flat?
 *
 * <p>Prints array memory and the resident size of the process every 50 steps, and the growth from
 * step 100 to the end. The batch is small so that the run takes seconds; the arrays of the network
 * are of full size.
 */
public final class MemoryFlat {
  private MemoryFlat() {}

  /** The argument is the number of meta-steps. */
  public static void main(String[] args) {
    int steps = args.length == 0 ? 500 : Integer.parseInt(args[0]);
    LearnerWorkload work = LearnerWorkload.nature(4, 2);
    try (Scope run = Scope.open()) {
      List<Variable> in = new ArrayList<>(work.metaInput(3));
      int last = in.size() - 1;
      long arrays = 0;
      long resident = 0;
      for (int step = 1; step <= steps; step++) {
        try (Scope scope = Scope.open()) {
          double slope = work.meta(in).get(0).get(0);
          float[] moved = in.get(last).toFloats();
          moved[0] -= (float) (1e-3 * Math.signum(slope));
          Variable next = scope.keep(Variable.of(moved, 4));
          run.release(in.set(last, next));
        }
        if (step == steps / 5) {
          arrays = run.bytesReserved();
          resident = ProcessMemory.resident();
        }
        if (step % 50 == 0) {
          System.out.printf(
              "step %4d  arrays %.1f MB  resident %.1f MB%n",
              step, run.bytesReserved() / 1e6, ProcessMemory.resident() / 1e3);
        }
      }
      System.out.printf(
          "growth after the first fifth: arrays %.2f %%, resident %.2f %% (wanted: within 2 %%)%n",
          100.0 * (run.bytesReserved() - arrays) / arrays,
          100.0 * (ProcessMemory.resident() - resident) / resident);
    }
  }
}
