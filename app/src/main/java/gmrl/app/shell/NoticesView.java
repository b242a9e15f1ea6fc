package gmrl.app.shell;

import gmrl.app.shell.NoticesViewModel.Level;
import gmrl.app.shell.NoticesViewModel.Notice;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PanelFrame;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Notices as cards in the lower left corner, a short one on the status bar, where nothing is to be
 * pressed; they leave by themselves, errors later.
 */
final class NoticesView extends VBox {
  private static final double TEXT_WIDTH = 560;

  private final NoticesViewModel model;
  private final Map<Notice, HBox> cards = new HashMap<>();

  NoticesView(NoticesViewModel model) {
    this.model = model;
    getStyleClass().add("notices");
    setAlignment(Pos.BOTTOM_LEFT);
    setPickOnBounds(false);
    model
        .notices()
        .addListener(
            (ListChangeListener<Notice>)
                change -> {
                  while (change.next()) {
                    change.getRemoved().forEach(this::hide);
                    change.getAddedSubList().forEach(this::show);
                  }
                });
    model.notices().forEach(this::show);
  }

  private void show(Notice notice) {
    Label text = new Label(notice.text());
    text.setWrapText(true);
    text.setMaxWidth(TEXT_WIDTH);
    text.setMinHeight(USE_PREF_SIZE);
    HBox card =
        new HBox(
            8,
            text,
            PanelFrame.toolButton(
                Icons.CLOSE, "Take this notice away", () -> model.dismiss(notice)));
    card.getStyleClass().addAll("notice", notice.level().name().toLowerCase(Locale.ROOT));
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    card.setAccessibleRole(AccessibleRole.TEXT);
    card.setAccessibleText(notice.text());
    cards.put(notice, card);
    getChildren().add(card);
    PauseTransition stay =
        new PauseTransition(Duration.seconds(notice.level() == Level.INFO ? 5 : 14));
    stay.setOnFinished(e -> model.dismiss(notice));
    stay.play();
  }

  private void hide(Notice notice) {
    HBox card = cards.remove(notice);
    if (card != null) {
      getChildren().remove(card);
    }
  }
}
