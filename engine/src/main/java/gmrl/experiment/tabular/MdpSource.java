package gmrl.experiment.tabular;

import gmrl.experiment.Ranges;
import gmrl.mdp.Mdp;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.OptionalDouble;

/** Where the MDPs of an experiment come from. */
public sealed interface MdpSource {
  /** MDPs of a quick look. */
  int QUICK_MDPS = 3;

  /** S. */
  int states();

  /** A. */
  int actions();

  /** How many MDPs there are. */
  default int count() {
    return this instanceof Generated generated ? generated.mdps() : 1;
  }

  /** A source of few MDPs for a look in seconds. */
  default MdpSource quick() {
    return this instanceof Generated g
        ? new Generated(
            g.states(), g.actions(), g.density(), g.rewardSpread(), Math.min(QUICK_MDPS, g.mdps()))
        : this;
  }

  /**
   * Random MDPs, drawn from the experiment's seed: transition rows ~ Dirichlet(density), rewards
   * uniform in [0, rewardSpread], start state 0.
   *
   * @param states S, 1 or more
   * @param actions A, 1 or more
   * @param density Dirichlet concentration of a row, positive; small values give nearly
   *     deterministic dynamics
   * @param rewardSpread width of the interval of rewards, 0 or more
   * @param mdps how many, 1 or more
   */
  @RecordBuilder
  record Generated(int states, int actions, double density, double rewardSpread, int mdps)
      implements MdpSource, MdpSourceGeneratedBuilder.With {

    /** Checks the ranges. */
    public Generated {
      Ranges.atLeast("states", states, 1);
      Ranges.atLeast("actions", actions, 1);
      if (!(density > 0 && density < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("density is " + density + ", expected a value above 0");
      }
      Ranges.nonNegative("rewardSpread", rewardSpread);
      Ranges.range("mdps", mdps, 1, 100_000);
    }

    /** The paper's: 20 states, 5 actions, density 0.001, rewards in [0, 1], 10 MDPs. */
    public static Generated paper() {
      return new Generated(20, 5, 0.001, 1, 10);
    }
  }

  /**
   * One of the named teaching MDPs that come with the laboratory.
   *
   * @param id its identifier
   */
  record Teaching(String id) implements MdpSource {
    @Override
    public int states() {
      return TeachingMdp.mdp(id, OptionalDouble.empty()).states();
    }

    @Override
    public int actions() {
      return TeachingMdp.mdp(id, OptionalDouble.empty()).actions();
    }
  }

  /**
   * An MDP that was brought.
   *
   * @param name what it is called, for example its file name
   * @param mdp its contents
   */
  record Given(String name, Mdp mdp) implements MdpSource {
    @Override
    public int states() {
      return mdp.states();
    }

    @Override
    public int actions() {
      return mdp.actions();
    }
  }
}
