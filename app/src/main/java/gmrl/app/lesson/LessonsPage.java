package gmrl.app.lesson;

import gmrl.app.ui.PageParts;
import java.util.List;
import java.util.function.Consumer;
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
      cards.getChildren().add(card(i + 1, lessons.get(i), choose));
    }
    Button file = new Button("_Open a lesson from a file…");
    file.getStyleClass().add("small");
    file.setOnAction(e -> open.run());
    VBox body = new VBox(title, how, cards, new HBox(file));
    body.getStyleClass().add("lesson-list");
    setContent(body);
  }

  private static Button card(
      int number, LessonFile.Entry lesson, Consumer<LessonFile.Entry> choose) {
    Label title = new Label(number + "  " + lesson.title());
    title.getStyleClass().add("lesson-card-title");
    Label about = new Label(lesson.about());
    Label minutes = new Label(lesson.minutes() + " minutes");
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
    card.setAccessibleText("Lesson " + number + ": " + lesson.title());
    card.setOnAction(e -> choose.accept(lesson));
    return card;
  }
}
