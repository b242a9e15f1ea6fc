package gmrl.app.chart;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Pointer and keys of a chart that a curve is drawn into: they come before all other gestures. */
final class SketchGestures {
  /** Share of the axis that a key moves the pen. */
  private static final double KEY_STEP = 0.02;

  private static final double MIDDLE = 0.5;

  private final ChartPane pane;
  private final Sketch sketch;
  private double lastX = Double.NaN;
  private double lastY;
  private int pen;
  private double height = MIDDLE;

  SketchGestures(ChartPane pane, Sketch sketch) {
    this.pane = pane;
    this.sketch = sketch;
  }

  void install() {
    pane.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    pane.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    pane.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void pressed(MouseEvent e) {
    boolean here = pane.geometry().area().contains(e.getX(), e.getY());
    boolean drawing = here && e.getButton() == MouseButton.PRIMARY && !sketch.columns().isEmpty();
    lastX = drawing ? e.getX() : Double.NaN;
    lastY = e.getY();
    if (drawing) {
      pane.requestFocus();
    }
    dragged(e);
  }

  /** Draws in every column between the last place of the pen and this one, and in the nearest. */
  private void dragged(MouseEvent e) {
    if (Double.isNaN(lastX)) {
      return;
    }
    PlotGeometry geometry = pane.geometry();
    double x = e.getX();
    double y = e.getY();
    List<Double> columns = sketch.columns();
    double nearest =
        Collections.min(
            columns, Comparator.comparingDouble(column -> Math.abs(geometry.px(column) - x)));
    for (double column : columns) {
      double share = (geometry.px(column) - lastX) / (x - lastX);
      if (share > 0 && share < 1) {
        draw(geometry, column, lastY + share * (y - lastY));
      }
    }
    draw(geometry, nearest, y);
    pen = columns.indexOf(nearest);
    lastX = x;
    lastY = y;
    e.consume();
  }

  /** A value inside the limits of the axis. */
  private void draw(PlotGeometry geometry, double column, double y) {
    height = Math.max(0, Math.min(1, geometry.up(y)));
    sketch.draw(column, geometry.frame().y().at(height));
  }

  private void key(KeyEvent e) {
    List<Double> columns = sketch.columns();
    if (columns.isEmpty() || e.isShortcutDown() || e.isShiftDown() || e.isAltDown()) {
      return;
    }
    switch (e.getCode()) {
      case LEFT -> pen = Math.max(0, pen - 1);
      case RIGHT -> pen = Math.min(columns.size() - 1, pen + 1);
      case UP -> height = Math.min(1, height + KEY_STEP);
      case DOWN -> height = Math.max(0, height - KEY_STEP);
      default -> {
        return;
      }
    }
    sketch.draw(columns.get(pen), pane.view.visible().y().at(height));
    e.consume();
  }
}
