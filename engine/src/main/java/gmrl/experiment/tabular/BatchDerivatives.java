package gmrl.experiment.tabular;

import gmrl.mdp.BatchEstimate;
import gmrl.mdp.Estimator;
import gmrl.mdp.Mdp;
import gmrl.mdp.MixedProduct;
import gmrl.mdp.PolicyPoint;
import gmrl.mdp.ReturnEvaluation;
import gmrl.mdp.Tables;
import gmrl.mdp.TrajectoryBatch;
import java.util.Optional;

/**
 * The derivatives of one estimator on trajectories that were brought, at the policy that made them.
 *
 * <p>Without φ the surrogate is that of the return; with φ it is LIRPG's, on rewards R + φ with
 * generalised advantages.
 */
public final class BatchDerivatives {
  private final Mdp mdp;
  private final PolicyPoint point;
  private final BatchEstimate estimate;
  private final boolean shaped;
  private final MixedProduct mixed;

  /**
   * Reads a batch.
   *
   * @param batch trajectories; their rewards count as the extrinsic ones
   * @param theta logits of the policy to differentiate at [S][A]
   * @param estimator the surrogate
   * @param critic V̂[S]; the exact values at θ, of the shaped reward if there is φ, if absent
   * @param phi LIRPG's intrinsic reward [S][A], if it is LIRPG
   * @param lirpg its options, ignored without φ
   */
  public BatchDerivatives(
      TrajectoryBatch batch,
      Table theta,
      Estimator estimator,
      Optional<double[]> critic,
      Optional<Table> phi,
      ProblemSpec.Lirpg lirpg) {
    mdp = batch.mdp();
    point = new PolicyPoint(mdp);
    point.moveTo(theta.flat());
    double[] intrinsic = phi.map(Table::flat).orElseGet(() -> new double[mdp.cells()]);
    shaped = phi.isPresent();
    estimate = new BatchEstimate(mdp, estimator, shaped ? lirpg.gaeLambda() : 1);
    estimate.read(
        point, batch, critic.orElseGet(() -> exactCritic(mdp, point, intrinsic)), intrinsic);
    mixed = new MixedProduct(mdp.states(), lirpg.criticGradient());
  }

  private static double[] exactCritic(Mdp mdp, PolicyPoint point, double[] intrinsic) {
    double[] reward = mdp.cellRewards();
    for (int cell = 0; cell < reward.length; cell++) {
      reward[cell] += intrinsic[cell];
    }
    ReturnEvaluation evaluation = new ReturnEvaluation(point);
    evaluation.reset(reward);
    return evaluation.values();
  }

  /**
   * The surrogate's value; only that of {@code dice} estimates a return. LIRPG's {@code lvc} is Σ
   * γ^t Â_t r_t without the minus one, as in the reference, so it has a value there.
   */
  public double value() {
    if (shaped && estimate.estimator() == Estimator.LVC) {
      return estimate.weightSum();
    }
    return estimate.value();
  }

  /** ∇_θ [S][A]. */
  public Table gradient() {
    double[] gradient = new double[mdp.cells()];
    estimate.gradient(gradient);
    return table("gradient", gradient);
  }

  /** ∇²_θ v [S][A]. */
  public Table hessianVector(Table vector) {
    double[] product = new double[mdp.cells()];
    estimate.hessianVector(vector.flat(), product);
    return table("hessianVector", product);
  }

  /** ∇²_θ [S·A][S·A], rows and columns numbered s·A + a. */
  public double[][] hessian() {
    int cells = mdp.cells();
    double[][] hessian = new double[cells][cells];
    double[] unit = new double[cells];
    for (int column = 0; column < cells; column++) {
      unit[column] = 1;
      // Symmetric, so the column is the row.
      estimate.hessianVector(unit, hessian[column]);
      unit[column] = 0;
    }
    return hessian;
  }

  /**
   * (∇_φ∇_θ) v [S][A].
   *
   * @throws IllegalArgumentException without φ
   */
  public Table mixedVector(Table vector) {
    if (!shaped) {
      throw new IllegalArgumentException("there is no phi, expected it for a mixed product");
    }
    double[] product = new double[mdp.cells()];
    mixed.apply(estimate, point, vector.flat(), product);
    return table("mixedVector", product);
  }

  private Table table(String name, double[] flat) {
    return Table.of(name, Tables.unflatten(flat, mdp.states(), mdp.actions()));
  }
}
