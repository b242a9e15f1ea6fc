package gmrl.app.shell;

import gmrl.experiment.file.PlainText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
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
    Notice notice = new Notice(level, PlainText.line(text, PlainText.SENTENCE));
    ui.execute(
        () -> {
          notices.remove(notice);
          waiting.remove(notice);
          if (notices.size() < MOST || makeRoom()) {
            notices.add(notice);
          } else if (waiting.size() < MOST_WAITING) {
            waiting.add(notice);
          }
        });
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

  /** Takes a message away. */
  public void dismiss(Notice notice) {
    notices.remove(notice);
    while (notices.size() < MOST && !waiting.isEmpty()) {
      notices.add(waiting.remove());
    }
  }
}
