package gmrl.experiment.training;

import gmrl.experiment.tabular.Table;
import gmrl.meta.MeanEstimate;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/**
 * How far meta-training has come; also its final result.
 *
 * @param spec what is trained
 * @param points one for each update that every learner has made, update 0 first
 * @param learners the single learners, the exact one of each MDP before its estimated ones
 * @param environmentSteps steps of the environment that were sampled
 */
public record TrainingResult(
    TrainingSpec spec, List<Point> points, List<Learner> learners, long environmentSteps) {

  /** Freezes the lists. */
  public TrainingResult {
    points = List.copyOf(points);
    learners = List.copyOf(learners);
  }

  /**
   * All learners after the same number of updates. The objective is always J_out after exact
   * adaptation, so the curves differ by what was learned alone.
   *
   * @param update number of updates made
   * @param exact objective of the exact learners, over MDPs
   * @param estimated objective of the estimated learners, averaged over runs, over MDPs
   * @param shortfall exact minus estimated, paired by MDP: what the error of the estimate costs
   * @param cosine cosine of the gradient that led here with the exact one at the φ it was taken at
   */
  public record Point(
      int update,
      MeanEstimate exact,
      MeanEstimate estimated,
      MeanEstimate shortfall,
      MeanEstimate cosine) {

    /**
     * The means over learners.
     *
     * @param objective of a learner after this update; learners stand MDP by MDP, the exact one
     *     before the estimated ones
     */
    static Point of(
        TrainingSpec spec, int update, IntToDoubleFunction objective, MeanEstimate cosine) {
      int mdps = spec.setup().mdps().count();
      int perMdp = spec.runs() + 1;
      double[] exact = new double[mdps];
      double[] estimated = new double[mdps];
      double[] shortfall = new double[mdps];
      for (int mdp = 0; mdp < mdps; mdp++) {
        exact[mdp] = objective.applyAsDouble(mdp * perMdp);
        for (int run = 1; run < perMdp; run++) {
          estimated[mdp] += objective.applyAsDouble(mdp * perMdp + run) / spec.runs();
        }
        shortfall[mdp] = exact[mdp] - estimated[mdp];
      }
      return new Point(
          update,
          MeanEstimate.of(exact),
          MeanEstimate.of(estimated),
          MeanEstimate.of(shortfall),
          cosine);
    }
  }

  /**
   * One learner.
   *
   * @param mdp index of its MDP
   * @param run index among the estimated learners of its MDP; empty for the exact one
   * @param objectives J_out after exact adaptation, for each update made, update 0 first
   * @param phi φ after the last update [S][A]
   * @param stopped whether it stopped because it left the finite numbers
   */
  public record Learner(
      int mdp, OptionalInt run, List<Double> objectives, Table phi, boolean stopped) {

    /** Freezes the list. */
    public Learner {
      objectives = List.copyOf(objectives);
    }

    /** Whether it follows the exact meta-gradient. */
    public boolean isExact() {
      return run.isEmpty();
    }
  }
}
