package gmrl.app;

import gmrl.app.shell.NoticesViewModel;
import gmrl.app.state.Settings;
import gmrl.app.state.SettingsStore;
import gmrl.app.ui.ColumnWidths;
import java.io.IOException;
import java.util.Map;
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

  /** Widths of tables' columns as they were, kept as they change. */
  ColumnWidths columns() {
    return new ColumnWidths(
        settings.columns(), (table, widths) -> change(s -> s.withColumns(table, widths)));
  }

  /**
   * Puts a window where it was, or on most of the main screen when it opens for the first time; on
   * a screen that has become smaller, all of it on what there is.
   *
   * @return the place
   */
  Rectangle2D place(Stage stage) {
    Rectangle2D main = Screen.getPrimary().getVisualBounds();
    if (!settings.isPlaced()) {
      limit(stage, main);
      Rectangle2D place = WindowPlace.first(main);
      put(stage, place);
      stage.setMaximized(WindowPlace.takesAll(settings, main));
      return place;
    }
    Rectangle2D wanted =
        new Rectangle2D(
            settings.x().orElseThrow(),
            settings.y().orElseThrow(),
            settings.width(),
            settings.height());
    Rectangle2D screen =
        Screen.getScreensForRectangle(wanted).stream()
            .findFirst()
            .map(Screen::getVisualBounds)
            .orElse(main);
    limit(stage, screen);
    Rectangle2D place = inside(wanted, screen);
    put(stage, place);
    stage.setMaximized(WindowPlace.takesAll(settings, screen));
    return place;
  }

  private static void limit(Stage stage, Rectangle2D screen) {
    stage.setMinWidth(Math.min(Settings.MIN_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(Settings.MIN_HEIGHT, screen.getHeight()));
  }

  private static void put(Stage stage, Rectangle2D place) {
    stage.setX(place.getMinX());
    stage.setY(place.getMinY());
    // The frame counts: a window kept by its content would lose a title bar each time.
    stage.setWidth(place.getWidth());
    stage.setHeight(place.getHeight());
  }

  /** A window moved, and made smaller, as little as needed for all of it to be on a screen. */
  static Rectangle2D inside(Rectangle2D window, Rectangle2D screen) {
    double width = Math.min(window.getWidth(), screen.getWidth());
    double height = Math.min(window.getHeight(), screen.getHeight());
    double x = Math.min(window.getMinX(), screen.getMaxX() - width);
    double y = Math.min(window.getMinY(), screen.getMaxY() - height);
    return new Rectangle2D(
        Math.max(screen.getMinX(), x), Math.max(screen.getMinY(), y), width, height);
  }

  /** Keeps window, tabs and session when the window closes; nothing is written after it. */
  void keep(Stage stage, Map<String, String> tabs, String session) {
    String page = settings.page();
    change(
        s ->
            (stage.isFullScreen()
                    ? s // the whole screen is nowhere to come back to
                    : stage.isMaximized()
                        ? s.withMaximised(true)
                        : s.withWindow(
                            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false))
                .withPage(page)
                .withTabs(tabs));
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
