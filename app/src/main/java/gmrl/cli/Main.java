package gmrl.cli;

import gmrl.app.Launcher;

/** Entry point of the jar: a window without arguments, a headless command with them. */
public final class Main {
  private Main() {}

  /**
   * Starts the laboratory.
   *
   * @param args empty to open the window, otherwise a headless command and its options
   */
  public static void main(String[] args) {
    System.exit(Launcher.open());
  }
}
