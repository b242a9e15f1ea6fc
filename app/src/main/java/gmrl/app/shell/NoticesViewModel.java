package gmrl.app.shell;

import gmrl.app.live.Failures;
import gmrl.app.shelf.DiskWork;
import gmrl.app.ui.Words;
import gmrl.experiment.file.PlainText;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Messages to the person at the screen, from any thread. */
public final class NoticesViewModel implements Failures {

  /** How serious a notice is. */
  public enum Level {
    /** Something was done. */
    INFO,
    /** Something could not be done as asked. */
    WARNING,
    /** Something failed. */
    ERROR
  }

  /**
   * One message.
   *
   * @param level how serious
   * @param stopped the parts of the window that have stopped; mostly none
   * @param words one or two sentences: what happened and what to do; why, where parts have stopped
   */
  public record Notice(Level level, List<String> stopped, String words) {
    /** Freezes the list. */
    public Notice {
      stopped = List.copyOf(stopped);
    }

    /** What is read. */
    public String text() {
      return stopped.isEmpty() ? words : Failures.words(String.join(", ", stopped), words);
    }

    private boolean hasStoppedFor(String why) {
      return !stopped.isEmpty() && words.equals(why);
    }
  }

  private static final int MOST = 4;

  /** More than these would be news of yesterday when their turn comes. */
  private static final int MOST_WAITING = 12;

  private final Executor ui;
  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private final Deque<Notice> waiting = new ArrayDeque<>();
  private final ObservableList<Notice> readOnly = FXCollections.unmodifiableObservableList(notices);

  /** Notices that appear through the given executor of the interface thread. */
  public NoticesViewModel(Executor ui) {
    this.ui = ui;
  }

  /**
   * What is shown now, oldest first; the same message is never shown twice at a time, and what
   * finds no room waits for its turn.
   */
  public ObservableList<Notice> notices() {
    return readOnly;
  }

  /** Shows a message. */
  public void tell(Level level, String text) {
    ui.execute(() -> show(new Notice(level, List.of(), line(text))));
  }

  /** Shows that a part of the window has stopped; all that stop for one reason are one message. */
  @Override
  public void stopped(String part, String why) {
    ui.execute(() -> show(together(part, line(why))));
  }

  private static String line(String text) {
    return PlainText.line(text, PlainText.SENTENCE);
  }

  private Notice together(String part, String why) {
    List<Notice> same =
        Stream.concat(notices.stream(), waiting.stream())
            .filter(other -> other.hasStoppedFor(why))
            .toList();
    Set<String> parts = new LinkedHashSet<>();
    same.forEach(other -> parts.addAll(other.stopped()));
    parts.add(part);
    notices.removeAll(same);
    waiting.removeAll(same);
    return new Notice(Level.ERROR, List.copyOf(parts), why);
  }

  private void show(Notice notice) {
    notices.remove(notice);
    waiting.remove(notice);
    if (notices.size() < MOST || makeRoom()) {
      notices.add(notice);
    } else if (waiting.size() < MOST_WAITING) {
      waiting.add(notice);
    }
  }

  /** What was done may go at once; what went wrong stays until it was on screen for its time. */
  private boolean makeRoom() {
    return notices.stream()
        .filter(shown -> shown.level() == Level.INFO)
        .findFirst()
        .map(notices::remove)
        .orElse(false);
  }

  /** Shows that something was done. */
  public void info(String text) {
    tell(Level.INFO, text);
  }

  /** Shows that something could not be done as asked. */
  public void warn(String text) {
    tell(Level.WARNING, text);
  }

  /** Shows that something failed. */
  @Override
  public void error(String text) {
    tell(Level.ERROR, text);
  }

  /** Does something that may fail in one sentence, and shows the sentence if it does. */
  public void attempt(DiskWork.Work work) {
    attempt("", work);
  }

  /**
   * The same with words of what was not done.
   *
   * @param undone what stands before the reason
   */
  public void attempt(String undone, DiskWork.Work work) {
    try {
      work.run();
    } catch (IllegalArgumentException | IOException e) {
      error(Words.sentence(undone + e.getMessage()));
    }
  }

  /** Takes a message away. */
  public void dismiss(Notice notice) {
    notices.remove(notice);
    while (notices.size() < MOST && !waiting.isEmpty()) {
      notices.add(waiting.remove());
    }
  }
}
