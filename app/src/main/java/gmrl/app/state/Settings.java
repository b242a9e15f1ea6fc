package gmrl.app.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Preferences that outlive a session.
 *
 * @param dark whether the dark theme is on
 * @param x left edge of the window; absent to centre it
 * @param y top edge of the window; absent to centre it
 * @param width window width in pixels, its frame included
 * @param height window height in pixels, its frame included
 * @param maximised whether the window fills the screen
 * @param folder folder of the last opened or saved file, empty for the home folder
 * @param page title of the page that was last on screen, empty before there was one
 * @param tabs title of the tab that each page with tabs, or each group of pages, has shown last
 * @param columns widths in pixels that somebody has given to the columns of tables, by the names of
 *     both
 */
@RecordBuilder
public record Settings(
    boolean dark,
    Optional<Double> x,
    Optional<Double> y,
    double width,
    double height,
    boolean maximised,
    String folder,
    String page,
    Map<String, String> tabs,
    Map<String, Map<String, Double>> columns)
    implements SettingsBuilder.With {

  /** Smallest useful window. */
  public static final double MIN_WIDTH = 960;

  /** Smallest useful window. */
  public static final double MIN_HEIGHT = 640;

  /** What a first start uses. */
  public static final Settings DEFAULT =
      new Settings(
          false, Optional.empty(), Optional.empty(), 1440, 900, false, "", "", Map.of(), Map.of());

  /** Replaces sizes that no screen shows by the default ones. */
  public Settings {
    tabs = Collections.unmodifiableMap(new TreeMap<>(tabs));
    columns = usable(columns);
    if (!(width >= MIN_WIDTH && width <= 20_000)) {
      width = 1440;
    }
    if (!(height >= MIN_HEIGHT && height <= 20_000)) {
      height = 900;
    }
    if (!isOnAScreen(x) || !isOnAScreen(y)) {
      x = Optional.empty();
      y = Optional.empty();
    }
  }

  private static boolean isOnAScreen(Optional<Double> edge) {
    return edge.filter(at -> Math.abs(at) <= 20_000).isPresent();
  }

  private static Map<String, Map<String, Double>> usable(Map<String, Map<String, Double>> columns) {
    Map<String, Map<String, Double>> usable = new TreeMap<>();
    columns.forEach(
        (table, widths) -> {
          Map<String, Double> those = new TreeMap<>(widths);
          those.values().removeIf(width -> !(width > 0 && width <= 20_000));
          usable.put(table, Collections.unmodifiableMap(those));
        });
    return Collections.unmodifiableMap(usable);
  }

  /** The same settings with other widths of a table's columns. */
  public Settings withColumns(String table, Map<String, Double> widths) {
    Map<String, Map<String, Double>> all = new TreeMap<>(columns);
    all.put(table, widths);
    return with().columns(all).build();
  }

  /** Whether a window has had a place before. */
  public boolean isPlaced() {
    return x.isPresent() && y.isPresent();
  }

  /** The same settings with another window place. */
  public Settings withWindow(double x, double y, double width, double height, boolean maximised) {
    return with()
        .x(Optional.of(x))
        .y(Optional.of(y))
        .width(width)
        .height(height)
        .maximised(maximised)
        .build();
  }
}
