package gmrl.app.lesson;

import gmrl.experiment.file.JsonView;

/** Reads one kind of illustration from a lesson file. */
public interface Illustrator {

  /** The key in lesson files under which its specification stands. */
  String key();

  /** What may stand under {@code show}; the first is what stands there if nothing is said. */
  java.util.List<String> views();

  /**
   * Reads an illustration.
   *
   * @param spec what is computed
   * @param view one of {@link #views}
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  Illustration read(JsonView spec, String view);
}
