package gmrl.app.shelf;

import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What is read beside the window on its way into it. What a person has set meanwhile was done later
 * and stays; one sentence says so. Belongs to the interface thread.
 */
public final class Arrivals {
  private final StateModel<LabState> state;
  private final Consumer<String> problems;

  /** How often something else than an arrival has changed the window. */
  private int changes;

  private boolean arriving;

  Arrivals(StateModel<LabState> state, Consumer<String> problems) {
    this.state = state;
    this.problems = problems;
    state.stateProperty().addListener((o, was, is) -> changes += arriving ? 0 : 1);
  }

  /** Now somebody asks for something; to be handed back when it arrives. */
  public int asked() {
    return changes;
  }

  /** What stands in the window. */
  LabState present() {
    return state.get();
  }

  /**
   * Puts what has arrived into the window, as one step of undo.
   *
   * @param asked when somebody asked for it
   * @param place where it was read
   * @param next the present state to the next; whatever it throws leaves everything as it was
   * @return whether it is there now
   */
  public boolean put(int asked, Path place, UnaryOperator<LabState> next) {
    if (changes != asked) {
      problems.accept(
          "The settings of "
              + place.getFileName()
              + " were not taken: you have changed some in the window since you asked for them."
              + " Open it again to have its own.");
      return false;
    }
    arriving = true;
    try {
      state.pick("open", next);
    } finally {
      arriving = false;
    }
    return true;
  }
}
