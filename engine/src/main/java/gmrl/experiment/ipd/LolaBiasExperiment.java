package gmrl.experiment.ipd;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.ipd.LolaBias;
import gmrl.ipd.LolaConfig;
import gmrl.ipd.LolaState;
import gmrl.meta.Measures;
import java.util.ArrayList;
import java.util.List;

/** Bias and noise of both agents' meta-gradients at a recorded state, agent 1's first. */
public final class LolaBiasExperiment implements Experiment<List<Measures>> {
  private final LolaConfig config;
  private final LolaState state;
  private final int trials;
  private final long seed;

  /** As the arguments of {@link LolaBias#at}. */
  public LolaBiasExperiment(LolaConfig config, LolaState state, int trials, long seed) {
    this.config = config;
    this.state = state;
    this.trials = trials;
    this.seed = seed;
  }

  @Override
  public long total() {
    return 2;
  }

  @Override
  public List<Measures> run(
      Workers workers, CancellationToken token, Snapshots<List<Measures>> snapshots) {
    List<Measures> both = new ArrayList<>();
    for (int agent = 0; agent < 2; agent++) {
      both.add(LolaBias.at(config, state, agent, trials, seed, token::isCancelled));
      token.check();
    }
    snapshots.publish(2, List.copyOf(both));
    return List.copyOf(both);
  }
}
