package gmrl.app.story;

import gmrl.app.text.Prose;
import gmrl.app.text.Spotlight;
import gmrl.app.text.TypesetFormula;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.ParameterSlider;
import gmrl.app.ui.Tip;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One scene: words on the left, the live picture on the right, its sliders above the picture. */
final class Scene extends HBox {
  /** Share of the width that the words take. */
  private static final double WORDS = 0.38;

  /** The same where they are larger. */
  private static final double LARGER = 0.42;

  /** And where the pictures are larger, too, and stand side by side. */
  private static final double BESIDE_MANY = 0.36;

  private final SceneModel model;
  private final VBox words = new VBox();
  private final VBox figure = new VBox();
  private final String title;
  private boolean running;
  private double largerShare = LARGER;

  /** Where a scene stands among all, from 1. */
  record Place(int number, int of) {
    @Override
    public String toString() {
      return number + " of " + of;
    }
  }

  /**
   * A scene.
   *
   * @param place where it stands
   * @param text its words
   * @param spotlight what its words share with its picture
   * @param model what computes for it
   * @param knobs its sliders
   * @param caption what is seen, in numbers
   * @param pictures one below the other; they share the height
   */
  Scene(
      Place place,
      StoryText text,
      Spotlight spotlight,
      SceneModel model,
      List<SceneKnob> knobs,
      ObservableValue<String> caption,
      List<? extends Node> pictures) {
    this.model = model;
    getStyleClass().add("story-scene");
    setAlignment(Pos.CENTER);
    words.getStyleClass().add("story-words");
    words.setAlignment(Pos.CENTER_LEFT);
    title = text.title();
    Label number = new Label("Scene " + place);
    number.getStyleClass().add("story-number");
    Label heading = PageParts.sentence(title);
    heading.getStyleClass().add("story-title");
    if (!text.lead().isEmpty()) {
      Prose lead = new Prose(text.lead(), spotlight);
      lead.getStyleClass().add("story-lead");
      words.getChildren().add(lead);
    }
    words.getChildren().addAll(number, heading);
    for (String paragraph : text.paragraphs()) {
      words
          .getChildren()
          .add(
              StoryText.isFormula(paragraph)
                  ? new TypesetFormula(StoryText.formula(paragraph), true, spotlight)
                  : new Prose(paragraph, spotlight));
    }
    figure.getStyleClass().add("story-figure");
    FlowPane sliders = new FlowPane();
    sliders.getStyleClass().add("story-sliders");
    knobs.forEach(knob -> sliders.getChildren().add(slider(knob, spotlight)));
    if (!knobs.isEmpty()) {
      figure.getChildren().add(sliders);
    }
    for (Node picture : pictures) {
      VBox.setVgrow(picture, Priority.ALWAYS);
      figure.getChildren().add(picture);
    }
    Label seen = PageParts.sentence(caption);
    seen.getStyleClass().add("story-caption");
    figure.getChildren().add(seen);
    HBox.setHgrow(figure, Priority.ALWAYS);
    getChildren().addAll(words, figure);
    setAccessibleText("Scene " + place + ": " + title);
  }

  /** A slider that lights up with its symbol. */
  static ParameterSlider slider(SceneKnob knob, Spotlight spotlight) {
    ParameterSlider slider = new ParameterSlider(knob.model());
    slider.getStyleClass().add("story-slider");
    spotlight.attach(slider, key(knob));
    slider
        .slider()
        .focusedProperty()
        .addListener(
            (o, was, is) -> {
              if (is) {
                spotlight.light(key(knob));
              } else {
                spotlight.leave(key(knob));
              }
            });
    return slider;
  }

  private static String key(SceneKnob knob) {
    return switch (knob.model().parameter().symbol()) {
      case "α" -> "alpha";
      case "K" -> "steps";
      default -> "samples";
    };
  }

  /** Leaves larger pictures that stand side by side more of the width. */
  void widenFigure() {
    largerShare = BESIDE_MANY;
  }

  /** Adds something below the words. */
  void addBelowWords(Node node) {
    words.getChildren().add(node);
  }

  /** Leads on to another scene. */
  void addNext(Scene next, Runnable go) {
    Button button = new Button("Next: " + next.title, Icons.DOWN.node());
    button.getStyleClass().addAll("story-next", "flat");
    Tip.on(button, "Page Down, or scroll");
    button.setOnAction(e -> go.run());
    addBelowWords(button);
  }

  /**
   * Fits the scene into the page.
   *
   * @param larger how much larger than usual the words are
   */
  void fit(double width, double height, double larger) {
    double gap = Math.max(24, width * 0.035);
    setSpacing(gap);
    double column =
        Math.max(300, Math.min(620 * larger, width * (larger > 1 ? largerShare : WORDS)));
    words.setMinWidth(column);
    words.setPrefWidth(column);
    words.setMaxWidth(column);
    figure.setMinWidth(Region.USE_PREF_SIZE);
    figure.setPrefWidth(Math.max(280, width - column - gap - 2 * Math.max(24, width * 0.04)));
    figure.setMaxHeight(Math.min(height * 0.94, 900 * larger));
    figure.setPrefHeight(Math.min(height * 0.9, 900 * larger));
    setMinHeight(Math.max(height, 440));
    setMaxWidth(width);
  }

  /** Height of the words and what is around them. */
  double wordsHeight() {
    Insets around = getInsets();
    return around.getTop() + words.prefHeight(words.getPrefWidth()) + around.getBottom();
  }

  /** Beside words that need scrolling the whole figure is in sight where the scene is opened. */
  @Override
  protected void layoutChildren() {
    setAlignment(getHeight() > getMinHeight() + 1 ? Pos.TOP_CENTER : Pos.CENTER);
    super.layoutChildren();
  }

  /** Computes while it is in sight. */
  void setRunning(boolean now) {
    if (now != running) {
      running = now;
      if (now) {
        model.start();
      } else {
        model.stop();
      }
    }
  }
}
