package gmrl.experiment.ipd;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.ipd.LolaRun;
import gmrl.ipd.LolaSnapshot;
import gmrl.numpy.StateArrays;
import java.util.concurrent.atomic.LongAdder;

/** Brings one condition forward in strides of about the same time. */
final class Strider {
  private final LolaSpec spec;
  private final LolaRun run;
  private int done;
  private int stride = 1;

  Strider(LolaSpec spec) {
    this.spec = spec;
    run = new LolaRun(spec.config(), spec.seed(), spec.seeds());
  }

  boolean isFinished() {
    return done == spec.updates();
  }

  int done() {
    return done;
  }

  /** Puts the condition down, or takes it up; no update is under way. */
  void carry(StateArrays state) {
    run.carry(state);
    done = run.snapshot().updates();
  }

  LolaSnapshot snapshot() {
    return run.snapshot();
  }

  /**
   * Makes the next updates of all seeds.
   *
   * @param seconds how long it should take, at most about twice as long as the last stride
   * @param single whether to make one update only
   */
  void advance(double seconds, boolean single, Workers workers, CancellationToken token) {
    int updates = Math.min(single ? 1 : stride, spec.updates() - done);
    // Time spent waiting for workers that others keep busy must not shorten the strides.
    LongAdder busy = new LongAdder();
    run.advance(
        updates,
        (count, task) ->
            workers.forEach(
                count,
                token,
                i -> {
                  long start = System.nanoTime();
                  task.accept(i);
                  busy.add(System.nanoTime() - start);
                }),
        token::isCancelled);
    token.check();
    int hands = Math.min(workers.threads(), spec.seeds());
    double taken = Math.max(1e-6, busy.sum() / 1e9 / hands);
    done += updates;
    stride = (int) Math.max(1, Math.min(2.0 * updates, updates * seconds / taken));
  }
}
