package gmrl.app.board;

import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.HelpMark;
import gmrl.app.ui.Icons;
import gmrl.app.ui.Island;
import gmrl.app.ui.LiveScroll;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.ParameterViewModel;
import gmrl.app.ui.Tip;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The board: headline, four sliders over their columns, the picture of the two loops, and below
 * them what the bias costs.
 */
final class BoardPage extends VBox {
  private static final double GAP = 8;

  /** From this width on the picture of the two loops stands beside the columns. */
  private static final double WIDE = 1080;

  /** The plots of the biases are to be so high at least; what is less important is folded. */
  private static final double HIGH = 130;

  /** The same before a hall. */
  private static final double HIGH_BEFORE_A_HALL = 220;

  /** Lower than this share of it they are not made: the page is scrolled. */
  private static final double LEAST = 0.6;

  private static final double LEFT = 180;

  private final Island headline;
  private final BoardGrid columns;
  private final HBox upper = new HBox(GAP);
  private final PanelFrame biases = new PanelFrame("", "");
  private final PanelFrame mechanism;
  private final Outcomes below;
  private final ScrollPane scroll;

  /** Opens the picture where there is no room for it beside the columns. */
  private final ToggleButton fold = new ToggleButton();

  /** In the first pulse plots are drawn, in the second that is shown, after it there is time. */
  private static final int PICTURE = 3;

  private Budget budget = new Budget(false, false, 1, 0);

  /**
   * How the height is shared.
   *
   * @param low whether what the bias costs is folded
   * @param units whether the columns' units are shown
   * @param larger size of type, 1 for the usual one
   * @param least height of the upper part
   */
  private record Budget(boolean low, boolean units, double larger, double least) {}

  /**
   * Puts the board together.
   *
   * @param headline what stands on top
   * @param knobs the four sliders' models
   * @param slots which slots are sampled
   * @param outcomes what the bias costs, side by side, built by {@link #complete}
   */
  BoardPage(
      LabContext context,
      BoardViewModel model,
      MechanismViewModel picture,
      Region headline,
      Map<Column, ParameterViewModel> knobs,
      Node slots,
      List<Supplier<? extends PanelFrame>> outcomes) {
    this.headline = Island.of(headline);
    getStyleClass().add("board");
    columns = new BoardGrid(context, model, knobs);
    biases.setTop(null);
    biases.setContent(columns);
    biases.showProblem(model.problemProperty());
    mechanism = mechanism(context, picture, slots);
    HBox.setHgrow(biases, Priority.ALWAYS);
    Label name = new Label(mechanism.title());
    name.setRotate(-90);
    // A group is as large as what is turned in it.
    VBox opens = new VBox(GAP, Icons.chevron(fold, LEFT), new Group(name));
    opens.setAlignment(Pos.CENTER);
    fold.setGraphic(opens);
    fold.getStyleClass().addAll("flat", "board-fold");
    fold.setMaxHeight(Double.MAX_VALUE);
    fold.setAccessibleText(mechanism.title());
    Tip.on(fold, "The picture of the two loops, beside the columns, and away");
    fold.selectedProperty().addListener((o, was, is) -> fold(getWidth()));
    upper.getChildren().addAll(biases, mechanism, fold);
    upper.setPrefHeight(480);
    VBox.setVgrow(upper, Priority.ALWAYS);
    below = new Outcomes(outcomes, this::showOutcomes);
    VBox.setVgrow(below, Priority.SOMETIMES);
    VBox body = new VBox(GAP, upper, below);
    body.setPadding(new Insets(GAP));
    scroll = LiveScroll.over(body);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(this.headline, scroll);
    widthProperty().addListener((o, was, is) -> fold(is.doubleValue()));
    fold(1440);
  }

  /** Adds what the bias costs when the picture has been drawn that is set now. */
  void completeWhenDrawn() {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        pulses++;
        if (pulses == PICTURE) {
          stop();
          complete();
        }
      }
    }.start();
  }

  /** Adds what the bias costs, once. */
  void complete() {
    below.complete();
  }

  private void showOutcomes() {
    Platform.runLater(() -> scroll.setVvalue(scroll.getVmax()));
  }

  /** Where there is no room the picture gives way first, and comes when it is asked for. */
  private void fold(double width) {
    boolean beside = width >= WIDE;
    PageParts.show(fold, !beside);
    PageParts.show(mechanism, beside || fold.isSelected());
    double share = Math.max(260, Math.min(380, width * 0.25));
    mechanism.setPrefWidth(share);
    mechanism.setMinWidth(share);
  }

  /** Heights are true here only: after the styles of a pulse were applied. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (getHeight() > 0 && !wanted().equals(budget)) {
      Platform.runLater(() -> share(wanted()));
    }
  }

  private Budget wanted() {
    double larger = columns.larger();
    double high = larger > 1 ? HIGH_BEFORE_A_HALL : HIGH;
    // Measured once: it asks every part of the grid.
    double others =
        biases.getInsets().getTop()
            + biases.getInsets().getBottom()
            + columns.others(columns.getWidth());
    double room = getHeight() - headline.prefHeight(getWidth()) - 3 * GAP - others;
    boolean low = columns.inside(room - below.least(larger)) < high;
    double inside = columns.inside(room - (low ? below.folded() : below.least(larger)));
    boolean units = larger <= 1 && inside - columns.units() / 2 >= high;
    double least = others + columns.around(LEAST * high);
    return new Budget(low, units, larger, Math.rint(least));
  }

  private void share(Budget next) {
    budget = next;
    columns.showUnits(next.units);
    below.setLow(next.low, next.larger);
    upper.setMinHeight(next.least);
  }

  private static PanelFrame mechanism(LabContext context, MechanismViewModel picture, Node slots) {
    PanelFrame frame = new PanelFrame("One meta-gradient", "");
    frame.explain(
        "The meta-gradient says how to change what the inner loop starts from, so that its end"
            + " comes out better. It is sampled in three slots; one that is switched off is"
            + " exact.");
    MechanismView view = new MechanismView(picture, context.time().chartThemeProperty());
    frame.addTool(Icons.NEXT, "Follow one trial; again for the next one", view::follow);
    frame.addTool(Icons.PLAY, "Show the inner steps of all trials, slowly", view::play);
    frame.addTool(Icons.STEP, "One inner step on", view::step);
    VBox.setVgrow(view, Priority.ALWAYS);
    frame.setContent(new VBox(4, slots, view));
    ChartPanel.exhibit(context, "inner-loop", "The inner loop", picture::chart, picture::plan);
    Runnable studio =
        ChartPanel.exhibit(
            context, "meta-gradient", "One meta-gradient", view, view::figure, view::plan);
    frame
        .addTool(
            Icons.EXPORT,
            "The picture in the figure studio; its paths are offered there as a plot, too",
            studio)
        .getStyleClass()
        .add("chrome");
    HelpMark.mark(frame, "board-mechanism");
    frame.showProblem(picture.problemProperty());
    return frame;
  }

  /** The knobs by column. */
  static Map<Column, ParameterViewModel> knobs(
      ParameterViewModel alpha,
      ParameterViewModel steps,
      ParameterViewModel samples,
      ParameterViewModel coefficient) {
    Map<Column, ParameterViewModel> knobs = new EnumMap<>(Column.class);
    knobs.put(Column.ALPHA, alpha);
    knobs.put(Column.STEPS, steps);
    knobs.put(Column.SAMPLES, samples);
    knobs.put(Column.COEFFICIENT, coefficient);
    return knobs;
  }
}
