package gmrl.experiment.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.RouteChoice;
import gmrl.mdp.Mdp;
import gmrl.mdp.TabularProblem;
import gmrl.meta.Randomness;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomnessTest {

  @Test
  void everyThingThatIsDrawnHasAGeneratorOfItsOwn() {
    Set<Long> first = new HashSet<>();
    int count = 0;
    for (long seed : new long[] {0, 1, 42, -7}) {
      for (int mdp = 0; mdp < 20; mdp++) {
        first.add(Randomness.ofMdp(seed, mdp).nextLong());
        first.add(Randomness.ofBound(seed, mdp).nextLong());
        count += 2;
        for (int trial = -1; trial < 50; trial++) {
          first.add(Randomness.ofTrial(seed, mdp, trial).nextLong());
          count++;
        }
      }
    }
    assertThat(first).hasSize(count);
    assertThat(Randomness.ofTrial(3, 4, 5).nextLong())
        .isEqualTo(Randomness.ofTrial(3, 4, 5).nextLong());
  }

  /** A run of one trial per MDP is that trial, drawn from the generator of that MDP. */
  @Test
  void aTrialOfAnExperimentIsDrawnForItsOwnMdp() {
    BiasSpec spec =
        BiasSpec.paper()
            .withSetup(
                s ->
                    s.withMdps(new MdpSource.Generated(4, 3, 0.5, 1, 3))
                        .withHorizon(5)
                        .withAlpha(1))
            .withTrials(1)
            .withRoute(RouteChoice.SAMPLED);
    BiasResult result;
    try (Workers workers = new Workers(1)) {
      result =
          new BiasExperiment(BiasStudy.of(spec))
              .run(workers, new CancellationToken(), (done, snapshot) -> {});
    }
    for (int mdp = 0; mdp < 3; mdp++) {
      double[] expected = trial(spec, mdp);
      double[] mean = result.curves().get(0).points().get(0).mdps().get(mdp).measures().mean();
      for (int i = 0; i < mean.length; i++) {
        assertThat(mean[i]).isCloseTo(expected[i], org.assertj.core.api.Assertions.within(1e-12));
      }
    }
  }

  private static double[] trial(BiasSpec spec, int index) {
    Mdp mdp = TabularProblems.mdp(spec.setup(), index, spec.seed());
    return trial(spec, TabularProblems.problem(spec.setup(), mdp), index);
  }

  private static <P> double[] trial(BiasSpec spec, TabularProblem<P> problem, int index) {
    double[] gradient = new double[problem.phiSize()];
    TabularProblems.estimate(
            spec.setup(), problem, TabularProblems.phi(spec.setup(), problem.mdp()))
        .estimate(Randomness.ofTrial(spec.seed(), index, 0), gradient);
    return gradient;
  }
}
