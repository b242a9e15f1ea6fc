package gmrl.app.chart;

import gmrl.app.chart.PlotGeometry.Hit;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/** Pointer and keys of a chart. */
final class ChartGestures {

  /** Movement in pixels from which a press counts as a drag. */
  private static final double DRAG = 6;

  private static final double WHEEL_FACTOR = 0.85;
  private static final double KEY_STEP = 0.1;

  private final ChartPane pane;
  private double pressX;
  private double pressY;
  private boolean dragging;
  private @Nullable ChartFrame pressFrame;
  private @Nullable ContextMenu menu;

  ChartGestures(ChartPane pane) {
    this.pane = pane;
  }

  void install() {
    pane.setOnMouseMoved(this::moved);
    pane.setOnMouseExited(e -> pane.hover().hide());
    pane.setOnMousePressed(this::pressed);
    pane.setOnMouseDragged(this::dragged);
    pane.setOnMouseReleased(this::released);
    pane.setOnMouseClicked(this::clicked);
    pane.setOnScroll(this::scrolled);
    pane.setOnKeyPressed(this::key);
    pane.setOnContextMenuRequested(
        e -> {
          if (menu != null) {
            menu.hide();
          }
          menu = ChartMenu.of(pane);
          menu.show(pane, e.getScreenX(), e.getScreenY());
          e.consume();
        });
  }

  private void moved(MouseEvent e) {
    Hit hit = pane.geometry().nearest(e.getX(), e.getY());
    if (hit == null) {
      pane.hover().hide();
    } else {
      pane.hover().show(pane, hit);
    }
  }

  private void pressed(MouseEvent e) {
    if (menu != null) {
      menu.hide();
    }
    pane.requestFocus();
    pressX = e.getX();
    pressY = e.getY();
    dragging = false;
    pressFrame = pane.geometry().area().contains(pressX, pressY) ? pane.visibleFrame() : null;
  }

  private void dragged(MouseEvent e) {
    if (pressFrame == null) {
      return;
    }
    dragging |= Math.hypot(e.getX() - pressX, e.getY() - pressY) > DRAG;
    if (!dragging) {
      return;
    }
    pane.hover().hide();
    if (e.getButton() == MouseButton.PRIMARY && !e.isShiftDown()) {
      pane.hover().select(pane.themeProperty().get(), pressX, pressY, e.getX(), e.getY());
    } else {
      PlotGeometry geometry = pane.geometry();
      pane.setZoom(
          pressFrame.panned(
              geometry.across(pressX) - geometry.across(e.getX()),
              geometry.up(pressY) - geometry.up(e.getY())));
    }
  }

  private void released(MouseEvent e) {
    pane.hover().endSelection();
    boolean selecting = e.getButton() == MouseButton.PRIMARY && !e.isShiftDown();
    if (dragging && selecting && pressFrame != null) {
      double width = Math.abs(e.getX() - pressX);
      double height = Math.abs(e.getY() - pressY);
      if (width > DRAG && height > DRAG) {
        pane.setZoom(pane.geometry().select(pressX, pressY, e.getX(), e.getY()));
      }
    }
    pressFrame = null;
  }

  private void clicked(MouseEvent e) {
    if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
      pane.resetZoom();
    }
  }

  private void scrolled(ScrollEvent e) {
    PlotGeometry geometry = pane.geometry();
    // The bare wheel belongs to the page.
    if (!e.isShortcutDown()
        || e.getDeltaY() == 0
        || !geometry.area().contains(e.getX(), e.getY())) {
      return;
    }
    double factor = e.getDeltaY() > 0 ? WHEEL_FACTOR : 1 / WHEEL_FACTOR;
    double atX = geometry.across(e.getX());
    pane.setZoom(pane.visibleFrame().zoomed(factor, atX, geometry.up(e.getY())));
    e.consume();
  }

  private void key(KeyEvent e) {
    if (e.isShortcutDown()) {
      if (e.isShiftDown()) {
        return;
      }
      switch (e.getCode()) {
        case C -> ChartMenu.copyImage(pane);
        case S -> ChartMenu.run(pane.onSaveFigure());
        default -> {
          return;
        }
      }
      e.consume();
      return;
    }
    boolean move = e.isShiftDown();
    switch (e.getCode()) {
      case LEFT -> step(move, -KEY_STEP, 0, -1, 0);
      case RIGHT -> step(move, KEY_STEP, 0, 1, 0);
      case UP -> step(move, 0, KEY_STEP, 0, -1);
      case DOWN -> step(move, 0, -KEY_STEP, 0, 1);
      case PLUS, ADD, EQUALS -> pane.setZoom(pane.visibleFrame().zoomed(WHEEL_FACTOR, 0.5, 0.5));
      case MINUS, SUBTRACT -> pane.setZoom(pane.visibleFrame().zoomed(1 / WHEEL_FACTOR, 0.5, 0.5));
      case DIGIT0, NUMPAD0, HOME -> pane.resetZoom();
      case L -> pane.toggleLock();
      case T -> pane.toggleTable();
      case ENTER -> ChartMenu.run(pane.onMaximise());
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void step(boolean move, double panX, double panY, int point, int series) {
    if (move) {
      pane.setZoom(pane.visibleFrame().panned(panX, panY));
      return;
    }
    ChartModel model = pane.model();
    if (model.isEmpty()) {
      return;
    }
    Hit now = pane.hover().hit();
    int s = now == null ? 0 : Math.floorMod(now.seriesIndex() + series, model.series().size());
    int size = model.series().get(s).points().size();
    if (size == 0) {
      return;
    }
    int i = now == null ? 0 : Math.max(0, Math.min(size - 1, now.pointIndex() + point));
    if (model.series().get(s).points().get(i).isPresent()) {
      Hit next = pane.geometry().hit(s, i);
      pane.hover().show(pane, next);
      pane.setAccessibleText(Readout.text(model, next.series(), next.point()).replace('\n', ','));
    }
  }
}
