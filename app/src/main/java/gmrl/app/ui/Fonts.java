package gmrl.app.ui;

import java.util.List;
import java.util.Set;
import javafx.scene.text.Font;

/** The typeface of the window: the first one here that the system has. */
public final class Fonts {
  private static final List<String> PREFERRED =
      List.of(
          "Inter",
          "Segoe UI",
          "SF Pro Text",
          "Helvetica Neue",
          "Noto Sans",
          "Source Sans 3",
          "Open Sans",
          "DejaVu Sans");

  private Fonts() {}

  /** A family with tabular figures and mathematical letters, or the system's own. */
  public static String family() {
    Set<String> present = Set.copyOf(Font.getFamilies());
    return PREFERRED.stream()
        .filter(present::contains)
        .findFirst()
        .orElse(Font.getDefault().getFamily());
  }
}
