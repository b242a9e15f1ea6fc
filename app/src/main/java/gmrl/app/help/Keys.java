package gmrl.app.help;

import gmrl.app.chart.ChartPane;
import gmrl.app.ui.KeyHint;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;

/**
 * What keys do, in one part of the window.
 *
 * @param place such as "File"
 * @param hints its keys
 */
public record Keys(String place, List<KeyHint> hints) {

  /** Copies the list. */
  public Keys {
    hints = List.copyOf(hints);
  }

  /** The keys of all menus, as they are bound, and those of charts, sliders and pages. */
  static List<Keys> all(MenuBar menus, List<Keys> more) {
    List<Keys> all = new ArrayList<>();
    for (Menu menu : menus.getMenus()) {
      List<KeyHint> hints = new ArrayList<>();
      collect(menu, hints);
      if (!hints.isEmpty()) {
        all.add(new Keys(plain(menu.getText()), hints));
      }
    }
    all.addAll(more);
    all.add(new Keys("A chart that has the focus", ChartPane.KEYS));
    all.add(
        new Keys(
            "A slider that has the focus",
            List.of(
                new KeyHint("← →", "a small step"),
                new KeyHint("Home, End", "smallest and largest value"),
                new KeyHint("double click", "the paper’s value"))));
    return all;
  }

  private static void collect(Menu menu, List<KeyHint> into) {
    for (MenuItem item : menu.getItems()) {
      if (item instanceof Menu inner) {
        collect(inner, into);
      } else if (item.getAccelerator() != null) {
        into.add(new KeyHint(item.getAccelerator().getDisplayText(), plain(item.getText())));
      }
    }
  }

  private static String plain(String text) {
    return text.replace("_", "").replace("…", "");
  }
}
