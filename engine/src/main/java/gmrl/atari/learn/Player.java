package gmrl.atari.learn;

import gmrl.atari.Environment;
import gmrl.atari.ObservationShape;
import gmrl.atari.StatefulRandom;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;

/** Plays one environment with what has been learnt, for watching. Used by one thread at a time. */
public final class Player {
  private final ActorCritic network;
  private final Parameters parameters;
  private final Environment environment;
  private final StatefulRandom random;
  private final float[] seen;
  private int action;
  private boolean begun;

  /**
   * @param environment begun anew at the first step; closed by the caller
   * @param random draws the actions
   */
  public Player(
      NetworkSpec spec, Parameters parameters, Environment environment, StatefulRandom random) {
    this.network = new ActorCritic(spec);
    network.check(parameters);
    this.parameters = parameters;
    this.environment = environment;
    this.random = random;
    this.seen = new float[environment.shape().size()];
  }

  /** One decision; after an end the next episode begins with it. */
  public void step() {
    if (!begun || environment.terminated() || environment.truncated()) {
      environment.reset();
      begun = true;
    }
    environment.observe(seen, 0);
    ObservationShape shape = environment.shape();
    try (Scope scope = Scope.open()) {
      Variable batch = Variable.of(seen, 1, shape.rows(), shape.columns(), shape.channels());
      // The policy never sees γ; the critic is not asked.
      Variable gamma = network.spec().conditioned() ? Variable.full(batch.type(), 1, 1) : null;
      float[] logs =
          network.apply(parameters.variables(), batch, gamma).logProbabilities().toFloats();
      action = Actor.sample(logs, environment.actions(), random)[0];
      scope.bytesInUse();
    }
    environment.step(action);
  }

  Environment environment() {
    return environment;
  }

  /** What the last decision was made on, a copy. */
  float[] seen() {
    return seen.clone();
  }

  /** The last decision. */
  int action() {
    return action;
  }
}
