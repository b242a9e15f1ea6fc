package gmrl.app.ui;

import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * One adjustable number: what is shown, and what a slider, a text field or a reset do to it.
 *
 * <p>The value itself lives in the state; this holds a mirror of it ({@link #show}) and passes
 * wishes on.
 */
public final class ParameterViewModel {
  private final Parameter parameter;
  private final DoubleConsumer wish;
  private final Runnable taken;
  private final Runnable settled;
  private final boolean undoable;
  private final ReadOnlyDoubleWrapper value;
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  /**
   * A view-model that passes wishes on.
   *
   * @param parameter what is adjusted
   * @param wish receives a valid value a person chose; may refuse it by an IllegalArgumentException
   *     with a sentence
   * @param taken called when a gesture begins, so that it is one undo step however slow it is
   * @param settled called when a gesture ends, so that the next one is its own undo step
   */
  public ParameterViewModel(
      Parameter parameter, DoubleConsumer wish, Runnable taken, Runnable settled) {
    this(parameter, wish, taken, settled, true);
  }

  private ParameterViewModel(
      Parameter parameter,
      DoubleConsumer wish,
      Runnable taken,
      Runnable settled,
      boolean undoable) {
    this.parameter = parameter;
    this.wish = wish;
    this.taken = taken;
    this.settled = settled;
    this.undoable = undoable;
    value = new ReadOnlyDoubleWrapper(parameter.paper());
  }

  /** A view-model of what is no part of the window's state, and so not of its undo. */
  public ParameterViewModel(Parameter parameter, DoubleConsumer wish) {
    this(parameter, wish, () -> {}, () -> {}, false);
  }

  /** Whether the window undoes what is wished. */
  boolean isUndoable() {
    return undoable;
  }

  /** What is adjusted. */
  public Parameter parameter() {
    return parameter;
  }

  /** The value in the state. */
  public ReadOnlyDoubleProperty valueProperty() {
    return value.getReadOnlyProperty();
  }

  /** Why the last wish was refused, empty if it was not. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** Mirrors the state. */
  public void show(double present) {
    value.set(present);
    error.set("");
  }

  /** Takes a value that a control of its own range has found. */
  public void choose(double next) {
    error.set("");
    if (next != value.get()) {
      ask(next);
    }
  }

  /** Begins a slider gesture. */
  public void take() {
    taken.run();
  }

  /** Ends a slider gesture. */
  public void release() {
    settled.run();
  }

  /** Takes a typed value; what cannot be read is refused with a sentence. */
  public void type(String text) {
    double typed;
    try {
      typed = parameter.parse(text);
    } catch (IllegalArgumentException e) {
      error.set(String.valueOf(e.getMessage()));
      return;
    }
    settled.run();
    ask(typed);
    settled.run();
  }

  /** Goes back to the paper's default. */
  public void reset() {
    settled.run();
    ask(parameter.paper());
    settled.run();
  }

  private void ask(double next) {
    try {
      error.set("");
      wish.accept(next);
    } catch (IllegalArgumentException e) {
      error.set(String.valueOf(e.getMessage()));
    }
  }
}
