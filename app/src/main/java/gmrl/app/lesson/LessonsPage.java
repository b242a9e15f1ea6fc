package gmrl.app.lesson;

import gmrl.app.ui.PageParts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** The list of lessons. */
final class LessonsPage extends ScrollPane {
  private final Map<LessonFile.Entry, Label> progress = new HashMap<>();
  private final TilePane own = new TilePane();
  private final Label ownTitle = new Label("Opened from files");

  /**
   * A list.
   *
   * @param choose begins a lesson, or goes on with it
   * @param open asks for a file
   */
  LessonsPage(List<LessonFile.Entry> lessons, Consumer<LessonFile.Entry> choose, Runnable open) {
    getStyleClass().addAll("lesson-scroll", "edge-to-edge");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    Label title = new Label("Lessons");
    title.getStyleClass().add("lesson-title");
    Label how =
        PageParts.remark(
            "Each takes ten to fifteen minutes: read, predict, reveal, turn the sliders. What"
                + " stands on the board is left alone.");
    TilePane cards = new TilePane();
    cards.getStyleClass().add("lesson-cards");
    for (int i = 0; i < lessons.size(); i++) {
      LessonFile.Entry lesson = lessons.get(i);
      Label minutes = new Label(lesson.minutes() + " minutes");
      progress.put(lesson, minutes);
      cards
          .getChildren()
          .add(
              card(
                  "Lesson " + (i + 1) + ": " + lesson.title(),
                  (i + 1) + "  " + lesson.title(),
                  lesson.about(),
                  minutes,
                  () -> choose.accept(lesson)));
    }
    own.getStyleClass().add("lesson-cards");
    ownTitle.getStyleClass().add("lesson-card-title");
    showOwn(false);
    Button file = new Button("_Open a lesson from a file…");
    file.getStyleClass().add("small");
    file.setOnAction(e -> open.run());
    VBox body = new VBox(title, how, cards, ownTitle, own, new HBox(file));
    body.getStyleClass().add("lesson-list");
    setContent(body);
  }

  /** Says how far somebody is with a lesson. */
  void tell(LessonFile.Entry lesson, AnswerBook.Progress now) {
    Label words = progress.get(lesson);
    if (words != null) {
      words.setText(words(lesson.minutes(), now));
    }
  }

  /** Shows a lesson that was opened from a file. */
  void addOwn(Lesson lesson, String file, AnswerBook.Progress now, Runnable show) {
    Label far = new Label(file + " · " + words(lesson.minutes(), now));
    own.getChildren()
        .add(card("Lesson: " + lesson.title(), lesson.title(), lesson.about(), far, show));
    showOwn(true);
  }

  private static String words(int minutes, AnswerBook.Progress now) {
    return minutes + " minutes" + (now.answered() == 0 ? "" : " · " + now);
  }

  private void showOwn(boolean now) {
    for (Node node : List.of(ownTitle, own)) {
      PageParts.show(node, now);
    }
  }

  private static Button card(
      String spoken, String name, String what, Label minutes, Runnable choose) {
    Label title = new Label(name);
    title.getStyleClass().add("lesson-card-title");
    Label about = new Label(what);
    minutes.getStyleClass().add("muted");
    for (Label label : List.of(title, about)) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      label.setMaxWidth(Double.MAX_VALUE);
    }
    Region gap = new Region();
    VBox.setVgrow(gap, javafx.scene.layout.Priority.ALWAYS);
    VBox words = new VBox(title, about, gap, minutes);
    words.getStyleClass().add("lesson-card-words");
    Button card = new Button();
    card.getStyleClass().add("lesson-card");
    card.setGraphic(new StackPane(words));
    card.setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
    card.setAccessibleText(spoken);
    card.setOnAction(e -> choose.run());
    return card;
  }
}
