package gmrl.atari.ale;

import com.sun.jna.NativeLibrary;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.ale.ALEInterface;
import org.bytedeco.javacpp.Loader;

/** Whether the Arcade Learning Environment is there. */
public final class Ale {
  /** The third of the emulator's levels of what is worth a line. */
  private static final int ERRORS_ONLY = 2;

  private Ale() {}

  /** One sentence with what to do if it is not there; loads it otherwise. */
  public static Optional<String> missing() {
    return Holder.MISSING;
  }

  /** Asked once: a library that did not load does not load the second time. */
  private static final class Holder {
    static final Optional<String> MISSING = load();

    private static Optional<String> load() {
      try {
        quieten(Loader.load(ALEInterface.class));
        return Optional.empty();
      } catch (LinkageError e) {
        return Optional.of(
            sentence(System.getProperty("os.name", ""), System.getProperty("os.arch", "")));
      }
    }
  }

  /**
   * Keeps the emulator from writing several lines to standard error for every game it opens. The
   * bindings leave the switch out, so it is asked for by its C++ name; where a compiler gave it
   * another one the lines appear.
   */
  private static void quieten(String library) {
    try {
      NativeLibrary.getInstance(library)
          .getFunction("_ZN3ale6Logger7setModeENS0_4modeE")
          .invokeVoid(new Object[] {ERRORS_ONLY});
    } catch (UnsatisfiedLinkError e) {
      return; // The lines are harmless.
    }
  }

  static String sentence(String system, String processor) {
    boolean intel = processor.equals("amd64") || processor.equals("x86_64");
    String name = system.toLowerCase(Locale.ROOT);
    boolean known = name.contains("linux") || name.contains("windows") || name.contains("mac");
    if (!intel || !known) {
      return "Atari games need the Arcade Learning Environment, which has no build for "
          + system
          + " on "
          + processor
          + "; the miniature games work";
    }
    return "Atari games need the Arcade Learning Environment (GPL-2), which is an optional part:"
        + " build and start with mvn -Pale to add it; the miniature games work without";
  }
}
