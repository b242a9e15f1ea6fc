package gmrl.app.claim;

import gmrl.experiment.claim.Verdict;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;

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

  /**
   * Gives a node the colour of a verdict and of no other. A state, and no class of style: a node
   * whose classes change while a list or a table is laid out is drawn once without any style.
   */
  static void wear(Node node, Optional<Verdict> verdict) {
    for (Verdict each : Verdict.values()) {
      node.pseudoClassStateChanged(
          PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)),
          verdict.equals(Optional.of(each)));
    }
  }
}
