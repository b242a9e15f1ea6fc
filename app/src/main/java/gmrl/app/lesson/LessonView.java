package gmrl.app.lesson;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A lesson's text with its question; the answer appears when it is asked for. */
public final class LessonView extends VBox {
  private final LessonViewModel model;
  private final Label place = text("muted");
  private final Label title = text("lesson-title");
  private final Label body = text("lesson-text");
  private final Label question = text("lesson-question");
  private final Label answer = text("lesson-answer");
  private final Button reveal = new Button("_Reveal");
  private final Button back = new Button("_Back");
  private final Button next = new Button("Ne_xt");

  /**
   * A view of a lesson.
   *
   * @param look called with the panel to look at, whenever an answer is revealed
   * @param close ends the lesson
   */
  public LessonView(LessonViewModel model, java.util.function.IntConsumer look, Runnable close) {
    this.model = model;
    getStyleClass().add("lesson");
    Button leave = new Button("_Leave the lesson");
    leave.getStyleClass().addAll("small", "flat");
    leave.setOnAction(e -> close.run());
    reveal.getStyleClass().add("accent");
    reveal.setDefaultButton(true);
    reveal.setOnAction(
        e -> {
          model.reveal();
          look.accept(model.step().plot() == Lesson.Plot.HESSIAN ? 1 : 0);
        });
    back.setOnAction(e -> model.back());
    next.setOnAction(
        e -> {
          if (model.hasNext()) {
            model.next();
          } else {
            close.run();
          }
        });
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    HBox steps = new HBox(8, back, next);
    steps.setAlignment(Pos.CENTER_LEFT);
    Label name = text("section-title");
    name.setText(model.lesson().title());
    getChildren().addAll(name, place, title, body, question, reveal, answer, steps, gap, leave);
    model.indexProperty().addListener((o, was, is) -> show());
    model.revealedProperty().addListener((o, was, is) -> show());
    show();
  }

  private static Label text(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private void show() {
    Lesson.Step step = model.step();
    boolean revealed = model.revealedProperty().get();
    int count = model.lesson().steps().size();
    place.setText("Step " + (model.indexProperty().get() + 1) + " of " + count);
    title.setText(step.title());
    body.setText(step.text());
    question.setText(step.question());
    answer.setText(step.answer());
    answer.setVisible(revealed);
    answer.setManaged(revealed);
    reveal.setVisible(!revealed);
    reveal.setManaged(!revealed);
    back.setDisable(model.indexProperty().get() == 0);
    next.setDisable(!revealed);
    next.setText(model.hasNext() ? "Ne_xt" : "_Finish");
  }
}
