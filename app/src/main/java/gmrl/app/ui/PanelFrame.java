package gmrl.app.ui;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The frame of a dashboard panel: title, tools on the right, a row of selectors, content.
 *
 * <p>The dashboard adds the tool that maximises it.
 */
public class PanelFrame extends BorderPane {
  /** Where returns seem to contradict the bias. */
  public static final String BIAS_AND_NOISE =
      "A biased estimator can still learn better than an unbiased one: learning feels bias and"
          + " noise together, and a little bias is a fair price for much less noise. Compare the"
          + " two numbers of the headline: where the noise is the larger one, less of it helps more"
          + " than a better mean.";

  private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

  private final Label title = new Label();
  private final FittingLabel subtitle = new FittingLabel("");
  private final HBox tools = new HBox();
  private final FlowPane controls = new FlowPane(6, 4);
  private final StackPane body = new StackPane();

  /** In place of the content: why there is none, where the line below the title has no room. */
  private final Label why = new Label();

  private String full;
  private final HBox line;
  private final HBox head;
  private String words;
  private String origin = "";
  private String result = "";
  private Supplier<String> brief = () -> "";
  private boolean folded;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /**
   * An empty frame.
   *
   * @param titleText what is shown
   * @param subtitleText one short line on how to read it, may be empty
   */
  public PanelFrame(String titleText, String subtitleText) {
    getStyleClass().add("panel");
    full = titleText;
    title.setText(titleText);
    title.getStyleClass().add("panel-title");
    words = subtitleText;
    subtitle.setWords(words);
    subtitle.getStyleClass().add("panel-subtitle");
    HBox words = new HBox(8, title, subtitle);
    words.setAlignment(Pos.BASELINE_LEFT);
    title.setMinWidth(Region.USE_PREF_SIZE);
    words.setMinWidth(0);
    line = words;
    words.widthProperty().addListener((o, was, is) -> fitTitle());
    HBox.setHgrow(words, Priority.ALWAYS);
    tools.setAlignment(Pos.CENTER_RIGHT);
    tools.setMinWidth(Region.USE_PREF_SIZE);
    head = new HBox(words, tools);
    head.getStyleClass().add("panel-head");
    head.setAlignment(Pos.CENTER_LEFT);
    controls.getStyleClass().add("panel-controls");
    controls.setAlignment(Pos.CENTER_LEFT);
    PageParts.show(controls, false);
    setTop(new VBox(head, controls));
    body.setMinSize(0, 0);
    setCenter(body);
    why.getStyleClass().add("panel-problem");
    PageParts.wrapped(why);
    why.setMouseTransparent(true);
    why.setPrefWidth(320);
    PageParts.show(why, false);
    subtitle.textProperty().addListener((o, was, is) -> Platform.runLater(this::fitProblem));
    setMinSize(0, 0);
    setAccessibleText(titleText);
  }

  private void fitProblem() {
    String now = problem.get();
    boolean said = getTop() != null && subtitle.getText().equals(now);
    why.setText(now);
    PageParts.show(why, !now.isEmpty() && !said);
  }

  /** The text above everything. */
  public final String title() {
    return full;
  }

  /** Changes the text above everything. */
  public final void setTitle(String text) {
    full = text;
    fitTitle();
    setAccessibleText(text);
  }

  /**
   * Where there is no room for "What it costs: a game" it is "a game", as in all panels that are
   * folded, and what is still too long takes more lines.
   */
  private void fitTitle() {
    title.setText(full);
    int colon = full.indexOf(": ");
    if (colon > 0 && (folded || isWider())) {
      title.setText(Words.capital(full.substring(colon + 2)));
    }
    boolean wide = isWider();
    if (wide != title.isWrapText()) {
      title.setWrapText(wide);
      title.setMinWidth(wide ? 0 : Region.USE_PREF_SIZE);
      // While its parents are laid out they do not hear that it has become higher.
      Platform.runLater(title::requestLayout);
    }
  }

  private boolean isWider() {
    return line.getWidth() > 0 && title.prefWidth(-1) > line.getWidth();
  }

  /** Changes the line below the title. */
  public final void setSubtitle(String text) {
    words = text;
    speak();
  }

  /** Says first of all where the numbers come from; empty for what was computed here and now. */
  protected final void setOrigin(String text) {
    origin = text;
    speak();
  }

  /** Says what the content comes to before how it was made; empty where nothing is known yet. */
  public final void setResult(String text) {
    if (!result.equals(text)) {
      result = text;
      speak();
    }
  }

  private void speak() {
    String line = folded ? brief.get() : joined(origin, words);
    if (problem.get().isEmpty()) {
      // Where there is no room for what it comes to there may be some for the rest.
      List<String> shorter =
          Stream.of(joined(result, line), line)
              .flatMap(all -> Words.shorter(all).stream())
              .filter(each -> !each.isEmpty())
              .distinct()
              .toList();
      subtitle.setWords(
          joined(result, line), shorter.subList(Math.min(1, shorter.size()), shorter.size()));
    } else {
      subtitle.setWords(problem.get());
    }
    if (folded) {
      fitTitle();
    }
  }

  private static String joined(String first, String second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + "; " + second;
  }

  /** Sets what a folded panel says in place of its content; asked whenever its words change. */
  protected final void setBrief(Supplier<String> text) {
    brief = text;
  }

  /** Height of the title alone with what is around it. */
  public final double headHeight() {
    return head.prefHeight(-1) + snappedTopInset() + snappedBottomInset();
  }

  /** Shows the title alone and what the content comes to in a line, or everything again. */
  public final void setFolded(boolean now) {
    folded = now;
    pseudoClassStateChanged(FOLDED, now);
    PageParts.show(body, !now);
    PageParts.show(tools, !now);
    PageParts.show(controls, !now && !controls.getChildren().isEmpty());
    speak();
    fitTitle();
  }

  /** Says below the title why nothing can be shown, as long as there is a reason. */
  public final void showProblem(ObservableValue<String> why) {
    why.addListener((o, old, now) -> showProblem(now));
    showProblem(why.getValue());
  }

  /** Why what is asked for cannot be shown, as the panel says it; empty where it can. */
  protected final ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  private void showProblem(String why) {
    problem.set(why);
    speak();
    fitProblem();
  }

  /** Explains the panel to who points at its title. */
  public final void explain(String text) {
    Tip.on(title, text);
    Tip.on(subtitle, text);
  }

  /** Adds selectors to the row below the title. */
  public final void addControls(Node... nodes) {
    controls.getChildren().addAll(nodes);
    PageParts.show(controls, true);
  }

  /** Adds a tool button. */
  public final Button addTool(Icons icon, String what, Runnable action) {
    Button button = toolButton(icon, what, action);
    tools.getChildren().add(button);
    return button;
  }

  /** Adds a tool of another kind. */
  public final void addTool(Node node) {
    tools.getChildren().add(node);
  }

  /** Adds tools before those that are there. */
  public final void addFirstTools(List<? extends Node> nodes) {
    tools.getChildren().addAll(0, nodes);
    tools.setSpacing(6);
  }

  /** The frame is never lower than its content needs; what holds it has to be scrolled. */
  public final void keepContent() {
    body.setMinHeight(USE_COMPUTED_SIZE);
    setMinHeight(USE_COMPUTED_SIZE);
  }

  /** What fills the frame. */
  public final void setContent(Node node) {
    body.getChildren().setAll(node, why);
  }

  /** A small icon button with tooltip and accessible name. */
  public static Button toolButton(Icons icon, String what, Runnable action) {
    Button button = new Button("", icon.node());
    button.getStyleClass().addAll("flat", "button-icon", "small", "tool");
    Tip.on(button, what);
    button.setAccessibleText(what);
    button.setOnAction(e -> action.run());
    return button;
  }
}
