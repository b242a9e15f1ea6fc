package gmrl.app.lesson;

import gmrl.app.chart.Sketch;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.HelpMark;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.ParameterSlider;
import gmrl.app.ui.ParameterViewModel;
import gmrl.app.ui.Tip;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A lesson that is walked through: words on the left, the live plot with its sliders beside. */
final class LessonView extends BorderPane {
  /** Share of the width that the words take beside a plot. */
  private static final double WORDS = 0.38;

  /** The same before a hall, where they are larger. */
  private static final double WORDS_PRESENTED = 0.45;

  private static final double NARROWEST = 330;
  private static final double WIDEST = 620;

  private final LessonViewModel model;
  private final ReadOnlyBooleanProperty presenting;
  private final StepView words;
  private final ChartPanel panel;
  private final FlowPane sliders = new FlowPane();
  private final Button restore = new Button("_Back to the lesson’s settings");
  private final Label place = new Label();
  private final Button back = new Button("_Back");
  private final Button next = new Button("Ne_xt");
  private final BorderPane picture = new BorderPane();

  private final Onward onward;

  /** Kept here: the window outlives a lesson that is begun anew. */
  private final InvalidationListener measuring;

  /** Where one goes on when the lesson is over. */
  record Onward(String words, Runnable go) {}

  /**
   * A view.
   *
   * @param leave shows the list of lessons
   * @param onward where the last step leads
   */
  LessonView(LabContext context, LessonViewModel model, Runnable leave, Onward onward) {
    this.model = model;
    this.onward = onward;
    presenting = context.time().presentingProperty();
    getStyleClass().add("lesson");
    words = new StepView(model, context.time().playingProperty());
    panel = new ChartPanel(context, "lesson", "", "", model.chartProperty());
    panel.setPlan(model::plan);
    panel.setOnFinish(model::resume);
    panel.showProblem(model.problemProperty());
    panel.chart().setSketch(new Pencil());
    panel.chart().setMinSize(0, 0);
    setTop(head(leave));
    setBottom(feet());
    sliders.getStyleClass().add("lesson-sliders");
    restore.getStyleClass().addAll("small", "flat");
    restore.setOnAction(e -> model.restore());
    VBox.setVgrow(panel, Priority.ALWAYS);
    picture.setCenter(panel);
    picture.setBottom(sliders);
    picture.getStyleClass().add("lesson-picture");
    HelpMark.mark(this, "lesson");
    model.indexProperty().addListener((o, old, now) -> build());
    model
        .phaseProperty()
        .addListener(
            (o, old, now) -> {
              show();
              passOn(now);
            });
    model.chartProperty().addListener((o, old, now) -> show());
    measuring = o -> measure();
    widthProperty().addListener(measuring);
    presenting.addListener(new WeakInvalidationListener(measuring));
    build();
  }

  /**
   * Shows more of the step's words.
   *
   * @param by 1 down, −1 up
   * @return whether there was anything more that way
   */
  boolean read(int by) {
    return words.read(by);
  }

  /** Takes what is drawn with mouse or keys. */
  private final class Pencil implements Sketch {
    @Override
    public List<Double> columns() {
      return model.columns();
    }

    @Override
    public void draw(double column, double height) {
      model.draw(column, height);
    }
  }

  private Node head(Runnable leave) {
    Button all = new Button("All lessons", Icons.BACK.node());
    all.getStyleClass().addAll("small", "flat", "lesson-leave");
    all.setMinWidth(USE_PREF_SIZE);
    Tip.on(all, "Leaves the lesson; it goes on here later");
    all.setOnAction(e -> leave.run());
    // The space bar belongs to the lesson: it must never leave it by accident.
    all.setFocusTraversable(false);
    Label name = new Label(model.lesson().title());
    name.getStyleClass().add("lesson-name");
    name.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    place.getStyleClass().add("muted");
    place.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(all, name, gap, place);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("lesson-head");
    return head;
  }

  private Node feet() {
    back.setOnAction(e -> model.back());
    Tip.on(back, "The step before (Page Up, from the top of the words)");
    next.setOnAction(
        e -> {
          if (model.hasNext()) {
            model.next();
          } else {
            onward.go().run();
          }
        });
    Tip.on(next, "Reveals, then goes on (Page Down)");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox feet = new HBox(back, gap, next);
    feet.setAlignment(Pos.CENTER_LEFT);
    feet.getStyleClass().add("lesson-feet");
    return feet;
  }

  private void build() {
    Lesson.Step step = model.step();
    boolean plot = step.plot().isPresent();
    // What a step was looked at closely for is not where the next one begins.
    panel.chart().showAll();
    place.setText(
        "Step " + (model.indexProperty().get() + 1) + " of " + model.lesson().steps().size());
    sliders.getChildren().clear();
    for (ParameterViewModel each : model.sliders()) {
      ParameterSlider slider = new ParameterSlider(each);
      slider.getStyleClass().add("lesson-slider");
      sliders.getChildren().add(slider);
    }
    sliders.getChildren().add(restore);
    PageParts.show(sliders, !model.sliders().isEmpty());
    // A node has one place at a time.
    setLeft(null);
    setCenter(plot ? picture : words);
    setLeft(plot ? words : null);
    words.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("alone"), !plot);
    measure();
    show();
    if (getScene() != null) {
      (words.reveal().isVisible() && step.question().isPresent() ? words.reveal() : next)
          .requestFocus();
    }
  }

  /** What was pressed goes, and the keyboard with it, which would land on the way back. */
  private void passOn(LessonViewModel.Phase phase) {
    if (words.reveal().isFocused() || words.isFocused()) {
      switch (phase) {
        case COMPUTING -> words.requestFocus();
        case OPEN -> next.requestFocus();
        case ASKING -> {}
      }
    }
  }

  /** What the empty plot waits for. */
  private String asking() {
    return model.columns().isEmpty()
        ? "The plot comes with the answer"
        : "Draw your curve into the plot";
  }

  private void measure() {
    boolean plot = model.step().plot().isPresent();
    double share = presenting.get() ? WORDS_PRESENTED : WORDS;
    double widest = WIDEST * share / WORDS;
    words.setPrefWidth(
        plot ? Math.max(NARROWEST, Math.min(widest, share * getWidth())) : USE_COMPUTED_SIZE);
    words.setMinWidth(plot ? NARROWEST : 0);
  }

  private void show() {
    boolean open = model.phaseProperty().get() == LessonViewModel.Phase.OPEN;
    panel.setTitle(open ? model.step().title() : asking());
    back.setDisable(!model.hasBack());
    next.setText(model.hasNext() ? "Ne_xt" : onward.words());
    next.setDisable(!model.hasNext() && !open);
    next.getStyleClass().remove("accent");
    if (open) {
      next.getStyleClass().add("accent");
    }
    sliders.getChildren().forEach(node -> node.setDisable(!open));
    restore.setVisible(model.isMoved());
  }
}
