package gmrl.app.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** The context menu of a chart and what its entries do. */
final class ChartMenu {

  /** Pixels of a copied image per pixel on screen. */
  private static final double SHARPNESS = 2;

  private ChartMenu() {}

  static ContextMenu of(ChartPane pane) {
    ContextMenu menu = new ContextMenu();
    add(menu, "Copy image", () -> copyImage(pane));
    add(menu, "Copy data as CSV", () -> copyData(pane.model()));
    add(menu, "Save figure…", pane.actions.get(KeyCode.S));
    menu.getItems().add(new SeparatorMenuItem());
    add(menu, "Show data as table", pane::toggleTable);
    add(menu, "Show all (double-click)", pane::showAll).setDisable(!pane.view.isZoomed());
    if (pane.view.onLock != null) {
      add(menu, pane.lockedProperty().get() ? "Unlock axes" : "Lock axes", pane::toggleLock);
    }
    add(menu, "Maximise or restore", pane.actions.get(KeyCode.ENTER));
    return menu;
  }

  static void copyData(ChartModel model) {
    copy(DataFormat.PLAIN_TEXT, ChartData.table(List.of(model)).text());
  }

  static void copyImage(ChartPane pane) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.max(1, pane.getWidth() * SHARPNESS),
            (int) Math.max(1, pane.getHeight() * SHARPNESS),
            BufferedImage.TYPE_INT_ARGB);
    Graphics2D g2 = image.createGraphics();
    g2.scale(SHARPNESS, SHARPNESS);
    ChartPainter.paint(pane.place(), true, g2);
    g2.dispose();
    copy(DataFormat.IMAGE, SwingFXUtils.toFXImage(image, null));
  }

  private static void copy(DataFormat format, Object content) {
    Clipboard.getSystemClipboard().setContent(Map.of(format, content));
  }

  /** Adds what there is an action for. */
  private static MenuItem add(ContextMenu menu, String text, @Nullable Runnable action) {
    MenuItem item = new MenuItem(text);
    if (action != null) {
      item.setOnAction(e -> action.run());
      menu.getItems().add(item);
    }
    return item;
  }
}
