package gmrl.experiment.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a document says what its own content says: what was read from it is written again and
 * held against it, so that neither an unknown key nor a number that does not follow from the others
 * passes.
 */
public final class Agreement {
  /** Sums may round otherwise on another platform. */
  private static final double ROUNDING = 1e-9;

  private Agreement() {}

  /**
   * Insists that a document is the same as the one that its content gives.
   *
   * @param given the document
   * @param written what its content is written as
   * @throws IllegalArgumentException in one sentence that names the first place where they differ
   */
  public static void require(JsonView given, JsonNode written) {
    if (written.isObject()) {
      given.only(written.propertyStream().map(Map.Entry::getKey).toArray(String[]::new));
      written.properties().forEach(entry -> require(given.at(entry.getKey()), entry.getValue()));
    } else if (written.isArray()) {
      List<JsonView> elements = given.elements();
      if (elements.size() != written.size()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s has %d elements, expected %d as the rest of it says",
                given.place(),
                elements.size(),
                written.size()));
      }
      for (int i = 0; i < elements.size(); i++) {
        require(elements.get(i), written.get(i));
      }
    } else if (!same(given.value(), written)) {
      throw given.unexpected(written + ", which follows from the rest");
    }
  }

  private static boolean same(JsonNode given, JsonNode written) {
    if (!given.isNumber() || !written.isNumber()) {
      return given.equals(written);
    }
    double a = given.doubleValue();
    double b = written.doubleValue();
    return a == b || Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
  }
}
