package gmrl.app.shelf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Pages that show what was stored, and whoever asks for them. Belongs to the interface thread. */
public final class StoredPages {
  private static final long LARGEST = 32L << 20;

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

  /**
   * Insists on a document that can be read while somebody waits; a run's folder may hold more.
   *
   * @throws IllegalArgumentException with one sentence if it is larger or cannot be looked at
   */
  public static void requireModest(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s has %d MB, expected a document of at most %d MB",
                file,
                Files.size(file) >> 20,
                LARGEST >> 20));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
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
