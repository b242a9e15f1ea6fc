package gmrl.app.shell;

import gmrl.app.ui.PageParts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Panels in equal tiles: as many columns as fit, two rows in sight and the others below them. One
 * panel may fill the whole area.
 */
final class DashboardGrid extends ScrollPane {
  private static final double GAP = 8;
  private static final double MIN_TILE_WIDTH = 340;
  private static final double MIN_TILE_HEIGHT = 300;

  /** Before a hall words are larger, and so is the least width that holds them. */
  private static final double WIDER = 1.5;

  private static final double HIGHER = 1.4;

  private final List<Region> panels = new ArrayList<>();
  private final ReadOnlyObjectWrapper<@Nullable Region> maximised = new ReadOnlyObjectWrapper<>();
  private final Tiles tiles = new Tiles();

  DashboardGrid() {
    getStyleClass().addAll("dashboard", "edge-to-edge");
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    setContent(tiles);
    viewportBoundsProperty().addListener((o, was, is) -> tiles.fill(is.getHeight()));
  }

  /** Whether a hall looks on. */
  void setPresented(boolean now) {
    tiles.setPresented(now);
  }

  void add(Region panel) {
    panels.add(panel);
    tiles.getChildren().add(panel);
  }

  List<Region> panels() {
    return List.copyOf(panels);
  }

  ReadOnlyObjectProperty<@Nullable Region> maximisedProperty() {
    return maximised.getReadOnlyProperty();
  }

  void toggleMaximised(Region panel) {
    maximised.set(maximised.get() == panel ? null : panel);
    for (Region p : panels) {
      boolean shown = maximised.get() == null || maximised.get() == p;
      PageParts.show(p, shown);
    }
    tiles.requestLayout();
  }

  void restore() {
    Region present = maximised.get();
    if (present != null) {
      toggleMaximised(present);
    }
  }

  private static final class Tiles extends Pane {
    private double viewport;
    private boolean presented;

    /** Two rows fill what is visible; further ones are scrolled to. */
    void fill(double height) {
      viewport = height;
      requestLayout();
    }

    void setPresented(boolean now) {
      presented = now;
      requestLayout();
    }

    private double rowHeight(int rows) {
      double shared = (viewport - GAP) / Math.min(2, Math.max(1, rows)) - GAP;
      return Math.max((presented ? HIGHER : 1) * MIN_TILE_HEIGHT, Math.floor(shared));
    }

    private int columns(double width, int count) {
      double least = (presented ? WIDER : 1) * MIN_TILE_WIDTH;
      int fit = (int) Math.max(1, (width - GAP) / (least + GAP));
      int wanted = count <= 1 ? 1 : count <= 4 ? 2 : width > 1500 ? 3 : 2;
      return Math.min(fit, wanted);
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
      List<Node> shown = getManagedChildren();
      double w = width > 0 ? width : getWidth();
      int rows = (int) Math.ceil(shown.size() / (double) columns(w, shown.size()));
      return Math.max(1, rows) * (rowHeight(rows) + GAP) + GAP;
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
      List<Node> shown = getManagedChildren();
      if (shown.isEmpty()) {
        return;
      }
      int columns = columns(getWidth(), shown.size());
      int rows = (int) Math.ceil(shown.size() / (double) columns);
      double w = (getWidth() - GAP * (columns + 1)) / columns;
      double h = rowHeight(rows);
      for (int i = 0; i < shown.size(); i++) {
        int row = i / columns;
        int column = i % columns;
        boolean widow = i == shown.size() - 1 && column < columns - 1;
        double span = widow ? (columns - column) * w + (columns - column - 1) * GAP : w;
        double x = snapPositionX(GAP + column * (w + GAP));
        double y = snapPositionY(GAP + row * (h + GAP));
        shown.get(i).resizeRelocate(x, y, snapSizeX(span), snapSizeY(h));
      }
    }
  }
}
