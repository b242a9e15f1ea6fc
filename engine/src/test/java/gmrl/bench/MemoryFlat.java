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
    AtariWorkload work = new AtariWorkload(2, 2);
    try (Scope run = Scope.open()) {
      var state = work.start();
      List<AtariWorkload.Rollout> rollouts = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        rollouts.add(work.rollout());
      }
      Variable raw = Variable.of(new float[] {4.6f, 2.944f, 0, -4.6f}, 4);
      long arrays = 0;
      long resident = 0;
      for (int step = 1; step <= steps; step++) {
        try (Scope scope = Scope.open()) {
          double slope = work.meta(state, rollouts, raw, 3);
          float[] moved = raw.toFloats();
          moved[0] -= (float) (1e-3 * Math.signum(slope));
          Variable next = scope.keep(Variable.of(moved, 4));
          run.release(raw);
          raw = next;
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
