package gmrl.app.board;

import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.Tip;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * What the bias costs, side by side. Where the plots of the biases would become too low the panels
 * say in a line each what their curves come to, until somebody opens them.
 */
final class Outcomes extends HBox {
  /** So high are open panels at least, in the usual size of type. */
  private static final double LEAST = 166;

  private static final double USUAL = 270;

  private static final double UP = -90;

  /** Height of a title, as long as there is none that could be asked. */
  private static final double TITLE = 32;

  private final List<Supplier<? extends PanelFrame>> coming;
  private List<? extends PanelFrame> panels = List.of();
  private final ToggleButton open = new ToggleButton("plots");
  private boolean low;
  private double larger = 1;

  /**
   * Room for open panels.
   *
   * @param panels built by {@link #complete}
   * @param onOpen hears that somebody opened panels that had been folded
   */
  Outcomes(List<Supplier<? extends PanelFrame>> panels, Runnable onOpen) {
    super(8);
    coming = panels;
    open.getStyleClass().addAll("flat", "small", "board-fold", "outcomes-fold");
    open.setGraphic(Icons.chevron(open, UP));
    open.setMaxHeight(Double.MAX_VALUE);
    open.setMinWidth(USE_PREF_SIZE);
    Tip.on(open, "The plots of what the bias costs, below the columns, and away");
    open.setAccessibleText("The plots of what the bias costs");
    open.setOnAction(
        e -> {
          place();
          if (open.isSelected()) {
            onOpen.run();
          }
        });
    getChildren().add(open);
    place();
  }

  /** Builds the panels, once. */
  void complete() {
    if (!panels.isEmpty()) {
      return;
    }
    panels = coming.stream().map(Supplier::get).toList();
    for (PanelFrame panel : panels) {
      HBox.setHgrow(panel, Priority.ALWAYS);
      panel.setPrefWidth(400);
      panel.setOnMouseClicked(
          e -> {
            if (isFolded() && e.isStillSincePress()) {
              open.fire();
            }
          });
    }
    getChildren().addAll(0, panels);
    place();
  }

  /**
   * Height that open panels take at least.
   *
   * @param size of type, 1 for the usual one
   */
  double least(double size) {
    return LEAST * size;
  }

  /** Height that folded panels take. */
  double folded() {
    return panels.stream().mapToDouble(PanelFrame::headHeight).max().orElse(TITLE);
  }

  /** Whether there is no room for open panels beside plots that are high enough. */
  void setLow(boolean now, double size) {
    if (low != now || larger != size) {
      low = now;
      larger = size;
      place();
    }
  }

  boolean isFolded() {
    return low && !open.isSelected();
  }

  private void place() {
    boolean folded = isFolded();
    PageParts.show(open, low);
    for (PanelFrame panel : panels) {
      panel.setFolded(folded);
      panel.setCursor(folded ? Cursor.HAND : Cursor.DEFAULT);
    }
    setMinHeight(folded ? USE_PREF_SIZE : least(larger));
    double folds = panels.isEmpty() ? TITLE : USE_COMPUTED_SIZE;
    setPrefHeight(folded ? folds : low ? least(larger) : USUAL);
  }
}
