package gmrl.experiment.tabular;

import gmrl.mdp.LirpgProblem;
import gmrl.mdp.MamlProblem;
import gmrl.mdp.Mdp;
import gmrl.mdp.RandomMdp;
import gmrl.mdp.Sampling;
import gmrl.mdp.TabularProblem;
import gmrl.meta.CurvatureSlot;
import gmrl.meta.ImplicitMetaGradient;
import gmrl.meta.InnerSlot;
import gmrl.meta.MeanSlots;
import gmrl.meta.MetaEstimator;
import gmrl.meta.MetaGradient;
import gmrl.meta.OuterSlot;
import gmrl.meta.PerturbedCurvature;
import gmrl.meta.PreAdaptationMetaGradient;
import gmrl.meta.Randomness;
import gmrl.meta.ReturnSlot;
import gmrl.meta.ZeroOrderMetaGradient;
import java.util.Optional;
import java.util.OptionalDouble;

/** From a {@link TabularSetup} to the MDPs, problems and meta-gradients it speaks of. */
public final class TabularProblems {
  private TabularProblems() {}

  /**
   * One MDP of a setup.
   *
   * @param index 0 … count−1
   * @param seed of generated MDPs
   */
  public static Mdp mdp(TabularSetup setup, int index, long seed) {
    if (setup.mdps() instanceof MdpSource.Generated g) {
      return new RandomMdp(g.states(), g.actions(), g.density(), g.rewardSpread(), setup.gamma())
          .draw(Randomness.ofMdp(seed, index));
    }
    if (setup.mdps() instanceof MdpSource.Teaching teaching) {
      return TeachingMdp.mdp(teaching.id(), OptionalDouble.of(setup.gamma()));
    }
    return ((MdpSource.Given) setup.mdps()).mdp().withGamma(setup.gamma());
  }

  /**
   * The problem of a setup on one of its MDPs.
   *
   * @throws IllegalArgumentException if θ or φ does not fit the MDP
   */
  public static TabularProblem<?> problem(TabularSetup setup, Mdp mdp) {
    setup.theta().ifPresent(t -> t.requireSize("theta", mdp.states(), mdp.actions()));
    setup.phi().ifPresent(t -> t.requireSize("phi", mdp.states(), mdp.actions()));
    Sampling sampling =
        new Sampling(setup.horizon(), setup.criticNoise(), setup.loadedDiscount().orElse(1.0));
    if (setup.problem() instanceof ProblemSpec.Lirpg lirpg) {
      double[] theta = setup.theta().map(Table::flat).orElseGet(() -> new double[mdp.cells()]);
      return new LirpgProblem(mdp, sampling, lirpg.gaeLambda(), lirpg.criticGradient(), theta);
    }
    return new MamlProblem(mdp, sampling);
  }

  /** φ of a setup on an MDP, over cells [S·A]: zero where none is given. */
  public static double[] phi(TabularSetup setup, Mdp mdp) {
    return (setup.problem() instanceof ProblemSpec.Maml ? setup.theta() : setup.phi())
        .map(Table::flat)
        .orElseGet(() -> new double[mdp.cells()]);
  }

  /** The estimate a setup speaks of, for one thread. */
  public static <P> MetaEstimator estimate(
      TabularSetup setup, TabularProblem<P> problem, double[] phi) {
    MethodSpec method = setup.method();
    if (method instanceof MethodSpec.Implicit implicit) {
      return new ImplicitMetaGradient<>(
          problem,
          inner(setup, problem),
          curvature(setup, problem),
          outer(setup.outer(), problem),
          setup.alpha(),
          setup.steps(),
          phi,
          implicit.iterations());
    }
    if (method instanceof MethodSpec.EvolutionStrategies es) {
      return strategies(setup, problem, phi, es.pairs());
    }
    if (method instanceof MethodSpec.PersistentStrategies pes) {
      return strategies(setup, problem, phi, pes.pairs()).persistent();
    }
    if (method instanceof MethodSpec.PreAdaptation
        && setup.inner() instanceof SlotSpec.Sampled sampled) {
      return preAdaptation(setup, sampled, problem, phi);
    }
    return unrolled(setup, problem, phi);
  }

  private static <P> MetaEstimator preAdaptation(
      TabularSetup setup, SlotSpec.Sampled inner, TabularProblem<P> problem, double[] phi) {
    P start = problem.newPoint();
    double[] theta = new double[problem.thetaSize()];
    problem.initial(phi, theta);
    problem.moveTo(start, phi, theta);
    return new PreAdaptationMetaGradient<>(
        problem,
        () -> problem.step(inner.estimator(), inner.samples()),
        outer(setup.outer(), problem),
        value(setup.outer(), problem),
        problem.objective(start),
        setup.alpha(),
        setup.steps(),
        phi);
  }

  /**
   * The setup's slots differentiated through its inner steps: the last ones if its method is
   * truncation, with the outer objective of each if it is a mixture, else all of them.
   */
  public static <P> MetaGradient<P> unrolled(
      TabularSetup setup, TabularProblem<P> problem, double[] phi) {
    return shaped(setup, whole(setup, problem, phi));
  }

  /**
   * The same setup with every sampled slot that sees the right derivatives of the return to the
   * horizon, and without a controlled error.
   */
  public static TabularSetup rightCurvature(TabularSetup setup) {
    return setup
        .withHessianError(HessianError.NONE)
        .withLoadedDiscount(Optional.empty())
        .withSlots(setup.inner(), rightCurvature(setup.hessian()), setup.outer());
  }

  private static SlotSpec rightCurvature(SlotSpec slot) {
    return slot instanceof SlotSpec.Sampled s
        ? new SlotSpec.Sampled(s.estimator().unbiasedCurvature(), s.samples())
        : slot;
  }

  private static <P> MetaGradient<P> shaped(TabularSetup setup, MetaGradient<P> whole) {
    if (setup.method() instanceof MethodSpec.Mixture mixture) {
      return whole.mixed(mixture.keep());
    }
    return setup.method() instanceof MethodSpec.Truncated truncated
        ? whole.truncated(truncated.steps())
        : whole;
  }

  private static <P> MetaGradient<P> whole(
      TabularSetup setup, TabularProblem<P> problem, double[] phi) {
    return new MetaGradient<>(
        problem,
        inner(setup, problem),
        curvature(setup, problem),
        outer(setup.outer(), problem),
        setup.alpha(),
        setup.steps(),
        phi);
  }

  /** The same meta-gradient with every slot exact. */
  public static <P> MetaGradient<P> exact(
      TabularSetup setup, TabularProblem<P> problem, double[] phi) {
    return new MetaGradient<>(
        problem,
        problem.exactInner(),
        problem.exactCurvature(),
        problem.exactOuter(),
        setup.alpha(),
        setup.steps(),
        phi);
  }

  /** What the slots of a setup are on average; of reused inner batches only by their estimator. */
  public static <P> MeanSlots<P> means(TabularSetup setup, TabularProblem<P> problem) {
    CurvatureSlot<P> curvature =
        setup.hessian() instanceof SlotSpec.Sampled s
            ? problem.curvatureLimit(s.estimator())
            : problem.exactCurvature();
    double coefficient = setup.hessianError().coefficient();
    return new MeanSlots<>(
        setup.inner() instanceof SlotSpec.Sampled s
            ? problem.innerLimit(s.estimator())
            : problem.exactInner(),
        coefficient == 0
            ? curvature
            : new PerturbedCurvature<>(curvature, problem.thetaSize(), coefficient, 0),
        setup.outer() instanceof SlotSpec.Sampled s
            ? problem.outerLimit(s.estimator())
            : problem.exactOuter());
  }

  /** The unrolled meta-gradient with every slot at its mean: the estimate without its noise. */
  public static <P> MetaGradient<P> mean(
      TabularSetup setup, TabularProblem<P> problem, double[] phi) {
    MeanSlots<P> means = means(setup, problem);
    return shaped(
        setup,
        new MetaGradient<>(
            problem,
            means.inner(),
            means.curvature(),
            means.outer(),
            setup.alpha(),
            setup.steps(),
            phi));
  }

  private static <P> InnerSlot<P> inner(TabularSetup setup, TabularProblem<P> problem) {
    if (setup.inner() instanceof SlotSpec.Sampled s) {
      return setup.reweighting().isPresent()
          ? problem.reusingInner(setup.reweighting().get(), s.samples())
          : problem.inner(s.estimator(), s.samples());
    }
    return problem.exactInner();
  }

  private static <P> CurvatureSlot<P> curvature(TabularSetup setup, TabularProblem<P> problem) {
    CurvatureSlot<P> slot =
        setup.hessian() instanceof SlotSpec.Sampled s
            ? problem.curvature(s.estimator(), s.samples())
            : problem.exactCurvature();
    HessianError error = setup.hessianError();
    return error.isNone()
        ? slot
        : new PerturbedCurvature<>(slot, problem.thetaSize(), error.coefficient(), error.noise());
  }

  private static <P> ZeroOrderMetaGradient<P> strategies(
      TabularSetup setup, TabularProblem<P> problem, double[] phi, int pairs) {
    return ZeroOrderMetaGradient.evolutionStrategies(
        problem,
        inner(setup, problem),
        value(setup.outer(), problem),
        setup.alpha(),
        setup.steps(),
        phi,
        pairs,
        MethodSpec.EvolutionStrategies.SIGMA);
  }

  private static <P> OuterSlot<P> outer(SlotSpec slot, TabularProblem<P> problem) {
    return slot instanceof SlotSpec.Sampled s
        ? problem.outer(s.estimator(), s.samples())
        : problem.exactOuter();
  }

  private static <P> ReturnSlot<P> value(SlotSpec slot, TabularProblem<P> problem) {
    return slot instanceof SlotSpec.Sampled s
        ? problem.sampledReturn(s.samples())
        : (point, random) -> problem.objective(point);
  }
}
