package gmrl.atari.learn;

import gmrl.atari.Episode;
import gmrl.atari.ObservationShape;
import gmrl.atari.StatefulRandom;
import gmrl.atari.VectorEnvironment;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays a policy in a vector of environments and records what happens. */
final class Actor {
  private final ActorCritic network;
  private final VectorEnvironment environments;
  private final StatefulRandom random;
  private final float[] now;

  /** Begins with what the environments show now. */
  Actor(ActorCritic network, VectorEnvironment environments, StatefulRandom random) {
    this.network = network;
    this.environments = environments;
    this.random = random;
    this.now = new float[environments.size() * environments.shape().size()];
    environments.observe(now, 0);
  }

  /**
   * Plays some steps in every environment with actions drawn from the policy.
   *
   * @param p parameters
   * @param gamma the γ that a conditioned critic is told
   * @param finished the games that end are added
   */
  Segment play(
      List<Variable> p, @Nullable Variable gamma, int steps, List<? super Episode> finished) {
    int n = environments.size();
    int size = environments.shape().size();
    float[] observations = Arrays.copyOf(now, (steps + 1) * n * size);
    int[] actions = new int[steps * n];
    float[] rewards = new float[steps * n];
    boolean[] terminated = new boolean[steps * n];
    float[] values = new float[(steps + 1) * n];
    List<Segment.Cut> cuts = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      int[] chosen = choose(p, gamma, observations, t, actions, values);
      environments.step(chosen, observations, (t + 1) * n * size);
      for (int i = 0; i < n; i++) {
        int at = t * n + i;
        rewards[at] = (float) environments.reward(i);
        terminated[at] = environments.terminated(i);
        if (environments.truncated(i)) {
          float[] last = new float[size];
          environments.finalObservation(i, last, 0);
          cuts.add(new Segment.Cut(at, last));
        }
      }
      finished.addAll(environments.episodes());
    }
    System.arraycopy(observations, steps * n * size, now, 0, n * size);
    evaluate(p, gamma, values, steps);
    return new Segment(
        steps,
        n,
        environments.shape(),
        observations,
        actions,
        rewards,
        terminated,
        cuts,
        values,
        Segment.cutValues(network, p, gamma, cuts));
  }

  private int[] choose(
      List<Variable> p,
      @Nullable Variable gamma,
      float[] observations,
      int t,
      int[] actions,
      float[] values) {
    int n = environments.size();
    int size = environments.shape().size();
    try (Scope scope = Scope.open()) {
      ActorCritic.Output out =
          network.apply(
              p, batch(Arrays.copyOfRange(observations, t * n * size, (t + 1) * n * size)), gamma);
      int[] chosen = sample(out.logProbabilities().toFloats(), environments.actions(), random);
      System.arraycopy(chosen, 0, actions, t * n, n);
      System.arraycopy(out.values().toFloats(), 0, values, t * n, n);
      scope.bytesInUse();
      return chosen;
    }
  }

  private void evaluate(List<Variable> p, @Nullable Variable gamma, float[] values, int steps) {
    int n = environments.size();
    try (Scope scope = Scope.open()) {
      float[] last = network.apply(p, batch(now), gamma).values().toFloats();
      System.arraycopy(last, 0, values, steps * n, n);
      scope.bytesInUse();
    }
  }

  private Variable batch(float[] observations) {
    ObservationShape shape = environments.shape();
    return Variable.of(
        observations, environments.size(), shape.rows(), shape.columns(), shape.channels());
  }

  /**
   * One action a row, by inversion: one uniform number each.
   *
   * @param logs log π [n][actions]
   */
  static int[] sample(float[] logs, int actions, StatefulRandom random) {
    int[] chosen = new int[logs.length / actions];
    for (int i = 0; i < chosen.length; i++) {
      double left = random.nextDouble();
      int a = 0;
      while (a < actions - 1) {
        left -= Math.exp(logs[i * actions + a]);
        if (left < 0) {
          break;
        }
        a++;
      }
      chosen[i] = a;
    }
    return chosen;
  }
}
