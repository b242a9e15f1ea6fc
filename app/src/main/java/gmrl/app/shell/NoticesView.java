package gmrl.app.shell;

import gmrl.app.shell.NoticesViewModel.Level;
import gmrl.app.shell.NoticesViewModel.Notice;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.PanelFrame;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Notices as cards, which leave by themselves, errors later. What was done is said in the lower
 * left corner, a short one on the status bar, where nothing is to be pressed; what went wrong has a
 * place of its own and covers nothing.
 */
final class NoticesView extends VBox {
  private static final double TEXT_WIDTH = 560;

  /** Who leaves a page later than this has read what was told there. */
  private static final Duration READ = Duration.seconds(3);

  private final NoticesViewModel model;
  private final Predicate<Level> mine;
  private final Duration time;
  private final Map<Notice, Card> cards = new HashMap<>();

  /** A notice on screen, and how long it is there. */
  private record Card(HBox box, PauseTransition stay) {}

  private NoticesView(NoticesViewModel model, Predicate<Level> mine, Duration time) {
    this.model = model;
    this.mine = mine;
    this.time = time;
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

  /** What was done, to lie over the window. */
  static NoticesView ofWhatWasDone(NoticesViewModel model) {
    return ofWhatWasDone(model, Duration.seconds(5));
  }

  /** The same with the time for which each of them stays. */
  static NoticesView ofWhatWasDone(NoticesViewModel model, Duration time) {
    return new NoticesView(model, level -> level == Level.INFO, time);
  }

  /** What went wrong, to stand below the pages. */
  static NoticesView ofWhatWentWrong(NoticesViewModel model) {
    NoticesView view = new NoticesView(model, level -> level != Level.INFO, Duration.seconds(14));
    view.getStyleClass().add("beside");
    PageParts.showWhile(view, Bindings.isNotEmpty(view.getChildren()));
    return view;
  }

  /** Takes away what was read on the page that is left. */
  void leavePage() {
    cards.entrySet().stream()
        .filter(card -> card.getValue().stay().getCurrentTime().greaterThan(READ))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(model::dismiss);
  }

  private void show(Notice notice) {
    if (!mine.test(notice.level())) {
      return;
    }
    Label text = PageParts.sentence(notice.text());
    text.setMaxWidth(TEXT_WIDTH);
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
    getChildren().add(card);
    PauseTransition stay = new PauseTransition(time);
    cards.put(notice, new Card(card, stay));
    stay.setOnFinished(e -> model.dismiss(notice));
    stay.play();
  }

  private void hide(Notice notice) {
    Card card = cards.remove(notice);
    if (card != null) {
      // Its time would end the same words said again.
      card.stay().stop();
      getChildren().remove(card.box());
    }
  }
}
