package gmrl.app.lesson;

import gmrl.app.bias.BiasChoice;
import gmrl.app.bias.BiasPlot;
import gmrl.app.state.LabState;
import gmrl.app.state.LabStateJson;
import gmrl.app.state.StateModel;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** A walk through one lesson; leaving it brings back what was on the controls before. */
public final class LessonViewModel {
  private final Lesson lesson;
  private final StateModel<LabState> state;
  private final LabStateJson files;
  private final LabState before;
  private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper revealed = new ReadOnlyBooleanWrapper();

  /**
   * Begins a lesson.
   *
   * @param files takes the specifications of its steps into the state
   */
  public LessonViewModel(Lesson lesson, StateModel<LabState> state, LabStateJson files) {
    this.lesson = lesson;
    this.files = files;
    this.state = state;
    before = state.get();
  }

  /** What is taught. */
  public Lesson lesson() {
    return lesson;
  }

  /** The present bookmark. */
  public Lesson.Step step() {
    return lesson.steps().get(index.get());
  }

  /** Its number, from 0. */
  public ReadOnlyIntegerProperty indexProperty() {
    return index.getReadOnlyProperty();
  }

  /** Whether its answer is shown. */
  public ReadOnlyBooleanProperty revealedProperty() {
    return revealed.getReadOnlyProperty();
  }

  /** Whether there is another bookmark after this one. */
  public boolean hasNext() {
    return index.get() + 1 < lesson.steps().size();
  }

  /** Sets the controls and shows the answer. */
  public void reveal() {
    Lesson.Step step = step();
    replace(
        "lesson",
        present -> {
          LabState next = files.take(step.spec(), present);
          BiasChoice choice = BiasChoice.of(next);
          boolean hessian = step.plot() == Lesson.Plot.HESSIAN;
          BiasPlot plot = hessian ? choice.hessian() : choice.compositional();
          BiasPlot shown = plot.withX(step.x()).withY(step.y());
          BiasPlot drawn = step.curves().map(shown::withCurves).orElse(shown);
          return (hessian ? choice.withHessian(drawn) : choice.withCompositional(drawn)).in(next);
        });
    revealed.set(true);
  }

  /** Goes to the next bookmark. */
  public void next() {
    go(index.get() + 1);
  }

  /** Goes to the bookmark before. */
  public void back() {
    go(index.get() - 1);
  }

  private void go(int to) {
    if (to >= 0 && to < lesson.steps().size()) {
      revealed.set(false);
      index.set(to);
    }
  }

  /** Brings back what was on the controls before the lesson. */
  public void leave() {
    replace("lesson", present -> before);
  }

  private void replace(String key, java.util.function.UnaryOperator<LabState> change) {
    state.seal();
    state.edit(key, change);
    state.seal();
  }
}
