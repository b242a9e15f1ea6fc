package gmrl.app.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A field for one value: Enter takes what is typed and so does leaving the field; Escape puts back
 * what counts.
 *
 * <p>What is refused stays for a while, marked, with the reason in a bubble over the page, so that
 * nothing moves; then what counts stands there again.
 *
 * <p>The field undoes what is being typed. What was taken is the program's to undo, so the field
 * remembers nothing from before it; only what is no part of the window's state it takes back itself
 * ({@link #takesBackItself}).
 */
public final class ValueField extends TextField {
  private static final Duration SAID = Duration.seconds(6);
  private static final double GAP = 4;

  private final Consumer<String> take;
  private final Node beside;
  private @Nullable Tooltip bubble;
  private final PauseTransition fade = new PauseTransition(SAID);
  private String counting = "";
  private String refused = "";
  private String reason = "";

  /** What counted before, and what was taken back: where the field undoes what it has taken. */
  private final Deque<String> past = new ArrayDeque<>();

  private final Deque<String> future = new ArrayDeque<>();
  private boolean undoing;
  private boolean taking;

  /**
   * An empty field.
   *
   * @param spoken what it holds, for who listens
   * @param take takes what was typed; refuses it by an IllegalArgumentException with a sentence
   */
  public ValueField(String spoken, Consumer<String> take) {
    this(spoken, take, null);
  }

  /**
   * An empty field of a larger control.
   *
   * @param control below which reasons are said; the field itself where there is none
   */
  @SuppressWarnings("this-escape") // the handlers run when it is on screen
  ValueField(String spoken, Consumer<String> take, @Nullable Node control) {
    this.take = take;
    beside = control == null ? this : control;
    getStyleClass().addAll("value-field", "small");
    setAccessibleText(spoken);
    setOnAction(e -> commit());
    setOnKeyPressed(this::key);
    focusedProperty()
        .addListener(
            (o, was, is) -> {
              if (!is) {
                commit();
              }
            });
    sceneProperty().addListener((o, was, is) -> putBack());
    localToSceneTransformProperty().addListener((o, was, is) -> place());
    fade.setOnFinished(
        e -> {
          if (getText().equals(refused)) {
            putBack();
          } else {
            unsay();
          }
        });
  }

  /** The value of a parameter. */
  public static ValueField of(ParameterViewModel model) {
    return of(model, null);
  }

  static ValueField of(ParameterViewModel model, @Nullable Node control) {
    Parameter parameter = model.parameter();
    ValueField field =
        new ValueField(
            parameter.name() + ", typed value",
            text -> {
              model.type(text);
              if (!model.errorProperty().get().isEmpty()) {
                throw new IllegalArgumentException(model.errorProperty().get());
              }
            },
            control);
    Runnable show = () -> field.show(parameter.format(model.valueProperty().get()));
    model.valueProperty().addListener((o, old, now) -> show.run());
    show.run();
    return model.isUndoable() ? field : field.takesBackItself();
  }

  /** The same field, of something that the program does not undo: then the field does. */
  public ValueField takesBackItself() {
    undoing = true;
    return this;
  }

  /** Shows what counts; whatever was typed is gone. */
  public void show(String text) {
    if (!taking && !text.equals(counting)) {
      past.clear();
      future.clear();
    }
    counting = text;
    putBack();
  }

  /** Whether it would take back what it has taken, or take it again. */
  public boolean canMove(boolean forward) {
    return undoing && getText().equals(counting) && !(forward ? future : past).isEmpty();
  }

  /** Takes back what it has taken, or takes it again. */
  public void move(boolean forward) {
    Deque<String> from = forward ? future : past;
    String before = counting;
    if (canMove(forward) && takes(from.getFirst())) {
      from.pop();
      (forward ? past : future).push(before);
    }
  }

  /** Runs while a reason is said. */
  PauseTransition fade() {
    return fade;
  }

  /** Says why what a person wanted was refused. */
  void refuse(String why) {
    refused = getText();
    reason = why;
    setAccessibleHelp(why);
    mark(true);
    place();
    fade.playFromStart();
  }

  private void commit() {
    String typed = getText();
    if (typed.equals(counting)) {
      putBack();
      return;
    }
    String before = counting;
    if (takes(typed) && !before.equals(counting)) {
      past.push(before);
      future.clear();
    }
  }

  private boolean takes(String text) {
    taking = true;
    try {
      take.accept(text);
      putBack();
      return true;
    } catch (IllegalArgumentException e) {
      refuse(String.valueOf(e.getMessage()));
      return false;
    } finally {
      taking = false;
    }
  }

  private void key(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE && !getText().equals(counting)) {
      putBack();
      e.consume();
    }
  }

  private void putBack() {
    // The same text again would be laid out again, many times a second while a slider is dragged.
    if (!getText().equals(counting) || isUndoable() || isRedoable()) {
      int caret = getCaretPosition();
      setText(counting);
      positionCaret(caret);
    }
    unsay();
  }

  private void unsay() {
    fade.stop();
    if (bubble != null) {
      bubble.hide();
    }
    setAccessibleHelp(Tip.of(this));
    mark(false);
  }

  private void mark(boolean wrong) {
    pseudoClassStateChanged(Pseudo.ERROR, wrong);
  }

  /** Below the control, wherever that has gone to. */
  private void place() {
    Window window = getScene() == null ? null : getScene().getWindow();
    if (window == null || !window.isShowing() || !getPseudoClassStates().contains(Pseudo.ERROR)) {
      return;
    }
    Bounds at = beside.localToScreen(beside.getLayoutBounds());
    if (bubble == null) {
      bubble = Tip.popup(reason);
      bubble.getStyleClass().add("field-error");
      bubble.setHideOnEscape(false);
    }
    bubble.setText(reason);
    if (bubble.isShowing()) {
      bubble.setAnchorX(at.getMinX());
      bubble.setAnchorY(at.getMaxY() + GAP);
    } else {
      // Of the window, whose style stays when the field goes.
      bubble.show(window, at.getMinX(), at.getMaxY() + GAP);
    }
  }
}
