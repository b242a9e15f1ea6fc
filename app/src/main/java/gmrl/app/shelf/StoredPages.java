package gmrl.app.shelf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Pages that show what was stored, and whoever asks for them. Belongs to the interface thread. */
public final class StoredPages {
  private final List<Predicate<Path>> openers = new ArrayList<>();
  private BiConsumer<Path, Path> compare = (first, second) -> {};

  /**
   * Adds what shows things that were stored.
   *
   * @param opener shows what a file or folder holds and says whether it was for it; throws an
   *     IllegalArgumentException with a sentence where it cannot be read
   */
  public void addOpener(Predicate<Path> opener) {
    openers.add(opener);
  }

  /**
   * Shows what a file or folder holds, as it was stored.
   *
   * @return whether there is a page for it
   * @throws IllegalArgumentException in one sentence where it cannot be read
   */
  public boolean show(Path place) {
    return openers.stream().anyMatch(opener -> opener.test(place));
  }

  /** What puts two stored runs beside each other. */
  public void setOnCompare(BiConsumer<Path, Path> action) {
    compare = action;
  }

  /** Puts two stored runs beside each other. */
  public void compare(Path first, Path second) {
    compare.accept(first, second);
  }
}
