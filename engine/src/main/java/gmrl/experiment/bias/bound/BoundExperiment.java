package gmrl.experiment.bias.bound;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Mdp;
import gmrl.mdp.TabularProblem;
import gmrl.meta.Randomness;
import gmrl.theory.BiasBounds;
import gmrl.theory.BoundConstants;
import gmrl.theory.ConstantsProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Theoretical bounds on the bias² of a study, one curve each: estimates with constants measured
 * along a few paths on the same MDPs, and {@link ProvedBound} with constants that hold everywhere.
 *
 * <p>With a sampled inner slot it is the bound on the compositional bias, else the one on the bias
 * from the controlled Hessian error, whose norm is 2 |c| / (S·A). They are bounds on those biases
 * alone: {@link #speaksOf} says where there is no other. The units of progress are curves.
 */
public final class BoundExperiment implements Experiment<List<BoundCurve>> {
  /** Sampled inner paths along which constants are measured. */
  private static final int PATHS = 8;

  /** Trajectories of the batches that measure σ̂ where the study itself samples none. */
  private static final int PROBE_SAMPLES = 32;

  private final BiasStudy study;

  /** An experiment that has not run yet; it may run any number of times. */
  public BoundExperiment(BiasStudy study) {
    this.study = study;
  }

  /**
   * Whether theory bounds the whole bias of a specification: the loop is differentiated as a whole,
   * and its inner slot alone is sampled, or nothing is and the Hessian has a controlled error.
   */
  public static boolean speaksOf(BiasSpec spec) {
    TabularSetup setup = spec.setup();
    if (!(setup.method() instanceof MethodSpec.Unrolled)
        || setup.hessian().isSampled()
        || setup.outer().isSampled()
        || setup.reuse()) {
      return false;
    }
    boolean disturbed =
        !setup.hessianError().isNone()
            || spec.sweep().filter(s -> s.variable() == SweepVariable.HESSIAN_COEF).isPresent();
    return setup.inner().isSampled() != disturbed;
  }

  /** The curves of a study that theory speaks of; empty if there are none. */
  public static List<BiasStudy.Curve> bounded(BiasStudy study) {
    return study.curves().stream().filter(curve -> speaksOf(curve.spec())).toList();
  }

  @Override
  public long total() {
    return study.curves().size();
  }

  @Override
  public List<BoundCurve> run(
      Workers workers, CancellationToken token, Snapshots<List<BoundCurve>> snapshots) {
    List<BoundCurve> curves = new ArrayList<>();
    for (BiasStudy.Curve curve : study.curves()) {
      BiasSpec spec = curve.spec();
      List<TabularSetup> setups = spec.points();
      int mdps = spec.setup().mdps().count();
      double[][] squares = new double[setups.size()][mdps];
      double[][] proved = new double[setups.size()][mdps];
      workers.forEach(
          setups.size() * mdps,
          token,
          i -> {
            TabularSetup setup = setups.get(i / mdps);
            squares[i / mdps][i % mdps] = bound(setup, i % mdps, spec.seed());
            proved[i / mdps][i % mdps] = ProvedBound.of(setup, i % mdps, spec.seed());
          });
      BoundCurve.Kind kind =
          spec.setup().inner().isSampled()
              ? BoundCurve.Kind.COMPOSITIONAL
              : BoundCurve.Kind.HESSIAN;
      curves.add(BoundCurve.of(curve.label(), spec, kind, squares, proved));
      snapshots.publish(curves.size(), List.copyOf(curves));
    }
    return List.copyOf(curves);
  }

  private static double bound(TabularSetup setup, int index, long seed) {
    Mdp mdp = TabularProblems.mdp(setup, index, seed);
    return bound(setup, TabularProblems.problem(setup, mdp), mdp, Randomness.ofBound(seed, index));
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
            : bounds.hessian(hessianError(setup, mdp)).log();
    return Math.exp(2 * log);
  }

  /** Spectral norm of the controlled error diag(2 c / (S·A)). */
  static double hessianError(TabularSetup setup, Mdp mdp) {
    return 2 * Math.abs(setup.hessianError().coefficient()) / mdp.cells();
  }
}
