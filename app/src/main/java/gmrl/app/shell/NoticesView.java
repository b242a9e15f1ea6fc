package gmrl.app.shell;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import gmrl.app.shell.NoticesViewModel.Level;
import gmrl.app.shell.NoticesViewModel.Notice;
import java.util.HashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Notices as cards in the upper right corner; they leave by themselves, errors later. */
final class NoticesView extends VBox {
  private final NoticesViewModel model;
  private final Map<Notice, Notification> cards = new HashMap<>();

  NoticesView(NoticesViewModel model) {
    this.model = model;
    getStyleClass().add("notices");
    setAlignment(Pos.TOP_RIGHT);
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
    Notification card = new Notification(notice.text());
    card.setAccessibleRole(AccessibleRole.TEXT);
    card.setAccessibleText(notice.text());
    card.getStyleClass().add(Styles.ELEVATED_2);
    card.getStyleClass()
        .add(
            switch (notice.level()) {
              case INFO -> Styles.ACCENT;
              case WARNING -> Styles.WARNING;
              case ERROR -> Styles.DANGER;
            });
    card.setMaxWidth(420);
    card.setMinHeight(USE_PREF_SIZE);
    card.setOnClose(e -> model.dismiss(notice));
    cards.put(notice, card);
    getChildren().add(card);
    PauseTransition stay =
        new PauseTransition(Duration.seconds(notice.level() == Level.INFO ? 5 : 14));
    stay.setOnFinished(e -> model.dismiss(notice));
    stay.play();
  }

  private void hide(Notice notice) {
    Notification card = cards.remove(notice);
    if (card != null) {
      getChildren().remove(card);
    }
  }
}
