package gmrl.app.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;

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
    pane.onSaveFigure.ifPresent(save -> menu.getItems().add(item("Save figure…", save)));
    MenuItem reset = item("Show all (double-click)", () -> pane.setZoom(null));
    reset.setDisable(!pane.zoomedProperty().get());
    menu.getItems()
        .addAll(new SeparatorMenuItem(), item("Show data as table", pane::toggleTable), reset);
    if (pane.view.onLock != null) {
      CheckMenuItem lock = new CheckMenuItem("Lock axes");
      lock.setSelected(pane.lockedProperty().get());
      lock.setOnAction(e -> pane.toggleLock());
      menu.getItems().add(lock);
    }
    pane.onMaximise.ifPresent(fill -> menu.getItems().add(item("Maximise or restore", fill)));
    return menu;
  }

  static void copyData(ChartModel model) {
    ClipboardContent content = new ClipboardContent();
    content.putString(ChartData.table(List.of(model)).text());
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
    ChartPainter.paint(pane.place(), true, g2);
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
