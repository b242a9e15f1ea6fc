package gmrl.experiment.bias;

import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.Resources;
import java.util.List;

/** The tabular experiments of the paper, and a few beyond it, as studies that come along. */
public final class BiasPresets {
  private static final String FOLDER = "presets/bias/";

  private BiasPresets() {}

  /** All of them, in the order of the paper. */
  public static List<BiasStudy> all() {
    return ids().stream().map(BiasPresets::find).toList();
  }

  /** Their identifiers. */
  public static List<String> ids() {
    return Resources.json(FOLDER + "index.json").at("presets").elements().stream()
        .map(JsonView::text)
        .toList();
  }

  /**
   * Checks that there is one of this name, without reading it.
   *
   * @throws IllegalArgumentException quoting an unknown identifier and naming the known ones
   */
  public static void require(String id) {
    if (!ids().contains(id)) {
      throw new IllegalArgumentException(
          "the preset is \"%s\", expected one of %s".formatted(id, String.join(", ", ids())));
    }
  }

  /**
   * Finds one.
   *
   * @throws IllegalArgumentException quoting an unknown identifier and naming the known ones
   */
  public static BiasStudy find(String id) {
    require(id);
    return BiasStudyJson.read(Resources.json(FOLDER + id + ".json"));
  }
}
