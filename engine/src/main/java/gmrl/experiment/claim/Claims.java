package gmrl.experiment.claim;

import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.Resources;
import java.util.List;

/** The register of claims that comes with the laboratory. */
public final class Claims {
  private static final String FOLDER = "claims/";

  private Claims() {}

  /** Their identifiers, in order. */
  public static List<String> ids() {
    return Resources.json(FOLDER + "index.json").at("claims").elements().stream()
        .map(JsonView::text)
        .toList();
  }

  /** All of them, in order. */
  public static List<ClaimSpec> all() {
    return ids().stream().map(id -> ClaimJson.read(Resources.json(FOLDER + id + ".json"))).toList();
  }

  /**
   * Finds one.
   *
   * @throws IllegalArgumentException quoting an unknown identifier and naming the known ones
   */
  public static ClaimSpec find(String id) {
    if (!ids().contains(id)) {
      throw new IllegalArgumentException(
          "the claim is \"%s\", expected one of %s".formatted(id, String.join(", ", ids())));
    }
    return ClaimJson.read(Resources.json(FOLDER + id + ".json"));
  }
}
