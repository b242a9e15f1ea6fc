package gmrl.app.lesson;

import gmrl.experiment.Counted;
import java.util.List;

/** What a step asks before it reveals anything. */
public sealed interface Question {

  /** What is asked. */
  String text();

  /**
   * One of several answers.
   *
   * @param choices two or more, distinct
   * @param right index of the right one
   */
  record Choose(String text, List<String> choices, int right) implements Question {
    /** Copies the list and checks it. */
    public Choose {
      choices = List.copyOf(choices);
      if (choices.size() < 2 || choices.stream().distinct().count() < choices.size()) {
        throw new IllegalArgumentException(
            "choose has "
                + Counted.of(choices.size(), "answer")
                + ", expected two or more different ones");
      }
      if (right < 0 || right >= choices.size()) {
        throw new IllegalArgumentException(
            "right is " + (right + 1) + ", expected 1 to " + choices.size());
      }
    }
  }

  /**
   * A curve drawn into the empty plot.
   *
   * @param curve name of the curve that is predicted
   */
  record Draw(String text, String curve) implements Question {}

  /** A sentence or two of one's own. */
  record Write(String text) implements Question {}
}
