package gmrl.app.chart;

import gmrl.app.chart.PlotGeometry.Hit;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/** Pointer and keys of a chart. */
final class ChartGestures {

  /** Movement in pixels from which a drag chooses what to show. */
  private static final double DRAG = 6;

  private static final double WHEEL_FACTOR = 0.85;
  private static final double KEY_STEP = 0.1;

  private final ChartPane pane;
  private double pressX;
  private double pressY;
  private @Nullable ChartFrame pressFrame;
  private @Nullable ContextMenu menu;

  ChartGestures(ChartPane pane) {
    this.pane = pane;
  }

  void install() {
    pane.setOnMouseMoved(this::moved);
    pane.setOnMouseExited(e -> pane.hover.hide());
    pane.setOnMousePressed(this::pressed);
    pane.setOnMouseDragged(this::dragged);
    pane.setOnMouseReleased(this::released);
    pane.setOnMouseClicked(this::clicked);
    pane.setOnScroll(this::scrolled);
    pane.setOnKeyPressed(this::key);
    pane.setOnContextMenuRequested(
        e -> {
          menu = ChartMenu.of(pane);
          menu.show(pane, e.getScreenX(), e.getScreenY());
          e.consume();
        });
  }

  private void moved(MouseEvent e) {
    PlotGeometry geometry = pane.geometry();
    pane.hover.show(geometry, geometry.nearest(e.getX(), e.getY()));
  }

  private void pressed(MouseEvent e) {
    // A press that is consumed does not close it.
    if (menu != null) {
      menu.hide();
    }
    pane.requestFocus();
    pressX = e.getX();
    pressY = e.getY();
    pressFrame = pane.geometry().area().contains(pressX, pressY) ? pane.view.visible() : null;
    // A scroll pane around it would take the keys.
    e.consume();
  }

  private void dragged(MouseEvent e) {
    if (pressFrame == null || e.isStillSincePress()) {
      return;
    }
    pane.hover.hide();
    if (isSelecting(e)) {
      pane.hover.select(pressX, pressY, e.getX(), e.getY());
    } else {
      PlotGeometry geometry = pane.geometry();
      pane.setZoom(
          pressFrame.panned(
              geometry.across(pressX) - geometry.across(e.getX()),
              geometry.up(pressY) - geometry.up(e.getY())));
    }
  }

  private static boolean isSelecting(MouseEvent e) {
    return e.getButton() == MouseButton.PRIMARY && !e.isShiftDown();
  }

  private void released(MouseEvent e) {
    pane.hover.endSelection();
    boolean large = Math.abs(e.getX() - pressX) > DRAG && Math.abs(e.getY() - pressY) > DRAG;
    if (isSelecting(e) && pressFrame != null && large) {
      pane.setZoom(pane.geometry().select(pressX, pressY, e.getX(), e.getY()));
    }
    pressFrame = null;
  }

  private void clicked(MouseEvent e) {
    if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
      pane.setZoom(null);
    }
  }

  private void scrolled(ScrollEvent e) {
    PlotGeometry geometry = pane.geometry();
    boolean here = geometry.area().contains(e.getX(), e.getY());
    // The bare wheel belongs to the page.
    if (here && e.isShortcutDown() && e.getDeltaY() != 0) {
      double factor = e.getDeltaY() > 0 ? WHEEL_FACTOR : 1 / WHEEL_FACTOR;
      zoom(factor, geometry.across(e.getX()), geometry.up(e.getY()));
      e.consume();
    }
  }

  private void key(KeyEvent e) {
    Runnable action = action(e.getCode(), e.isShortcutDown(), e.isShiftDown());
    if (action != null) {
      action.run();
      e.consume();
    }
  }

  private @Nullable Runnable action(KeyCode code, boolean shortcut, boolean shift) {
    if (shortcut) {
      return code == KeyCode.C && !shift ? () -> ChartMenu.copyImage(pane) : null;
    }
    return switch (code) {
      case LEFT -> () -> step(shift, -1, 0);
      case RIGHT -> () -> step(shift, 1, 0);
      case UP -> () -> step(shift, 0, -1);
      case DOWN -> () -> step(shift, 0, 1);
      case PLUS, ADD, EQUALS -> () -> zoom(WHEEL_FACTOR, 0.5, 0.5);
      case MINUS, SUBTRACT -> () -> zoom(1 / WHEEL_FACTOR, 0.5, 0.5);
      case DIGIT0, NUMPAD0, HOME -> () -> pane.setZoom(null);
      case L -> pane::toggleLock;
      case T -> pane::toggleTable;
      default -> pane.actions.get(code);
    };
  }

  private void zoom(double factor, double atX, double atY) {
    pane.setZoom(pane.view.visible().zoomed(factor, atX, atY));
  }

  /** Moves the picture, or what is read out: to another point, to another curve. */
  private void step(boolean picture, int across, int down) {
    if (picture) {
      pane.setZoom(pane.view.visible().panned(KEY_STEP * across, -KEY_STEP * down));
      return;
    }
    List<ChartSeries> series = pane.model().series();
    if (pane.model().isEmpty() || series.isEmpty()) {
      return;
    }
    Hit now = pane.hover.hit();
    int s = now == null ? 0 : Math.floorMod(now.seriesIndex() + down, series.size());
    List<ChartPoint> points = series.get(s).points();
    int i = now == null ? 0 : Math.max(0, Math.min(points.size() - 1, now.pointIndex() + across));
    if (i < points.size() && points.get(i).isPresent()) {
      Hit next = pane.geometry().hit(s, i);
      pane.hover.show(pane.geometry(), next);
      String words = Readout.text(pane.geometry(), next);
      pane.setAccessibleText(words.replace('\n', ','));
    }
  }
}
