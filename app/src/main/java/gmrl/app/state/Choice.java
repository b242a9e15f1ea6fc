package gmrl.app.state;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a person has chosen at one place of the window's state: read, changed, watched. Belongs to
 * the interface thread.
 *
 * @param <P> an immutable value with value equality
 */
public final class Choice<P> {
  private final StateModel<LabState> state;
  private final StatePart<P> part;

  /** The choice at a place. */
  public Choice(StateModel<LabState> state, StatePart<P> part) {
    this.state = state;
    this.part = part;
  }

  /** As it is now. */
  public P get() {
    return part.in(state.get());
  }

  /**
   * Changes it while a control is moved: what follows closely is one step of undo.
   *
   * @param key names what is edited
   * @param change whatever it throws leaves everything as it was
   */
  public void edit(String key, UnaryOperator<P> change) {
    state.edit(part.key() + " " + key, s -> s.with(part, change.apply(part.in(s))));
  }

  /** Changes it at once: a step of undo of its own. */
  public void pick(String key, UnaryOperator<P> change) {
    state.seal();
    edit(key, change);
    state.seal();
  }

  /** The control was let go: the next edit is another step of undo. */
  public void seal() {
    state.seal();
  }

  /** Calls back with the present choice and every later one. */
  public void observe(Consumer<? super P> view) {
    state.observe(part::in, view);
  }
}
