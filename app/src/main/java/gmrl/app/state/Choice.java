package gmrl.app.state;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a person has chosen at one place of the window's state: read, changed, watched. Belongs to
 * the interface thread.
 *
 * @param <P> an immutable value with value equality
 */
public final class Choice<P> {
  private final StateModel<LabState> state;
  private final String place;
  private final Function<LabState, P> read;
  private final BiFunction<LabState, P, LabState> write;

  /** The choice at the place of a family. */
  public Choice(StateModel<LabState> state, StatePart<P> part) {
    this(state, part.key(), part::in, (s, value) -> s.with(part, value));
  }

  /**
   * The choice at any place.
   *
   * @param place names it among what is edited
   * @param read the choice that a state holds
   * @param write a state with another choice
   */
  public Choice(
      StateModel<LabState> state,
      String place,
      Function<LabState, P> read,
      BiFunction<LabState, P, LabState> write) {
    this.state = state;
    this.place = place;
    this.read = read;
    this.write = write;
  }

  /** As it is now. */
  public P get() {
    return read.apply(state.get());
  }

  /**
   * Changes it while a control is moved: what follows closely is one step of undo.
   *
   * @param key names what is edited
   * @param change whatever it throws leaves everything as it was
   */
  public void edit(String key, UnaryOperator<P> change) {
    state.edit(place + " " + key, whole(change));
  }

  /** Changes it at once: a step of undo of its own. */
  public void pick(String key, UnaryOperator<P> change) {
    state.pick(place + " " + key, whole(change));
  }

  private UnaryOperator<LabState> whole(UnaryOperator<P> change) {
    return s -> write.apply(s, change.apply(read.apply(s)));
  }

  /** A control was taken in hand: until it is let go all it changes is one step of undo. */
  public void hold() {
    state.hold();
  }

  /** The control was let go: the next edit is another step of undo. */
  public void seal() {
    state.seal();
  }

  /** Calls back with the present choice and every later one. */
  public void observe(Consumer<? super P> view) {
    state.observe(read, view);
  }
}
