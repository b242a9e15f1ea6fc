package gmrl.app.headline;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The headline with its numbers set off, and the detail below it. */
public final class HeadlineView extends VBox {
  private final TextFlow sentence = new TextFlow();
  private final Label detail = new Label();

  /** A view of the headline. */
  public HeadlineView(HeadlineViewModel model) {
    getStyleClass().add("headline");
    sentence.getStyleClass().add("headline-text");
    sentence.setAccessibleRole(AccessibleRole.TEXT);
    sentence.setMinHeight(USE_PREF_SIZE);
    detail.getStyleClass().add("headline-detail");
    getChildren().addAll(sentence, detail);
    setMinHeight(USE_PREF_SIZE);
    model.headlineProperty().addListener((o, old, now) -> show(now));
    show(model.headlineProperty().get());
  }

  private void show(Headline headline) {
    sentence
        .getChildren()
        .setAll(
            headline.sentence().stream()
                .map(
                    span -> {
                      Text text = new Text(span.text());
                      text.getStyleClass().add(span.strong() ? "headline-strong" : "headline-word");
                      return text;
                    })
                .toList());
    sentence.setAccessibleText(headline.text());
    detail.setText(headline.detail());
  }
}
