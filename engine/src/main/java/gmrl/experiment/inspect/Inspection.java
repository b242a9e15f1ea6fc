package gmrl.experiment.inspect;

import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Mdp;
import java.util.List;

/**
 * What happened in one trial, inner step by inner step.
 *
 * @param setup the setup of the trial
 * @param mdp which MDP
 * @param trial which trial of it
 * @param world the MDP itself
 * @param stages one for each k = 0 … K
 */
public record Inspection(TabularSetup setup, int mdp, int trial, Mdp world, List<Stage> stages) {

  /** Freezes the list. */
  public Inspection {
    stages = List.copyOf(stages);
  }

  /**
   * The trial after k inner steps.
   *
   * @param step k
   * @param gradient the estimate ĝ that moves θ^k on [S·A]; empty at k = K, where nothing moves
   * @param exactGradient the exact inner gradient at the same θ̂^k [S·A]; empty at k = K
   * @param innerError ‖θ̂^k − θ^k‖, distance to the exact path
   * @param objective J_out(θ̂^k), exactly
   * @param exactObjective J_out(θ^k) on the exact path
   * @param metaGradient the estimate of the meta-gradient, had the inner loop stopped here [S·A]
   * @param exactMetaGradient the exact one [S·A]
   * @param shares what each slot contributes to the squared error of that meta-gradient
   * @param footprint where all this happens, in the plane of the exact path
   * @param policy π at θ̂^k [S·A]
   * @param visits discounted visits of each state under it, as shares that sum to 1 [S]
   */
  @SuppressWarnings("ArrayRecordComponent") // cloned at the door; compared by nobody
  public record Stage(
      int step,
      double[] gradient,
      double[] exactGradient,
      double innerError,
      double objective,
      double exactObjective,
      double[] metaGradient,
      double[] exactMetaGradient,
      Shares shares,
      Footprint footprint,
      double[] policy,
      double[] visits) {

    /** Clones the arrays. */
    public Stage {
      gradient = gradient.clone();
      exactGradient = exactGradient.clone();
      metaGradient = metaGradient.clone();
      exactMetaGradient = exactMetaGradient.clone();
      policy = policy.clone();
      visits = visits.clone();
    }

    @Override
    public double[] policy() {
      return policy.clone();
    }

    @Override
    public double[] visits() {
      return visits.clone();
    }

    @Override
    public double[] gradient() {
      return gradient.clone();
    }

    @Override
    public double[] exactGradient() {
      return exactGradient.clone();
    }

    @Override
    public double[] metaGradient() {
      return metaGradient.clone();
    }

    @Override
    public double[] exactMetaGradient() {
      return exactMetaGradient.clone();
    }

    /** ‖ĝ − g‖ / ‖g‖ of the meta-gradient; NaN where g = 0. */
    public double relativeError() {
      return distance(metaGradient, exactMetaGradient) / length(exactMetaGradient);
    }

    /** Cosine of the moving gradient with the exact one; NaN at k = K or where either is zero. */
    public double cosine() {
      return cosine(gradient, exactGradient);
    }

    /** Cosine of the meta-gradient with the exact one; NaN where either is zero. */
    public double metaCosine() {
      return cosine(metaGradient, exactMetaGradient);
    }

    private static double cosine(double[] a, double[] b) {
      double dot = 0;
      for (int i = 0; i < a.length; i++) {
        dot += a[i] * b[i];
      }
      return dot / (length(a) * length(b));
    }
  }

  /**
   * Places in the plane of the exact path.
   *
   * @param sampled θ̂^k
   * @param exact θ^k
   * @param aimed where an exact step from θ̂^k would lead; θ̂^k itself at k = K
   */
  public record Footprint(PathCloud.Place sampled, PathCloud.Place exact, PathCloud.Place aimed) {}

  /**
   * The squared error ‖ĝ − g‖² shared out among the slots: each slot's Shapley value e_s of the
   * error vector e, projected on e. The shares add up to the whole; one may be negative where a
   * slot's error happens to cancel another's.
   *
   * @param inner share of the inner slot, e_s·e
   * @param hessian share of the Hessian slot
   * @param outer share of the outer slot
   */
  public record Shares(double inner, double hessian, double outer) {
    /** ‖ĝ − g‖². */
    double total() {
      return inner + hessian + outer;
    }
  }

  static double length(double[] a) {
    return distance(a, new double[a.length]);
  }

  static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }
}
