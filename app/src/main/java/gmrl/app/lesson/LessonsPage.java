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
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The list of lessons. */
final class LessonsPage extends ScrollPane {
  private final Map<LessonFile.Entry, Label> progress = new HashMap<>();
  private final LessonCards own = new LessonCards();
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
    LessonCards cards = new LessonCards();
    for (int i = 0; i < lessons.size(); i++) {
      LessonFile.Entry lesson = lessons.get(i);
      Label minutes = new Label(lesson.minutes() + " minutes");
      progress.put(lesson, minutes);
      add(
          cards,
          "Lesson " + (i + 1) + ": " + lesson.title(),
          (i + 1) + "  " + lesson.title(),
          lesson.about(),
          minutes,
          () -> choose.accept(lesson));
    }
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
    add(own, "Lesson: " + lesson.title(), lesson.title(), lesson.about(), far, show);
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

  private static void add(
      LessonCards cards, String spoken, String name, String what, Label minutes, Runnable choose) {
    Label title = new Label(name);
    title.getStyleClass().add("lesson-card-title");
    Label about = new Label(what);
    minutes.getStyleClass().add("muted");
    for (Label label : List.of(title, about)) {
      PageParts.wrapped(label).setMaxWidth(Double.MAX_VALUE);
    }
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    VBox words = new VBox(title, about, gap, minutes);
    words.getStyleClass().add("lesson-card-words");
    Button card = new Button();
    card.getStyleClass().add("lesson-card");
    card.setAccessibleText(spoken);
    card.setOnAction(e -> choose.run());
    cards.add(card, words);
  }
}
