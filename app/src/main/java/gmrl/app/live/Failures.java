package gmrl.app.live;

/** Hears of what goes wrong, in words for the person at the screen. */
@FunctionalInterface
public interface Failures {
  /** Something failed: one sentence. */
  void error(String sentence);

  /** A part of the window has stopped, and why. */
  default void stopped(String part, String why) {
    error(words(part, why));
  }

  /** That in words. */
  static String words(String part, String why) {
    return part + " stopped: " + why;
  }
}
