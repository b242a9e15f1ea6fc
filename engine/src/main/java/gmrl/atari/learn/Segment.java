package gmrl.atari.learn;

import gmrl.atari.ObservationShape;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What N environments showed and paid for T steps, and what the critic said then. Position t·N + i
 * is step t of environment i.
 *
 * @param observations [(T+1)·N][shape]; the last N are those to act on next
 * @param actions [T·N]
 * @param rewards [T·N]
 * @param terminated [T·N] whether the task ended with this step
 * @param cuts where a time limit cut an episode, and what was seen there
 * @param values V [(T+1)·N] at the discount that the critic was asked for
 * @param cutValues V of each cut's observation
 */
@SuppressWarnings("ArrayRecordComponent")
record Segment(
    int steps,
    int environments,
    ObservationShape shape,
    float[] observations,
    int[] actions,
    float[] rewards,
    boolean[] terminated,
    List<Cut> cuts,
    float[] values,
    float[] cutValues) {

  /**
   * @param position t·N + i
   * @param observation [shape] after the step, before the next episode began
   */
  record Cut(int position, float[] observation) {}

  /** How many steps there are in all environments together. */
  int samples() {
    return steps * environments;
  }

  /** The same experience as the critic sees it with other parameters or at another discount. */
  Segment valued(ActorCritic network, List<Variable> p, @Nullable Variable gamma) {
    return new Segment(
        steps,
        environments,
        shape,
        observations,
        actions,
        rewards,
        terminated,
        cuts,
        values(network, p, gamma, observations, (steps + 1) * environments),
        cutValues(network, p, gamma, cuts));
  }

  /** The same experience as if so many times as many environments had had it, copy after copy. */
  Segment times(int copies) {
    int n = environments;
    int size = shape.size();
    float[] seen = new float[copies * observations.length];
    float[] said = new float[copies * values.length];
    int[] done = new int[copies * actions.length];
    float[] paid = new float[copies * rewards.length];
    boolean[] ended = new boolean[copies * terminated.length];
    List<Cut> all = new ArrayList<>();
    float[] beyond = new float[copies * cutValues.length];
    for (int t = 0; t <= steps; t++) {
      for (int copy = 0; copy < copies; copy++) {
        int to = (t * copies + copy) * n;
        System.arraycopy(observations, t * n * size, seen, to * size, n * size);
        System.arraycopy(values, t * n, said, to, n);
        if (t < steps) {
          System.arraycopy(actions, t * n, done, to, n);
          System.arraycopy(rewards, t * n, paid, to, n);
          System.arraycopy(terminated, t * n, ended, to, n);
        }
      }
    }
    for (int copy = 0; copy < copies; copy++) {
      System.arraycopy(cutValues, 0, beyond, copy * cutValues.length, cutValues.length);
      for (Cut cut : cuts) {
        int at = (cut.position() / n * copies + copy) * n + cut.position() % n;
        all.add(new Cut(at, cut.observation()));
      }
    }
    return new Segment(steps, copies * n, shape, seen, done, paid, ended, all, said, beyond);
  }

  static float[] cutValues(
      ActorCritic network, List<Variable> p, @Nullable Variable gamma, List<Cut> cuts) {
    if (cuts.isEmpty()) {
      return new float[0];
    }
    int size = cuts.get(0).observation().length;
    float[] all = new float[cuts.size() * size];
    for (int k = 0; k < cuts.size(); k++) {
      System.arraycopy(cuts.get(k).observation(), 0, all, k * size, size);
    }
    return values(network, p, gamma, all, cuts.size());
  }

  private static float[] values(
      ActorCritic network, List<Variable> p, @Nullable Variable gamma, float[] seen, int n) {
    try (Scope scope = Scope.open()) {
      ObservationShape shape = network.spec().input();
      Variable batch = Variable.of(seen, n, shape.rows(), shape.columns(), shape.channels());
      float[] values = network.apply(p, batch, gamma).values().toFloats();
      scope.bytesInUse();
      return values;
    }
  }

  /** What is to be acted on next, [N][rows][columns][channels]. */
  Variable last() {
    return Variable.of(
        Arrays.copyOfRange(observations, samples() * shape.size(), observations.length),
        environments,
        shape.rows(),
        shape.columns(),
        shape.channels());
  }

  /** As variables of the innermost scope. */
  Rollout rollout(TimeLimit limit) {
    int n = environments;
    float[] masks = new float[(steps + 1) * n];
    Arrays.fill(masks, 1);
    for (int j = 0; j < terminated.length; j++) {
      masks[j + n] = terminated[j] ? 0 : 1;
    }
    float[] limits = new float[masks.length];
    Arrays.fill(limits, 1);
    float[] beyond = new float[samples()];
    for (int k = 0; k < cuts.size(); k++) {
      int at = cuts.get(k).position();
      masks[at + n] = 0;
      limits[at + n] = 0;
      beyond[at] = cutValues[k];
    }
    boolean cut = !cuts.isEmpty();
    return new Rollout(
        Variable.of(
            observations.length == samples() * shape.size()
                ? observations
                : Arrays.copyOf(observations, samples() * shape.size()),
            samples(),
            shape.rows(),
            shape.columns(),
            shape.channels()),
        actions,
        Variable.of(rewards, steps, n),
        Variable.of(Arrays.copyOf(values, samples()), steps, n),
        Variable.of(Arrays.copyOfRange(values, samples(), samples() + n), n),
        Variable.of(masks, steps + 1, n),
        cut && limit == TimeLimit.VALUE_IN_PLACE ? Variable.of(limits, steps + 1, n) : null,
        cut && limit == TimeLimit.BOOTSTRAP ? Variable.of(beyond, steps, n) : null);
  }
}
