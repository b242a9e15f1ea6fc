package gmrl.app;

import gmrl.app.shell.NoticesViewModel;
import gmrl.app.state.Settings;
import gmrl.app.state.SettingsStore;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Settings as they change; sessions are written one after another, the last one last. */
final class Preferences {
  private static final long PATIENCE_SECONDS = 10;

  private final SettingsStore store;
  private final NoticesViewModel notices;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "gmrl-autosave");
            thread.setDaemon(true);
            return thread;
          });
  private Settings settings;
  private String kept = "";
  private volatile boolean complained;

  Preferences(SettingsStore store, Settings settings, NoticesViewModel notices) {
    this.store = store;
    this.settings = settings;
    this.notices = notices;
  }

  String folder() {
    return settings.folder().isEmpty() ? System.getProperty("user.home", "") : settings.folder();
  }

  void setFolder(String folder) {
    change(s -> s.withFolder(folder));
  }

  void setPage(String page) {
    // Written with the window's place when it closes: turning pages never waits for a disk.
    settings = settings.withPage(page);
  }

  void setDark(boolean dark) {
    change(s -> s.withDark(dark));
  }

  void place(Stage stage) {
    stage.setMinWidth(Settings.MIN_WIDTH);
    stage.setMinHeight(Settings.MIN_HEIGHT);
    if (settings.isPlaced()) {
      Rectangle2D wanted =
          new Rectangle2D(
              settings.x().orElseThrow(),
              settings.y().orElseThrow(),
              settings.width(),
              settings.height());
      Screen.getScreensForRectangle(wanted).stream()
          .findFirst()
          .map(Screen::getVisualBounds)
          .ifPresent(
              screen -> {
                Rectangle2D place = inside(wanted, screen);
                stage.setX(place.getMinX());
                stage.setY(place.getMinY());
                // The frame counts: a window kept by its content would lose a title bar each time.
                stage.setWidth(Math.min(place.getWidth(), screen.getWidth()));
                stage.setHeight(Math.min(place.getHeight(), screen.getHeight()));
              });
    }
    stage.setMaximized(settings.maximised());
  }

  /** A window moved as little as needed for all of it to be on a screen, its title bar first. */
  static Rectangle2D inside(Rectangle2D window, Rectangle2D screen) {
    double x = Math.min(window.getMinX(), screen.getMaxX() - window.getWidth());
    double y = Math.min(window.getMinY(), screen.getMaxY() - window.getHeight());
    return new Rectangle2D(
        Math.max(screen.getMinX(), x),
        Math.max(screen.getMinY(), y),
        window.getWidth(),
        window.getHeight());
  }

  /** Keeps window and session when the window closes; nothing is written after it. */
  void keep(Stage stage, String session) {
    String page = settings.page();
    change(
        s ->
            (stage.isMaximized()
                    ? s.withMaximised(true)
                    : s.withWindow(
                        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false))
                .withPage(page));
    writer.execute(
        () -> {
          try {
            store.saveSession(session);
            store.close();
          } catch (IOException e) {
            System.err.println("The session could not be kept: " + e.getMessage());
          }
        });
    writer.shutdown();
    try {
      if (!writer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("The session could not be kept: the disk does not answer.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes the session if it has changed, off the interface thread; complains once. */
  void keepSession(String session) {
    if (session.equals(kept) || writer.isShutdown()) {
      return;
    }
    kept = session;
    writer.execute(
        () -> {
          try {
            store.autosaveSession(session);
          } catch (IOException e) {
            if (!complained) {
              complained = true;
              notices.warn("The session cannot be kept: " + e.getMessage() + ".");
            }
          }
        });
  }

  private void change(UnaryOperator<Settings> change) {
    settings = change.apply(settings);
    try {
      store.change(change);
    } catch (IOException e) {
      notices.warn(
          "Settings could not be kept: " + e.getMessage() + ". Check the folder’s permissions.");
    }
    store.problems().forEach(notices::warn);
  }
}
