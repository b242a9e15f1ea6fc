package gmrl.app.catalogue;

import gmrl.app.chart.ChartPoint;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Mdp;
import gmrl.mdp.TabularProblem;
import gmrl.theory.BiasBounds;
import gmrl.theory.BoundConstants;
import gmrl.theory.ConstantsProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Theoretical bounds on bias² along a sweep, with constants measured on the same MDPs. */
public final class BoundOverlay {

  /** Sampled inner paths along which constants are measured. */
  private static final int PATHS = 8;

  /** Trajectories of the batches that measure σ̂ where the study itself samples none. */
  private static final int PROBE_SAMPLES = 32;

  /** Stream of the generator apart from those of the trials. */
  private static final long STREAM = 0x62_6f_75_6e_64L;

  private BoundOverlay() {}

  /**
   * The bound of each curve, squared and averaged over the MDPs like the measured bias².
   *
   * <p>With a sampled inner slot it is the bound on the compositional bias, else the one on the
   * bias from the controlled Hessian error, whose norm is 2 |c| / (S·A).
   *
   * @param study curves that sweep one variable
   * @param workers threads to use
   * @param token stops the computation
   * @return one curve each; values beyond a double are left out
   */
  public static List<List<ChartPoint>> of(
      BiasStudy study, Workers workers, CancellationToken token) {
    List<List<ChartPoint>> curves = new ArrayList<>();
    for (BiasSpec spec : study.specs()) {
      List<TabularSetup> setups = spec.points();
      int mdps = spec.setup().mdps().count();
      double[][] squares = new double[setups.size()][mdps];
      workers.forEach(
          setups.size() * mdps,
          token,
          i -> squares[i / mdps][i % mdps] = bound(setups.get(i / mdps), i % mdps, spec.seed()));
      List<ChartPoint> curve = new ArrayList<>();
      for (int p = 0; p < setups.size(); p++) {
        double mean = 0;
        for (double square : squares[p]) {
          mean += square / mdps;
        }
        double x = spec.sweep().orElseThrow().values().get(p);
        if (Double.isFinite(mean)) {
          curve.add(ChartPoint.of(x, mean));
        }
      }
      curves.add(curve);
    }
    return curves;
  }

  private static double bound(TabularSetup setup, int index, long seed) {
    Mdp mdp = TabularProblems.mdp(setup, index, seed);
    return bound(
        setup,
        TabularProblems.problem(setup, mdp),
        mdp,
        new SplittableRandom(seed ^ STREAM + index));
  }

  private static <P> double bound(
      TabularSetup setup, TabularProblem<P> problem, Mdp mdp, SplittableRandom random) {
    ConstantsProbe<P> probe =
        new ConstantsProbe<>(
            problem,
            problem.exactInner(),
            problem.exactCurvature(),
            problem.exactOuter(),
            setup.alpha(),
            setup.steps(),
            TabularProblems.phi(setup, mdp),
            random.split());
    SlotSpec inner = setup.inner();
    BoundConstants constants =
        inner instanceof SlotSpec.Sampled s
            ? probe.measure(
                problem.inner(s.estimator(), s.samples()), s.samples(), PATHS, random.split())
            : probe.measure(problem.exactInner(), PROBE_SAMPLES, 1, random.split());
    BiasBounds bounds = new BiasBounds(constants, setup.alpha(), setup.steps());
    double log =
        inner instanceof SlotSpec.Sampled s
            ? bounds.compositional(s.samples()).log()
            : bounds.hessian(2 * Math.abs(setup.hessianError().coefficient()) / mdp.cells()).log();
    return Math.exp(2 * log);
  }
}
