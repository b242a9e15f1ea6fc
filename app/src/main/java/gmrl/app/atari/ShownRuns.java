package gmrl.app.atari;

import gmrl.app.state.LabState;
import gmrl.app.state.StatePart;
import gmrl.atari.learn.Algorithm;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.RecordJson;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is looked at of the recorded runs.
 *
 * @param study title of a {@link Study}; empty, or one that is not there, for the usual one
 * @param hidden learners that are not drawn
 * @param diagnostic what is drawn beside the returns
 * @param singles whether every seed is drawn behind the means
 */
@RecordBuilder
public record ShownRuns(String study, Set<Algorithm> hidden, Diagnostic diagnostic, boolean singles)
    implements ShownRunsBuilder.With {
  /** The game of a first look. */
  static final String USUAL_GAME = "minatar:breakout";

  /** What a first start shows. */
  static final ShownRuns DEFAULT = new ShownRuns("", Set.of(), Diagnostic.ENTROPY, true);

  /** Its place in the state. */
  public static final StatePart<ShownRuns> PART =
      new StatePart<>(
          "learning",
          "Choices about learning on games",
          DEFAULT,
          new RecordJson(
              new JsonTypes().text(Algorithm.class, Algorithm::id, Algorithm::of).module()));

  /** Copies the set; it is written in the order of the learners. */
  public ShownRuns {
    Set<Algorithm> sorted = EnumSet.noneOf(Algorithm.class);
    sorted.addAll(hidden);
    hidden = Collections.unmodifiableSet(sorted);
  }

  /** What stands in a state. */
  static ShownRuns of(LabState state) {
    return PART.in(state);
  }

  /** The state with this choice in it. */
  LabState in(LabState state) {
    return state.with(PART, this);
  }

  /** The same with a learner drawn or not. */
  ShownRuns with(Algorithm algorithm, boolean shown) {
    Set<Algorithm> next = EnumSet.noneOf(Algorithm.class);
    next.addAll(hidden);
    if (shown) {
      next.remove(algorithm);
    } else {
      next.add(algorithm);
    }
    return withHidden(next);
  }
}
