package gmrl.app.shelf;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A run that somebody has kept and that is not there yet: it is being computed or being written. It
 * can be named meanwhile. Belongs to the interface thread.
 */
public final class Awaited {
  private final String title;
  private final Runnable cancel;
  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper stage =
      new ReadOnlyStringWrapper("is kept as soon as it is complete");
  private final ReadOnlyBooleanWrapper cancellable = new ReadOnlyBooleanWrapper(true);

  private Awaited(String title, Runnable cancel) {
    this.title = title;
    this.cancel = cancel;
  }

  /** One that is being written. */
  static Awaited written(String title) {
    Awaited one = new Awaited(title, () -> {});
    one.write();
    return one;
  }

  /**
   * One that is not complete.
   *
   * @param cancel waits for it no longer
   */
  static Awaited computed(String title, Runnable cancel) {
    return new Awaited(title, cancel);
  }

  /** Now it is complete. */
  void write() {
    stage.set("Keeping it …");
    cancellable.set(false);
  }

  /** What a person calls its family. */
  public String title() {
    return title;
  }

  /** What it is to be called; empty until somebody names it. */
  public StringProperty nameProperty() {
    return name;
  }

  /** How far it is. */
  public ReadOnlyStringProperty stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /** Whether it is still possible not to keep it: once it is there it can be deleted. */
  public ReadOnlyBooleanProperty cancellableProperty() {
    return cancellable.getReadOnlyProperty();
  }

  /** Waits for it no longer, if that is possible. */
  public void cancel() {
    if (cancellable.get()) {
      cancel.run();
    }
  }
}
