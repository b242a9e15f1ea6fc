package gmrl.app.claim;

import gmrl.experiment.claim.ClaimSpec;
import gmrl.experiment.claim.Verdict;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** One claim of the list: its title, where it comes from, and its verdict. */
final class ClaimCell extends ListCell<ClaimSpec> {
  private static final double TEXT_WIDTH = 250;

  private final ClaimsViewModel model;
  private final Label title = new Label();
  private final Label below = new Label();
  private final VBox box = new VBox(2, title, below);

  ClaimCell(ClaimsViewModel model) {
    this.model = model;
    title.getStyleClass().add("panel-title");
    title.setWrapText(true);
    title.setPrefWidth(TEXT_WIDTH);
    title.setMinHeight(USE_PREF_SIZE);
    below.getStyleClass().add("claim-verdict");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(ClaimSpec claim, boolean none) {
    super.updateItem(claim, none);
    if (none || claim == null) {
      setGraphic(null);
      return;
    }
    title.setText(claim.title());
    String word = model.word(claim);
    String source = claim.source().kind().word();
    below.setText(word.isEmpty() ? source : sign(claim) + word + "  ·  " + source);
    List<String> styles = below.getStyleClass();
    for (Verdict each : Verdict.values()) {
      styles.remove(style(each));
    }
    model.verdict(claim).ifPresent(verdict -> styles.add(style(verdict)));
    box.setAccessibleText(claim.title() + ", " + below.getText());
    setGraphic(box);
  }

  /** A sign, so that colour is not alone. */
  private String sign(ClaimSpec claim) {
    return model
        .verdict(claim)
        .map(
            verdict ->
                switch (verdict) {
                  case SUPPORTED -> "✓ ";
                  case CONTRADICTED -> "✗ ";
                  case INCONCLUSIVE -> "? ";
                })
        .orElse("");
  }

  private static String style(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
