package gmrl.app.lesson;

import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.SweepVariable;
import gmrl.mdp.Estimator;
import java.util.List;
import java.util.Optional;

/**
 * A walk through bookmarks.
 *
 * @param id stable identifier
 * @param title a few words
 * @param steps in order, at least one
 */
public record Lesson(String id, String title, List<Step> steps) {

  /** Copies the steps. */
  public Lesson {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("the lesson " + id + " has no steps, expected 1 or more");
    }
  }

  /** Which of the two bias plots a step looks at. */
  public enum Plot {
    /** Compositional bias, the first panel. */
    COMPOSITIONAL,
    /** Hessian bias, the second panel. */
    HESSIAN
  }

  /**
   * One bookmark.
   *
   * @param title a few words
   * @param text what to know beforehand
   * @param question what to predict
   * @param answer what is seen, and why
   * @param spec what is set on the controls when the answer is revealed
   * @param plot where to look
   * @param x swept variable of that plot
   * @param y measure of that plot
   * @param curves of that plot; its own where absent
   */
  public record Step(
      String title,
      String text,
      String question,
      String answer,
      BiasSpec spec,
      Plot plot,
      SweepVariable x,
      BiasMeasure y,
      Optional<List<Estimator>> curves) {}
}
