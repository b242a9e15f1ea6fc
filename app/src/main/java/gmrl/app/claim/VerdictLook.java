package gmrl.app.claim;

import gmrl.experiment.claim.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a verdict is shown: by a sign and by a colour, so that neither is alone. */
final class VerdictLook {
  private VerdictLook() {}

  /** A sign; a ring where there is no verdict yet. */
  static String sign(Optional<Verdict> verdict) {
    return verdict
        .map(
            v ->
                switch (v) {
                  case SUPPORTED -> "✓";
                  case CONTRADICTED -> "✗";
                  case INCONCLUSIVE -> "?";
                })
        .orElse("○");
  }

  /** Leaves the style class of a verdict, and those of the others not. */
  static void wear(List<String> styles, Optional<Verdict> verdict) {
    for (Verdict each : Verdict.values()) {
      styles.remove(style(each));
    }
    verdict.ifPresent(v -> styles.add(style(v)));
  }

  private static String style(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
