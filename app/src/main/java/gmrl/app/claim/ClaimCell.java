package gmrl.app.claim;

import gmrl.app.ui.PageParts;
import gmrl.experiment.claim.ClaimSpec;
import gmrl.experiment.claim.Verdict;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One claim of the list: its title, where it comes from, and its verdict. */
final class ClaimCell extends ListCell<ClaimSpec> {
  private static final double TEXT_WIDTH = 228;
  private static final double SIGN = 22;

  private final ClaimsViewModel model;
  private final Label title = new Label();
  private final Label below = new Label();
  private final Label sign = new Label();
  private final HBox box = new HBox(sign, new VBox(2, title, below));

  ClaimCell(ClaimsViewModel model) {
    this.model = model;
    title.getStyleClass().add("panel-title");
    PageParts.wrapped(title).setPrefWidth(TEXT_WIDTH);
    below.getStyleClass().add("claim-verdict");
    sign.getStyleClass().addAll("claim-verdict", "claim-sign");
    sign.setMinWidth(SIGN);
    sign.setMinHeight(USE_PREF_SIZE);
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
    below.setText(word.isEmpty() ? source : word + "  ·  " + source);
    Optional<Verdict> verdict = model.verdict(claim);
    sign.setText(VerdictLook.sign(verdict));
    VerdictLook.wear(sign, verdict);
    VerdictLook.wear(below, verdict);
    box.setAccessibleText(claim.title() + ", " + below.getText());
    setGraphic(box);
  }
}
