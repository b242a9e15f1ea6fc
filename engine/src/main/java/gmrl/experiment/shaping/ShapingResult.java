package gmrl.experiment.shaping;

import gmrl.ipd.shaping.Learner;
import gmrl.meta.MeanEstimate;
import gmrl.meta.Measures;
import java.nio.DoubleBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What the learners have done so far; immutable.
 *
 * @param runs one for each learner and seed, learner by learner
 */
public record ShapingResult(List<Run> runs) {

  /** Freezes the list. */
  public ShapingResult {
    runs = List.copyOf(runs);
  }

  /**
   * One learner from one seed.
   *
   * @param learner who meets itself
   * @param seed of everything random
   * @param estimate how the first direction agrees with the exact one; empty where it is exact
   * @param environmentSteps of one update
   * @param steps states from update 0 on; of a result that was read, those that were written
   */
  public record Run(
      Learner learner,
      long seed,
      Optional<Agreement> estimate,
      long environmentSteps,
      List<Step> steps) {

    /** Freezes the list. */
    public Run {
      steps = List.copyOf(steps);
    }

    /** ‖bias‖ of the first direction over its length; 0 where it is exact. */
    public double relativeBias() {
      return estimate.map(Agreement::relativeBias).orElse(0.0);
    }

    /** tr(Ĉov) of the first direction; 0 where it is exact. */
    public double variance() {
      return estimate.map(Agreement::variance).orElse(0.0);
    }

    /** Mean cosine of the first direction with the exact one; 1 where it is exact. */
    public double cosine() {
      return estimate.map(Agreement::cosine).orElse(1.0);
    }
  }

  /**
   * An estimated direction against the exact one, over trials; NaN where it is undefined.
   *
   * @param relativeBias ‖bias‖ over the length of the exact one
   * @param variance tr(Ĉov)
   * @param cosine mean cosine with the exact one
   */
  public record Agreement(double relativeBias, double variance, double cosine) {
    static Agreement of(Measures m) {
      return new Agreement(m.relativeBias().value(), m.variance(), m.cosine().mean());
    }

    double[] numbers() {
      return new double[] {relativeBias, variance, cosine};
    }
  }

  /**
   * Where both players stand.
   *
   * @param update updates done
   * @param return1 first player's value: (1 − γ) V where the game is repeated
   * @param return2 second player's value
   * @param slope ‖ξ‖ of the exact game: 0 at a fixed point
   * @param place1 where the first player stands in a phase portrait, see {@link ShapingGame#place}
   * @param place2 where the second stands
   */
  public record Step(
      int update, double return1, double return2, double slope, double place1, double place2) {
    /** Length of a state as a row of numbers. */
    static final int NUMBERS = 6;

    void put(DoubleBuffer out) {
      out.put(update).put(return1).put(return2).put(slope).put(place1).put(place2);
    }

    static Step get(DoubleBuffer in) {
      return new Step((int) in.get(), in.get(), in.get(), in.get(), in.get(), in.get());
    }
  }

  /** Index of the last state that every run has: of all states, the updates it has done. */
  public int updates() {
    return runs.stream().mapToInt(run -> run.steps().size()).min().orElse(1) - 1;
  }

  /** A number over the seeds of one learner. */
  public MeanEstimate over(Learner learner, ToDoubleFunction<Run> number) {
    return MeanEstimate.of(
        runs.stream().filter(run -> run.learner() == learner).mapToDouble(number).toArray());
  }
}
