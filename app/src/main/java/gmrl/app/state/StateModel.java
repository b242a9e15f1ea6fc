package gmrl.app.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * The one immutable state of the window and its undo history.
 *
 * <p>Edits that share a key and follow each other closely, or while a control is held, are one undo
 * step, so dragging a slider is undone at once. What is done beside the state, such as deleting a
 * kept run, takes its place in the same order. Belongs to the interface thread.
 *
 * @param <S> an immutable state with value equality
 */
public final class StateModel<S> {
  private static final int DEPTH = 200;
  private static final long COALESCE_NANOS = 800_000_000L;

  /** A step of the history: another state, or something done beside it. */
  private sealed interface Step<S> {
    /** The state that this step leads to. */
    record To<S>(S state) implements Step<S> {}

    /** What was done, or taken back. */
    record Beside<S>(Undoable what) implements Step<S> {}
  }

  private final ReadOnlyObjectWrapper<S> state;
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final Deque<Step<S>> past = new ArrayDeque<>();
  private final Deque<Step<S>> future = new ArrayDeque<>();
  private final LongSupplier nanos;
  private final List<Runnable> ahead = new ArrayList<>();
  private @Nullable String lastKey;
  private long lastEdit;
  private boolean held;

  /** A model that starts at {@code initial} with an empty history. */
  public StateModel(S initial) {
    this(initial, System::nanoTime);
  }

  /** As the other constructor, with the clock that decides which edits belong together. */
  public StateModel(S initial, LongSupplier nanos) {
    state = new ReadOnlyObjectWrapper<>(initial);
    this.nanos = nanos;
    state.addListener((o, old, now) -> ahead.forEach(Runnable::run));
  }

  /** The present state. */
  public ReadOnlyObjectProperty<S> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /**
   * Calls back on a new state before anybody else hears of it: who sets others to work does so
   * before the window draws anything, so that both go on beside each other.
   */
  public void observeAhead(Runnable asks) {
    ahead.add(asks);
  }

  /**
   * Calls back with a part of the state now, and whenever that part changes.
   *
   * @param part of the state, with value equality
   */
  public <P> void observe(Function<S, P> part, Consumer<? super P> view) {
    view.accept(part.apply(get()));
    state.addListener(telling(part, view));
  }

  private static <S, P> ChangeListener<S> telling(Function<S, P> part, Consumer<? super P> view) {
    return (o, old, now) -> {
      P next = part.apply(now);
      if (!next.equals(part.apply(old))) {
        view.accept(next);
      }
    };
  }

  /**
   * As {@link #observe}, for what may be closed before the window is: no longer than somebody holds
   * what is returned.
   *
   * @param part of the state, with value equality
   * @return to be held by whoever looks
   */
  public <P> Object observeWhileHeld(Function<S, P> part, Consumer<? super P> view) {
    view.accept(part.apply(get()));
    ChangeListener<S> listener = telling(part, view);
    state.addListener(new WeakChangeListener<>(listener));
    return listener;
  }

  /** The present state. */
  public S get() {
    return state.get();
  }

  /** Whether {@link #undo} would do something. */
  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  /** Whether {@link #redo} would do something. */
  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /**
   * Replaces the state by an edited one.
   *
   * @param key names what is edited; edits with one key in quick succession are one undo step
   * @param change old state to new state; whatever it throws leaves everything as it was
   */
  public void edit(String key, UnaryOperator<S> change) {
    S before = state.get();
    S after = change.apply(before);
    if (after.equals(before)) {
      return;
    }
    step(key, new Step.To<>(before));
    publish(after);
  }

  /** Remembers a step, unless it goes on with the last one; true if it does not. */
  private boolean step(String key, Step<S> step) {
    long now = nanos.getAsLong();
    boolean late = !held && now - lastEdit > COALESCE_NANOS;
    boolean other = !key.equals(lastKey) || late || past.isEmpty();
    if (other) {
      remember(step);
    }
    lastKey = key;
    lastEdit = now;
    future.clear();
    return other;
  }

  private void remember(Step<S> step) {
    past.push(step);
    if (past.size() > DEPTH) {
      past.removeLast();
    }
  }

  /** Hears of what was done beside the state just now: it is the next to be undone. */
  public void did(Undoable what) {
    seal();
    remember(new Step.Beside<>(what));
    future.clear();
    tell();
  }

  /**
   * Hears of what is done beside the state little by little, such as typing.
   *
   * @param key names what is edited; edits with one key in quick succession are one undo step
   * @return whether this is a step of its own; else it is for the last one to take it back, too
   */
  public boolean did(String key, Undoable what) {
    boolean other = step(key, new Step.Beside<>(what));
    tell();
    return other;
  }

  /** Leaves out of the history what was taken back in another way, or has come to nothing. */
  public void forget(Undoable what) {
    Step<S> step = new Step.Beside<>(what);
    if (step.equals(past.peek())) {
      // Nothing goes on with what is gone; a control that is held stays so.
      lastKey = null;
    }
    past.remove(step);
    future.remove(step);
    tell();
  }

  /**
   * Replaces the state at once: a step of undo of its own.
   *
   * @param key names what is edited
   * @param change old state to new state; whatever it throws leaves everything as it was
   */
  public void pick(String key, UnaryOperator<S> change) {
    seal();
    try {
      edit(key, change);
    } finally {
      seal();
    }
  }

  /**
   * A control was taken in hand: until {@link #seal} edits with one key are one undo step, however
   * slowly they follow each other.
   */
  public void hold() {
    seal();
    held = true;
  }

  /** Ends the present undo step: the next edit starts a new one whatever its key. */
  public void seal() {
    lastKey = null;
    held = false;
  }

  /** Goes one step back, if there is one. */
  public void undo() {
    move(past, future, Undoable::undo);
  }

  /** Goes one step forward again, if there is one. */
  public void redo() {
    move(future, past, Undoable::redo);
  }

  private void move(Deque<Step<S>> from, Deque<Step<S>> to, Consumer<Undoable> beside) {
    if (from.isEmpty()) {
      return;
    }
    lastKey = null;
    Step<S> step = from.pop();
    if (step instanceof Step.To<S> other) {
      to.push(new Step.To<>(state.get()));
      publish(other.state());
    } else if (step instanceof Step.Beside<S> done) {
      to.push(step);
      tell();
      beside.accept(done.what());
    }
  }

  private void publish(S next) {
    tell();
    state.set(next);
  }

  private void tell() {
    canUndo.set(!past.isEmpty());
    canRedo.set(!future.isEmpty());
  }
}
