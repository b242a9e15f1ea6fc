package gmrl.app.control;

import gmrl.app.ui.Parameter;
import gmrl.app.ui.Parameter.Scale;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;

/** The numbers a person can turn, with their meanings; defaults come from the paper's setup. */
public final class Knobs {
  private static final TabularSetup PAPER = TabularSetup.paper();
  private static final MdpSource.Generated MDPS = MdpSource.Generated.paper();

  /** α. */
  public static final Parameter ALPHA =
      new Parameter(
          "α",
          "inner step size",
          "How far one inner step moves the policy: θ ← θ + α ∇J. Large steps amplify every error"
              + " of the inner gradient.",
          PAPER.alpha(),
          0.01,
          100,
          Scale.LOG);

  /** K. */
  public static final Parameter STEPS =
      new Parameter(
          "K",
          "inner steps",
          "How often the policy is adapted before it is judged. Errors compound from step to step.",
          PAPER.steps(),
          0,
          10,
          Scale.INTEGER);

  /** |τ|. */
  public static final Parameter SAMPLES =
      new Parameter(
          "|τ|",
          "sample size",
          "How many trajectories each estimate of a sampled slot is made from; also called the batch"
              + " size. More of them mean less noise, and less compositional bias.",
          SlotSpec.DEFAULT_SAMPLES,
          1,
          4096,
          Scale.COUNT);

  /** c. */
  public static final Parameter COEFFICIENT =
      new Parameter(
          "c",
          "error added to H",
          "An artificial error on top of the estimator’s own: every diagonal entry of the Hessian"
              + " slot’s H grows by 2 (c + 0.3 · noise · ε) / (S·A), so with 20 states and 5"
              + " actions by 0.02 c. At c = 0 nothing is added; what bias there is then is the"
              + " estimator’s.",
          PAPER.hessianError().coefficient(),
          -20,
          20,
          Scale.LINEAR);

  static final Parameter NOISE =
      new Parameter(
          "ε",
          "Hessian noise",
          "Scale of the random part of that error; the paper uses 1 whenever it uses a"
              + " coefficient.",
          PAPER.hessianError().noise(),
          0,
          20,
          Scale.LINEAR);
  static final Parameter STATES =
      new Parameter(
          "S", "states", "States of each random MDP.", MDPS.states(), 2, 100, Scale.INTEGER);
  static final Parameter ACTIONS =
      new Parameter("A", "actions", "Actions in each state.", MDPS.actions(), 2, 20, Scale.INTEGER);
  static final Parameter DENSITY =
      new Parameter(
          "δ",
          "transition density",
          "Concentration of the Dirichlet that draws each transition row: small values give nearly"
              + " deterministic moves, large ones spread over all states.",
          MDPS.density(),
          0.0001,
          10,
          Scale.LOG);
  static final Parameter SPREAD =
      new Parameter(
          "R",
          "reward spread",
          "Rewards are drawn uniformly between 0 and this.",
          MDPS.rewardSpread(),
          0,
          10,
          Scale.LINEAR);
  static final Parameter MDP_COUNT =
      new Parameter(
          "n",
          "number of MDPs",
          "Independent MDPs that every curve averages over.",
          MDPS.mdps(),
          1,
          100,
          Scale.COUNT);

  /** γ. */
  public static final Parameter GAMMA =
      new Parameter(
          "γ",
          "discount",
          "How much a reward one step later counts.",
          PAPER.gamma(),
          0,
          0.99,
          Scale.LINEAR);

  /** T. */
  public static final Parameter HORIZON =
      new Parameter(
          "T",
          "horizon",
          "Steps per sampled trajectory. How the return beyond depends on the policy is lost, with"
              + " a critic at the horizon and without: a bias of order γ^T in every estimator.",
          PAPER.horizon(),
          1,
          200,
          Scale.COUNT);

  /** Scale of the sampler's critic error. */
  public static final Parameter CRITIC_NOISE =
      new Parameter(
          "σ",
          "critic noise",
          "Error of the sampler’s value estimate, in units of ‖V‖/S; fresh for every batch. It adds"
              + " noise, not bias; an exact critic does not remove the bias of the horizon.",
          PAPER.criticNoise(),
          0,
          10,
          Scale.LINEAR);

  /** λ of loaded DiCE. */
  public static final Parameter LOADED_DISCOUNT =
      new Parameter(
          "λ",
          "kept dependency",
          "What loaded DiCE keeps in its second derivative of the influence of a step on a later"
              + " one, for each step between them: 0 is LVC, 1 all of it; bias against variance.",
          1,
          0,
          1,
          Scale.LINEAR);

  static final Parameter TRIALS =
      new Parameter(
          "M",
          "trials per point",
          "How often each point is estimated on each MDP. The curves appear after a few and keep"
              + " refining.",
          20,
          4,
          20_000,
          Scale.COUNT);
  static final Parameter LAMBDA =
      new Parameter(
          "λ",
          "advantage λ",
          "Generalised advantage estimate of the inner return of R + φ.",
          ProblemSpec.Lirpg.paper().gaeLambda(),
          0,
          1,
          Scale.LINEAR);

  private Knobs() {}
}
