package gmrl.app.ui;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made when it is first asked for, once; for a single thread.
 *
 * @param <T> what is made
 */
public final class Lazily<T> implements Supplier<T> {
  private final Supplier<? extends T> maker;
  private @Nullable T made;

  /** Will be made by the given maker. */
  public Lazily(Supplier<? extends T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T present = made;
    if (present == null) {
      present = maker.get();
      made = present;
    }
    return present;
  }
}
