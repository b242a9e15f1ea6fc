package gmrl.atari.learn;

import gmrl.LibraryApi;
import java.util.List;

/**
 * A run of a learner that was really made, for figures and for first impressions: its curve, and
 * all that is needed to make it again.
 *
 * @param game identifier of the game, such as {@code minatar:breakout}
 * @param label the environment in words: actions, stickiness, ramping
 * @param settings what the learner was told
 * @param network what its network looks like
 * @param seed of environments, parameters and actions
 * @param made when, how long and by which version
 * @param curve what happened; ends early if the run was interrupted
 */
public record RecordedRun(
    String game,
    String label,
    LearningSettings settings,
    NetworkSpec network,
    long seed,
    Making made,
    LearningCurve curve) {

  /** Decisions made. */
  public long steps() {
    List<LearningCurve.Point> points = curve.points();
    return points.isEmpty() ? 0 : points.get(points.size() - 1).steps();
  }

  /** Whether the run had all its steps; otherwise it was interrupted. */
  public boolean complete() {
    return steps() >= settings.numEnvSteps();
  }

  /** As JSON; numbers of the curve to five digits, null where there is none. */
  @LibraryApi
  public String json() {
    return RecordedRunFile.write(this);
  }

  /**
   * Reads what {@link #json} has written.
   *
   * @throws IllegalArgumentException in one sentence that names the place, if it is something else
   */
  public static RecordedRun read(String json) {
    return RecordedRunFile.read(json);
  }
}
