package gmrl.app.shell;

import gmrl.experiment.file.PlainText;
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

  private final Executor ui;
  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private final ObservableList<Notice> readOnly = FXCollections.unmodifiableObservableList(notices);

  /** Notices that appear through the given executor of the interface thread. */
  public NoticesViewModel(Executor ui) {
    this.ui = ui;
  }

  /** What is shown now, oldest first; the same message is never shown twice at a time. */
  public ObservableList<Notice> notices() {
    return readOnly;
  }

  /** Shows a message. */
  public void tell(Level level, String text) {
    Notice notice = new Notice(level, PlainText.line(text, PlainText.SENTENCE));
    ui.execute(
        () -> {
          notices.remove(notice);
          notices.add(notice);
          if (notices.size() > MOST) {
            notices.remove(0);
          }
        });
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
  }
}
