package gmrl.app.shell;

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

/** Messages to the person at the screen. {@link #tell} may be called from any thread. */
public final class NoticesViewModel {

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
   * @param text one or two sentences: what happened and what to do
   */
  public record Notice(Level level, String text) {}

  private static final int MOST = 4;

  /** Between what has stopped and why. */
  private static final String STOPPED = " stopped: ";

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

  /**
   * Shows a message. What several parts of the window have stopped for, each with "… stopped: …",
   * is one message that names them all.
   */
  public void tell(Level level, String text) {
    ui.execute(
        () -> {
          Notice notice = together(level, PlainText.line(text, PlainText.SENTENCE));
          notices.remove(notice);
          waiting.remove(notice);
          if (notices.size() < MOST || makeRoom()) {
            notices.add(notice);
          } else if (waiting.size() < MOST_WAITING) {
            waiting.add(notice);
          }
        });
  }

  private Notice together(Level level, String text) {
    int at = text.indexOf(STOPPED);
    if (at < 0) {
      return new Notice(level, text);
    }
    String reason = text.substring(at);
    List<Notice> same =
        Stream.concat(notices.stream(), waiting.stream())
            .filter(other -> other.level() == level && other.text().endsWith(reason))
            .filter(
                other -> other.text().indexOf(STOPPED) == other.text().length() - reason.length())
            .toList();
    Set<String> parts = new LinkedHashSet<>();
    for (Notice other : same) {
      String named = other.text().substring(0, other.text().length() - reason.length());
      parts.addAll(List.of(named.split(", ", -1)));
    }
    parts.add(text.substring(0, at));
    notices.removeAll(same);
    waiting.removeAll(same);
    return new Notice(level, String.join(", ", parts) + reason);
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
