package gmrl.experiment.bias;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.KnownTable;
import gmrl.experiment.TableReading;
import gmrl.experiment.Workers;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import gmrl.mdp.Mdp;
import gmrl.mdp.TabularProblem;
import gmrl.meta.MetaEstimator;
import gmrl.meta.PreAdaptationMetaGradient;
import gmrl.meta.Randomness;
import gmrl.meta.TrialAccumulator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What an estimate of the Hessian adds to a meta-gradient that is right without one (Vuorio et al.,
 * arXiv 2209.11303), for one inner step, K = 1.
 *
 * <p>What sampled adaptation is worth is differentiated by plain differentiation of the update that
 * was made, (I + α ∂ĝ)ᵀ u, and the sampling correction for how φ changes what is drawn. With (I + α
 * Ĥ)ᵀ u of an estimator of the return's Hessian in place of the former, what the correction says is
 * said twice. The correction is the same in both and is left out of both, so that its noise is not
 * there either; the mean of the difference is the bias that was added, and its square is estimated
 * without the noise of that mean. The critic is held fixed, as learners hold it.
 */
final class HessianEstimationStudy implements Experiment<KnownTable> {
  /** Its name. */
  static final String NAME = "hessian-estimation";

  private static final List<Estimator> ESTIMATORS = List.of(Estimator.LVC, Estimator.LOADED);
  private static final List<Integer> SAMPLES = List.of(8, 32, 128);
  private static final double ALPHA = 3;
  private static final double[] NO_INNER_ERRORS = {};

  private final long seed;
  private final int trials;

  HessianEstimationStudy(long seed, boolean small) {
    this.seed = seed;
    trials = small ? 200 : 1000;
  }

  private static TabularSetup setup(Estimator estimator, int samples) {
    SlotSpec slot = new SlotSpec.Sampled(estimator, samples);
    return TabularSetup.paper()
        .withAlpha(ALPHA)
        .withSteps(1)
        .withSlots(slot, slot, SlotSpec.exact());
  }

  @Override
  public long total() {
    return (long) SAMPLES.size() * TabularSetup.paper().mdps().count();
  }

  @Override
  public KnownTable run(Workers workers, CancellationToken token, Snapshots<KnownTable> snapshots) {
    CsvTable table = new CsvTable("estimator", "samples", "mdp", "addedBiasSquared");
    int mdps = TabularSetup.paper().mdps().count();
    for (int k = 0; k < SAMPLES.size(); k++) {
      int samples = SAMPLES.get(k);
      double[][] added = new double[mdps][];
      workers.forEach(mdps, token, mdp -> added[mdp] = measure(samples, mdp, token));
      for (int e = 0; e < ESTIMATORS.size(); e++) {
        for (int mdp = 0; mdp < mdps; mdp++) {
          table.row(ESTIMATORS.get(e).token(), samples, mdp, added[mdp][e]);
        }
      }
      snapshots.publish((k + 1L) * mdps, known(table));
    }
    return known(table);
  }

  private static KnownTable known(CsvTable table) {
    return new KnownTable(
        table,
        new TableReading(
            List.of("estimator"),
            Optional.empty(),
            "samples",
            Optional.of("mdp"),
            "MDP",
            List.of(),
            0,
            Optional.empty(),
            List.of(
                TableReading.Measure.of(
                    "addedBiasSquared", "added bias² / ‖g‖²", "addedBiasSquared"))));
  }

  private double[] measure(int samples, int mdp, CancellationToken token) {
    TabularSetup setup = setup(Estimator.MAML, samples);
    Mdp world = TabularProblems.mdp(setup, mdp, seed);
    return measure(samples, TabularProblems.problem(setup, world), mdp, token);
  }

  private <P> double[] measure(
      int samples, TabularProblem<P> problem, int mdp, CancellationToken token) {
    TabularSetup setup = setup(Estimator.MAML, samples);
    double[] phi = TabularProblems.phi(setup, problem.mdp());
    double[] exact = ExactSolution.solve(setup.withoutSampling(), problem).metaGradient;
    double length = 0;
    for (double x : exact) {
      length += x * x;
    }
    // Worth nothing beyond the baseline: plain differentiation without the correction.
    MetaEstimator plain =
        new PreAdaptationMetaGradient<>(
            problem,
            () -> problem.step(Estimator.MAML, samples),
            problem.exactOuter(),
            (point, random) -> 0,
            0,
            ALPHA,
            1,
            phi);
    double[] added = new double[ESTIMATORS.size()];
    double[] with = new double[exact.length];
    double[] without = new double[exact.length];
    for (int e = 0; e < added.length; e++) {
      MetaEstimator estimated =
          TabularProblems.estimate(setup(ESTIMATORS.get(e), samples), problem, phi);
      TrialAccumulator sums = new TrialAccumulator(new double[exact.length], 0);
      for (int trial = 0; trial < trials; trial++) {
        token.check();
        SplittableRandom random = Randomness.ofTrial(seed, mdp, trial);
        plain.estimate(random.split(), without);
        estimated.estimate(random.split(), with);
        for (int i = 0; i < with.length; i++) {
          with[i] -= without[i];
        }
        sums.add(with, NO_INNER_ERRORS);
      }
      added[e] = sums.measures().biasSquared().value() / length;
    }
    return added;
  }
}
