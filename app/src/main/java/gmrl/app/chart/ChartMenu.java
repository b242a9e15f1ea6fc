package gmrl.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;

/** The context menu of a chart and what its entries do. */
final class ChartMenu {

  /** Pixels of a copied image per pixel on screen. */
  private static final double SHARPNESS = 2;

  private ChartMenu() {}

  static ContextMenu of(ChartPane pane) {
    ContextMenu menu = new ContextMenu();
    menu.getItems()
        .addAll(
            item("Copy image", () -> copyImage(pane)),
            item("Copy data as CSV", () -> copyData(pane.model())));
    if (pane.onSaveFigure() != null) {
      menu.getItems().add(item("Save figure…", () -> run(pane.onSaveFigure())));
    }
    MenuItem reset = item("Show all (double-click)", pane::resetZoom);
    reset.setDisable(!pane.zoomedProperty().get());
    menu.getItems()
        .addAll(new SeparatorMenuItem(), item("Show data as table", pane::toggleTable), reset);
    if (pane.canLock()) {
      CheckMenuItem lock = new CheckMenuItem("Lock axes");
      lock.setSelected(pane.lockedProperty().get());
      lock.setOnAction(e -> pane.toggleLock());
      menu.getItems().add(lock);
    }
    if (pane.onMaximise() != null) {
      menu.getItems().add(item("Maximise or restore", () -> run(pane.onMaximise())));
    }
    return menu;
  }

  /** Does what somebody offers to do. */
  static void run(@Nullable Runnable action) {
    if (action != null) {
      action.run();
    }
  }

  static void copyData(ChartModel model) {
    ClipboardContent content = new ClipboardContent();
    content.putString(ChartData.of(model).table().text());
    Clipboard.getSystemClipboard().setContent(content);
  }

  static void copyImage(ChartPane pane) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.max(1, pane.getWidth() * SHARPNESS),
            (int) Math.max(1, pane.getHeight() * SHARPNESS),
            BufferedImage.TYPE_INT_ARGB);
    Graphics2D g2 = image.createGraphics();
    g2.scale(SHARPNESS, SHARPNESS);
    ChartPainter.paint(
        pane.model(),
        pane.themeProperty().get(),
        pane.visibleFrame(),
        true,
        g2,
        new Rectangle2D.Double(0, 0, pane.getWidth(), pane.getHeight()));
    g2.dispose();
    Clipboard.getSystemClipboard()
        .setContent(
            Map.<DataFormat, Object>of(DataFormat.IMAGE, SwingFXUtils.toFXImage(image, null)));
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(e -> action.run());
    return item;
  }
}
