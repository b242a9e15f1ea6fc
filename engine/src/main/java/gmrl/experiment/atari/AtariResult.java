package gmrl.experiment.atari;

import gmrl.atari.learn.LearningCurve;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the runs of an {@link AtariSpec} have shown so far. Scores are returns of the sampling
 * policy while it learns, as the game counts them, before any clipping.
 *
 * @param spec what is run
 * @param runs one for each seed, in order
 */
public record AtariResult(AtariSpec spec, List<SeedRun> runs) {
  /** A final score is the mean over the games that ended in this last part of a run. */
  public static final double FINAL_SHARE = .1;

  /** Freezes the list. */
  public AtariResult {
    runs = List.copyOf(runs);
  }

  /**
   * One seed's run.
   *
   * @param curve a row for every stretch of steps
   * @param changes settings that were changed on the way
   * @param resumed where it was stopped and how it went on, a sentence each
   */
  public record SeedRun(
      long seed, LearningCurve curve, List<Change> changes, List<String> resumed) {
    /** Freezes the lists. */
    public SeedRun {
      changes = List.copyOf(changes);
      resumed = List.copyOf(resumed);
    }

    /** Decisions that the curve covers. */
    public long steps() {
      List<LearningCurve.Point> points = curve.points();
      return points.isEmpty() ? 0 : points.get(points.size() - 1).steps();
    }

    /** Mean score of the last part of the run so far; NaN if no game ended in it. */
    public double finalScore() {
      return curve.scoreAfter(steps() - Math.round(steps() * FINAL_SHARE));
    }
  }

  /**
   * A change of settings in mid-run.
   *
   * @param steps from then on
   * @param what the settings that changed and their new values
   */
  public record Change(long steps, String what) {}

  /** A point of the mean curve. */
  public record Mean(long steps, MeanEstimate score) {}

  /** Steps of all seeds together. */
  public long steps() {
    return runs.stream().mapToLong(SeedRun::steps).sum();
  }

  /** Means over the seeds at every row that all of them have. */
  public List<Mean> means() {
    OptionalInt rows = runs.stream().mapToInt(run -> run.curve().points().size()).min();
    List<Mean> out = new ArrayList<>();
    for (int i = 0; i < rows.orElse(0); i++) {
      int row = i;
      double[] scores =
          runs.stream().mapToDouble(run -> run.curve().points().get(row).score()).toArray();
      out.add(new Mean(runs.get(0).curve().points().get(i).steps(), MeanEstimate.of(scores)));
    }
    return out;
  }

  /** Final scores, one for each seed that has one. */
  public double[] finalScores() {
    return runs.stream().mapToDouble(SeedRun::finalScore).filter(s -> !Double.isNaN(s)).toArray();
  }
}
