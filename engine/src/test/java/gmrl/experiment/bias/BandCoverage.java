package gmrl.experiment.bias;

import gmrl.experiment.bias.BiasResult.Exact;
import gmrl.experiment.bias.BiasResult.Limits;
import gmrl.experiment.bias.BiasResult.MdpResult;
import gmrl.experiment.bias.BiasResult.PointResult;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.Table;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.TabularProblem;
import gmrl.meta.ControlledSums;
import gmrl.meta.Interval;
import gmrl.meta.MeanSlots;
import gmrl.meta.Measures;
import gmrl.meta.MetaGradient;
import gmrl.meta.PathControl;
import gmrl.meta.Randomness;
import gmrl.meta.TrialAccumulator;
import gmrl.meta.WholeControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How often the bands of a plot hold the truth: the same point estimated many times over, where the
 * truth is what all its trials together say by the sharpest route.
 */
final class BandCoverage {
  private static final int MDPS = 10;
  private static final long SEED = 42;
  private static final Limits UNUSED = new Limits(0, 0, 0);

  /**
   * What came out.
   *
   * @param squared share of the bands of bias² over trials that hold the mean of the truths
   * @param relative the same for the relative bias
   * @param single the same for bias² on single MDPs
   * @param sharper the same for bias² on single MDPs by corrected means
   * @param outside intervals that do not hold their own value
   */
  record Result(double squared, double relative, double single, double sharper, int outside) {}

  private BandCoverage() {}

  /** Prints the coverage of heavy-tailed points: replicates, then trials and α of each. */
  public static void main(String[] args) {
    int replicates = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    for (int trials : new int[] {20, 200}) {
      for (double alpha : new double[] {1, 4, 10}) {
        Result result = of(setup(alpha), trials, replicates);
        System.out.printf(
            Locale.ROOT,
            "%d trials, alpha %g: bias² %.3f, relative bias %.3f, bias² on one MDP %.3f, corrected"
                + " %.3f%n",
            trials,
            alpha,
            result.squared(),
            result.relative(),
            result.single(),
            result.sharper());
      }
    }
  }

  /** All slots {@code lvc:4}: products of small batches have heavy tails. */
  static TabularSetup setup(double alpha) {
    SlotSpec lvc = SlotSpec.parse("lvc:4");
    return TabularSetup.paper().withAlpha(alpha).withSlots(lvc, lvc, lvc);
  }

  static Result of(TabularSetup setup, int trials, int replicates) {
    List<Replicates> mdps = new ArrayList<>();
    for (int i = 0; i < MDPS; i++) {
      mdps.add(replicate(setup, problem(setup, i), i, trials, replicates));
    }
    double squared = mdps.stream().mapToDouble(Replicates::truth).average().orElseThrow();
    double relative =
        mdps.stream().mapToDouble(m -> Math.sqrt(m.truth()) / m.norm()).average().orElseThrow();
    int[] hits = new int[4];
    int outside = 0;
    for (int r = 0; r < replicates; r++) {
      List<MdpResult> results = new ArrayList<>();
      for (Replicates mdp : mdps) {
        Measures measures = mdp.measures().get(r);
        Exact exact = new Exact(0, Table.of("g", new double[][] {{0}}), 0);
        results.add(new MdpResult(exact, measures, UNUSED));
        hits[2] += measures.biasSquared().contains(mdp.truth()) ? 1 : 0;
        hits[3] += mdp.corrected().get(r).contains(mdp.truth()) ? 1 : 0;
        outside += measures.biasSquared().contains(measures.biasSquared().value()) ? 0 : 1;
      }
      PointResult point = new PointResult(setup, Optional.empty(), results);
      Interval band = BiasMeasure.BIAS_SQUARED.at(point, Spread.TRIALS);
      hits[0] += band.contains(squared) ? 1 : 0;
      hits[1] += BiasMeasure.RELATIVE_BIAS.at(point, Spread.TRIALS).contains(relative) ? 1 : 0;
    }
    double n = replicates;
    return new Result(hits[0] / n, hits[1] / n, hits[2] / n / MDPS, hits[3] / n / MDPS, outside);
  }

  private record Replicates(
      double truth, double norm, List<Measures> measures, List<Interval> corrected) {}

  private static TabularProblem<?> problem(TabularSetup setup, int index) {
    return TabularProblems.problem(setup, TabularProblems.mdp(setup, index, SEED));
  }

  private static <P> Replicates replicate(
      TabularSetup setup, TabularProblem<P> problem, int mdp, int trials, int replicates) {
    double[] phi = TabularProblems.phi(setup, problem.mdp());
    double[] exact = new double[phi.length];
    TabularProblems.exact(setup, problem, phi).estimate(new SplittableRandom(1), exact);
    MetaGradient<P> loop = TabularProblems.unrolled(setup, problem, phi);
    MeanSlots<P> means = TabularProblems.means(setup, problem);
    PathControl control =
        WholeControl.build(TabularProblems.unrolled(setup, problem, phi), means, () -> {});
    ControlledSums truth = new ControlledSums(exact, exact);
    List<Measures> measures = new ArrayList<>();
    List<Interval> corrected = new ArrayList<>();
    double[] trial = new double[phi.length];
    double[] mean = new double[phi.length];
    double[] correction = new double[phi.length];
    double[] scratch = new double[phi.length];
    long next = 0;
    for (int r = 0; r < replicates; r++) {
      TrialAccumulator sums = new TrialAccumulator(exact, 0);
      ControlledSums own = new ControlledSums(exact, exact);
      for (int i = 0; i < trials; i++) {
        loop.estimate(Randomness.ofTrial(SEED + 1, mdp, next++), trial);
        sums.add(trial, new double[0]);
        loop.meanAlongPath(means, mean);
        control.correction(loop, means, scratch, correction);
        truth.add(mean, correction);
        own.add(mean, correction);
      }
      measures.add(sums.measures());
      corrected.add(own.biasSquared());
    }
    double norm = 0;
    for (double x : exact) {
      norm += x * x;
    }
    return new Replicates(
        Math.max(0, truth.biasSquared().value()), Math.sqrt(norm), measures, corrected);
  }
}
