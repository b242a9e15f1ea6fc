package gmrl.app.lesson;

import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.PageScroll;
import gmrl.app.ui.WritingArea;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The words of a step: text, question, and once it is revealed what is seen and why. */
final class StepView extends ScrollPane {
  private static final double TOP = 12;

  private final LessonViewModel model;
  private final VBox body = new VBox();
  private final VBox asking = new VBox();
  private final VBox answer = new VBox();
  private final Button reveal = new Button("_Reveal");
  private final ProgressBar progress = new ProgressBar(0);
  private final Label waiting = new Label();
  private final List<RadioButton> choices = new ArrayList<>();
  private final ReadOnlyBooleanProperty playing;
  private final InvalidationListener holding = o -> sayWhatIsWaitedFor();

  /**
   * The words of the present step.
   *
   * @param playing whether what computes goes on
   */
  StepView(LessonViewModel model, ReadOnlyBooleanProperty playing) {
    this.model = model;
    this.playing = playing;
    // The window outlives a lesson that is begun anew.
    playing.addListener(new WeakInvalidationListener(holding));
    getStyleClass().addAll("lesson-scroll", "edge-to-edge");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    StackPane holder = new StackPane(body);
    holder.setAlignment(Pos.TOP_CENTER);
    setContent(holder);
    setFocusTraversable(false);
    body.getStyleClass().add("lesson-text");
    asking.getStyleClass().add("lesson-question");
    answer.getStyleClass().add("lesson-answer");
    reveal.getStyleClass().add("accent");
    reveal.setOnAction(e -> model.reveal());
    reveal.setMinWidth(Region.USE_PREF_SIZE);
    progress.getStyleClass().add("small");
    progress.setAccessibleText("Share of the numbers that is computed");
    waiting.getStyleClass().add("muted");
    PageParts.wrapped(waiting);
    model.indexProperty().addListener((o, old, now) -> build());
    model
        .phaseProperty()
        .addListener(
            (o, old, now) -> {
              show();
              int here = model.indexProperty().get();
              if (now == LessonViewModel.Phase.OPEN) {
                // Not for a step that was answered before and is gone to.
                Platform.runLater(() -> showAnswer(here));
              }
            });
    model.answerProperty().addListener((o, old, now) -> show());
    model.warnedProperty().addListener((o, old, now) -> show());
    model.chartProperty().addListener((o, old, now) -> progress.setProgress(model.progress()));
    build();
  }

  /** What the keyboard should act on next. */
  Button reveal() {
    return reveal;
  }

  private void build() {
    Lesson.Step step = model.step();
    Label title = label(step.title(), "lesson-title");
    body.getChildren().setAll(title, new Paragraphs(step.text()));
    asking.getChildren().clear();
    choices.clear();
    step.question()
        .ifPresent(
            question -> {
              asking.getChildren().addAll(new Paragraphs(question.text()));
              asking.getChildren().addAll(input(question));
              HBox row = new HBox(reveal, progress);
              row.getStyleClass().add("lesson-reveal");
              row.setAlignment(Pos.CENTER_LEFT);
              asking.getChildren().addAll(row, waiting);
              body.getChildren().add(asking);
            });
    body.getChildren().add(answer);
    setVvalue(0);
    show();
  }

  /**
   * Scrolls to more of the words, the question last.
   *
   * @param by 1 down, −1 up
   * @return whether there was anything more that way
   */
  boolean read(int by) {
    return PageScroll.pane(this, by);
  }

  /** Brings the end of a fresh answer into view, or its beginning where it is too long for that. */
  private void showAnswer(int step) {
    applyCss();
    layout();
    if (step == model.indexProperty().get() && answer.isVisible()) {
      setVvalue(PageScroll.valueAt(this, answer.getBoundsInParent().getMinY() - TOP));
    }
  }

  private List<Node> input(Question question) {
    if (question instanceof Question.Choose choose) {
      ToggleGroup group = new ToggleGroup();
      for (int i = 0; i < choose.choices().size(); i++) {
        int index = i;
        RadioButton button = PageParts.wrapped(new RadioButton(choose.choices().get(i)));
        button.setToggleGroup(group);
        button.setMnemonicParsing(false);
        button.setSelected(model.answerProperty().get().choice().orElse(-1) == i);
        button.setOnAction(e -> model.choose(index));
        choices.add(button);
      }
      return List.copyOf(choices);
    }
    if (question instanceof Question.Draw) {
      Label how =
          PageParts.remark("Draw with the mouse in the plot, or go there and use the arrow keys.");
      Button wipe = new Button("_Wipe", Icons.CLOSE.node());
      wipe.getStyleClass().addAll("small", "flat");
      wipe.setOnAction(e -> model.wipe());
      wipe.disableProperty().bind(model.phaseProperty().isNotEqualTo(LessonViewModel.Phase.ASKING));
      return List.of(how, wipe);
    }
    WritingArea words = new WritingArea(model.answerProperty().get().words(), "Your answer");
    words.setPromptText("In your own words");
    words.textProperty().addListener((o, old, now) -> model.write(now));
    return List.of(words);
  }

  private void show() {
    Lesson.Step step = model.step();
    LessonViewModel.Phase phase = model.phaseProperty().get();
    boolean open = phase == LessonViewModel.Phase.OPEN;
    boolean computing = phase == LessonViewModel.Phase.COMPUTING;
    PageParts.show(reveal.getParent() instanceof HBox row ? row : reveal, !open);
    PageParts.show(progress, computing);
    sayWhatIsWaitedFor();
    reveal.setDisable(computing);
    for (int i = 0; i < choices.size(); i++) {
      choices.get(i).setDisable(!phase.equals(LessonViewModel.Phase.ASKING));
    }
    mark(step);
    answer.getChildren().clear();
    if (open) {
      fill(step);
    }
    PageParts.show(answer, !answer.getChildren().isEmpty());
  }

  private void sayWhatIsWaitedFor() {
    LessonViewModel.Phase phase = model.phaseProperty().get();
    boolean computing = phase == LessonViewModel.Phase.COMPUTING;
    boolean warned = phase == LessonViewModel.Phase.ASKING && model.warnedProperty().get();
    waiting.setText(
        warned
            ? "Nothing is predicted yet; Page Down once more shows the answer."
            : playing.get()
                ? "The answer comes with the last of the numbers."
                : "Paused: Page Down or Ctrl+P goes on, and the answer comes with the last of the"
                    + " numbers.");
    PageParts.show(waiting, computing || warned);
  }

  /** The right one of the choices stands out once it is revealed. */
  private void mark(Lesson.Step step) {
    boolean open = model.phaseProperty().get() == LessonViewModel.Phase.OPEN;
    if (step.question().orElse(null) instanceof Question.Choose choose) {
      for (int i = 0; i < choices.size(); i++) {
        choices.get(i).getStyleClass().remove("lesson-right");
        if (open && i == choose.right()) {
          choices.get(i).getStyleClass().add("lesson-right");
        }
      }
    }
  }

  private void fill(Lesson.Step step) {
    Answer made = model.answerProperty().get();
    String verdict = verdict(step, made);
    if (!verdict.isEmpty()) {
      answer.getChildren().add(label(verdict, "lesson-verdict"));
    }
    if (!step.answer().isEmpty()) {
      answer.getChildren().add(new Paragraphs(step.answer()));
    }
    if (!made.told().isEmpty()) {
      answer
          .getChildren()
          .add(label("True of the curves in the plot, with both numbers in brackets:", "muted"));
    }
    for (Answer.Told told : made.told()) {
      answer
          .getChildren()
          .add(
              label(
                  (told.holds() ? "✓  " : "✗  ")
                      + told.claim().words()
                      + "   ("
                      + told.numbers()
                      + ")",
                  told.holds() ? "lesson-holds" : "lesson-fails"));
    }
  }

  private String verdict(Lesson.Step step, Answer made) {
    if (step.question().orElse(null) instanceof Question.Choose choose) {
      return made.choice().isEmpty()
          ? "The answer: " + choose.choices().get(choose.right())
          : made.choice().get() == choose.right() ? "Right." : "Not this one.";
    }
    return model.comparison();
  }

  private static Label label(String text, String style) {
    Label label = PageParts.sentence(text);
    label.getStyleClass().add(style);
    return label;
  }
}
