package gmrl.atari.learn;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which learner. */
public enum Algorithm {
  /** Advantage actor-critic with fixed coefficients (Mnih et al. 2016). */
  A2C("a2c", false, false, Surrogate.PLAIN),

  /**
   * A2C with the network of the meta-learners and its γ held fixed: the fair control, since the
   * conditioned critic has a layer more than A2C's.
   */
  A2C_CONDITIONED("a2c-conditioned", true, false, Surrogate.PLAIN),

  /** Meta-gradient RL (Xu et al. 2018) through K updates, by plain automatic differentiation. */
  MGRL("mgrl", true, true, Surrogate.PLAIN),

  /** The same with low-variance curvature in the inner policy term. */
  MGRL_LVC("mgrl-lvc", true, true, Surrogate.LVC);

  private final String id;
  private final boolean conditioned;
  private final boolean meta;
  private final Surrogate surrogate;

  Algorithm(String id, boolean conditioned, boolean meta, Surrogate surrogate) {
    this.id = id;
    this.conditioned = conditioned;
    this.meta = meta;
    this.surrogate = surrogate;
  }

  /** The name used in files and on the command line. */
  public String id() {
    return id;
  }

  /** What plots and texts call it. */
  public String title() {
    return switch (this) {
      case A2C -> "A2C";
      case A2C_CONDITIONED -> "A2C conditioned";
      case MGRL -> "MGRL";
      case MGRL_LVC -> "MGRL-LVC";
    };
  }

  /** Whether the critic is conditioned on γ. */
  public boolean conditioned() {
    return conditioned;
  }

  /** Whether coefficients are learnt. */
  public boolean meta() {
    return meta;
  }

  /** What stands for log π in the inner policy term. */
  public Surrogate surrogate() {
    return surrogate;
  }

  /**
   * The algorithm of a name.
   *
   * @throws IllegalArgumentException naming all that exist
   */
  public static Algorithm of(String id) {
    return Arrays.stream(values())
        .filter(a -> a.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "algorithm is "
                        + id
                        + ", expected "
                        + Arrays.stream(values())
                            .map(Algorithm::id)
                            .collect(Collectors.joining(", "))));
  }
}
