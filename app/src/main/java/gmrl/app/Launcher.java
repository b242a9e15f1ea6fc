package gmrl.app;

import java.util.Locale;
import java.util.logging.Logger;
import javafx.application.Application;

/**
 * Opens the window. Not itself an {@link Application}, so that JavaFX may come from the class path.
 */
public final class Launcher {
  private Launcher() {}

  /**
   * Opens the window and returns when it is closed.
   *
   * @param args experiment files to open, or none
   */
  public static void main(String[] args) {
    System.exit(open(args));
  }

  /**
   * Opens the window and returns when it is closed.
   *
   * @param files experiments to open instead of the last session, or none
   * @return exit code: 0, or 1 with one sentence on standard error where there is no display
   */
  public static int open(String... files) {
    if (lacksDisplay()) {
      System.err.println(
          "No display to open a window on (DISPLAY is not set); "
              + "run a headless command instead, such as: java -jar app/target/gmrl-lab.jar bias");
      return 1;
    }
    // JavaFX warns that it is not a module; on the class path it never is, by design.
    Logger toolkit = Logger.getLogger("javafx");
    toolkit.setFilter(
        entry ->
            !String.valueOf(entry.getMessage()).startsWith("Unsupported JavaFX configuration"));
    // Drawn by software, a panel's ground is filled faster than copied from a picture of it.
    prefer("prism.disableRegionCaching", "true");
    // Each of the board's plots is drawn anew in its own place, not all that lies between them.
    prefer("prism.dirtyregioncount", "15");
    // Java2D only measures type and paints figures: without a display of its own it starts sooner.
    prefer("java.awt.headless", "true");
    Opening.begin(files.length == 0);
    try {
      Application.launch(GmrlApp.class, files);
      return 0;
    } catch (UnsupportedOperationException e) {
      System.err.println(
          "The window could not open ("
              + e.getMessage()
              + "); run a headless command instead, such as: java -jar app/target/gmrl-lab.jar"
              + " bias");
      return 1;
    }
  }

  /** Sets a property of the system, unless somebody did on the command line. */
  private static void prefer(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static boolean lacksDisplay() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean x11 = os.contains("linux") || os.contains("bsd");
    String display = System.getenv("DISPLAY");
    return x11
        && (display == null || display.isBlank())
        && !"Monocle".equals(System.getProperty("glass.platform"));
  }
}
