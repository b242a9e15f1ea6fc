package gmrl.experiment.tabular;

import gmrl.experiment.file.JsonView;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Files that hold one array under one key: {@code {"theta":[s][a]}}, {@code {"phi":[s][a]}}, {@code
 * {"v":[s][a]}} and {@code {"V":[s]}}. Other keys, such as a title, are ignored, unless they look
 * like a slip for the one that is missing.
 */
public final class TableFile {
  private TableFile() {}

  /**
   * Reads a table [S][A].
   *
   * @param file the file
   * @param key the key it stands under
   * @throws IllegalArgumentException in one sentence that names file, place, value and expectation
   */
  public static Table table(Path file, String key) {
    JsonView json = JsonView.read(file).withoutSlips(key);
    try {
      return Table.of(key, json.at(key).matrix());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  /**
   * Reads a table of a given size.
   *
   * @throws IllegalArgumentException in one sentence that names file, place, value and expectation
   */
  public static Table table(Path file, String key, int states, int actions) {
    Table table = table(file, key);
    try {
      table.requireSize(key, states, actions);
      return table;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a vector of finite numbers of a given length.
   *
   * @throws IllegalArgumentException in one sentence that names file, place, value and expectation
   */
  public static double[] vector(Path file, String key, int length) {
    JsonView json = JsonView.read(file).withoutSlips(key);
    double[] vector = json.at(key).vector();
    if (vector.length != length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s: %s has %d entries, expected %d", file, key, vector.length, length));
    }
    for (int i = 0; i < length; i++) {
      if (!Double.isFinite(vector[i])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s: %s[%d] is %s, expected a finite number",
                file,
                key,
                i,
                vector[i]));
      }
    }
    return vector;
  }
}
