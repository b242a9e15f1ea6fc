package gmrl.app.ui;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What some keys do in one place of the window.
 *
 * @param keys as they are called, such as "Page Down"
 * @param what they do, in a few words
 */
public record KeyHint(String keys, String what) {

  /** All of them in one sentence, for those who listen. */
  public static String sentence(List<KeyHint> hints) {
    return hints.stream()
        .map(hint -> hint.keys() + ": " + hint.what())
        .collect(Collectors.joining("; ", "", "."));
  }
}
