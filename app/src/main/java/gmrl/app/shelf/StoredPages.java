package gmrl.app.shelf;

import gmrl.app.live.Laboratory;
import gmrl.app.live.Tasks;
import gmrl.app.ui.Words;
import gmrl.experiment.store.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What shows documents, and whoever asks for it. Documents are read one after another beside the
 * window, which lists each as a task. Belongs to the interface thread.
 */
public final class StoredPages {

  /** Shows documents of a kind. */
  @FunctionalInterface
  public interface Opener {
    /**
     * Reads a document; may wait for the disk.
     *
     * @return shows it, on the interface thread; empty if it is not of this kind
     * @throws IllegalArgumentException in one sentence where it is, and cannot be read
     */
    Optional<Runnable> read(Document document);
  }

  private final Laboratory lab;
  private final Arrivals arrivals;
  private final List<Opener> openers = new ArrayList<>();
  private Executor disk;
  private BiConsumer<Path, Path> compare = (first, second) -> {};

  StoredPages(Laboratory lab, Arrivals arrivals, Executor disk) {
    this.lab = lab;
    this.arrivals = arrivals;
    this.disk = disk;
  }

  /** What puts settings that were read into the window. */
  public Arrivals arrivals() {
    return arrivals;
  }

  /** What runs the reading from now on, one document after another. */
  public void readOn(Executor other) {
    disk = other;
  }

  /** Adds what shows documents of a kind; the first that knows one shows it. */
  public void addOpener(Opener opener) {
    openers.add(opener);
  }

  /** Shows what a file or folder holds as soon as it is read, or says why not. */
  public void open(Path place) {
    List<Opener> all = List.copyOf(openers);
    open(
        place,
        document ->
            all.stream()
                .map(opener -> opener.read(document))
                .flatMap(Optional::stream)
                .findFirst());
  }

  /** The same for what is of one kind, or a mistake. */
  public void open(Path place, Opener opener) {
    Reading reading = new Reading(place);
    disk.execute(() -> reading.run(opener));
  }

  /** One document on its way to the window. */
  private final class Reading {
    private final Path place;
    private final int asked;
    private final Tasks.Task task;
    private boolean cancelled;

    /** Who reads it now. */
    private @Nullable Thread reader;

    private Reading(Path place) {
      this.place = place;
      asked = arrivals.asked();
      task = lab.tasks().add("Reading " + place.getFileName(), "", this::cancel);
    }

    private void cancel() {
      breakOff();
      task.finished();
    }

    /** What is under way ends as soon as its reader hears of it; what it comes to nobody hears. */
    private synchronized void breakOff() {
      cancelled = true;
      if (reader != null) {
        reader.interrupt();
      }
    }

    private synchronized boolean begin() {
      reader = cancelled ? null : Thread.currentThread();
      return !cancelled;
    }

    /** The thread reads another document next. */
    private synchronized void leave() {
      reader = null;
      if (cancelled) {
        Thread.interrupted();
      }
    }

    private synchronized boolean isCancelled() {
      return cancelled;
    }

    private void run(Opener opener) {
      if (!begin()) {
        return;
      }
      Runnable outcome = () -> {};
      try {
        outcome = read(opener);
      } catch (IllegalArgumentException e) {
        outcome = () -> fail(e);
      } finally {
        leave();
        Runnable last = outcome;
        lab.ui().execute(() -> end(last));
      }
    }

    private Runnable read(Opener opener) {
      if (Files.isDirectory(place) && !StoredRun.isRun(place)) {
        throw new IllegalArgumentException(
            place + " holds no run of the laboratory: there is no run.json in it");
      }
      return opener
          .read(new Document(place, asked))
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      place + " is nothing that a page of this window shows"));
    }

    private void end(Runnable outcome) {
      if (isCancelled()) {
        return;
      }
      task.finished();
      try {
        outcome.run();
      } catch (IllegalArgumentException e) {
        fail(e);
      }
    }

    private void fail(IllegalArgumentException e) {
      lab.failures().error(Words.sentence(String.valueOf(e.getMessage())));
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
