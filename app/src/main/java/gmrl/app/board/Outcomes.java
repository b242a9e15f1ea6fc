package gmrl.app.board;

import gmrl.app.ui.PageParts;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.Tip;
import java.util.List;
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

  private final List<? extends PanelFrame> panels;
  private final ToggleButton open = new ToggleButton("plots");
  private boolean low;
  private double larger = 1;

  /**
   * Open panels.
   *
   * @param onOpen hears that somebody opened panels that had been folded
   */
  Outcomes(List<? extends PanelFrame> panels, Runnable onOpen) {
    super(8);
    this.panels = panels;
    for (PanelFrame panel : panels) {
      HBox.setHgrow(panel, Priority.ALWAYS);
      panel.setPrefWidth(400);
      panel.setOnMouseClicked(
          e -> {
            if (isFolded() && e.isStillSincePress()) {
              open.fire();
            }
          });
      getChildren().add(panel);
    }
    open.getStyleClass().addAll("flat", "small", "board-fold", "outcomes-fold");
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
    return panels.stream().mapToDouble(PanelFrame::headHeight).max().orElse(0);
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
    setPrefHeight(folded ? USE_COMPUTED_SIZE : low ? least(larger) : USUAL);
  }
}
