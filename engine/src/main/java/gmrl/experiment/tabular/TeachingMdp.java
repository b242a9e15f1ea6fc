package gmrl.experiment.tabular;

import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.Resources;
import gmrl.mdp.Mdp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A named MDP that comes with the laboratory.
 *
 * @param id stable identifier
 * @param title a few words
 * @param sentence what it is good for
 * @param gamma its discount
 * @param source a recipe for random MDPs, or the teaching MDP itself
 */
public record TeachingMdp(
    String id, String title, String sentence, double gamma, MdpSource source) {
  private static final String FOLDER = "mdps/";

  /** Those that were read already: legends ask for their titles while sliders move. */
  private static final Map<String, TeachingMdp> READ = new ConcurrentHashMap<>();

  /** All of them, in teaching order. */
  public static List<TeachingMdp> all() {
    return Resources.json(FOLDER + "index.json").at("mdps").elements().stream()
        .map(id -> find(id.text()))
        .toList();
  }

  /**
   * Finds one.
   *
   * @throws IllegalArgumentException quoting an unknown identifier and naming the known ones
   */
  public static TeachingMdp find(String id) {
    return READ.computeIfAbsent(id, TeachingMdp::read);
  }

  private static TeachingMdp read(String id) {
    JsonView json = document(id);
    MdpSource source =
        json.has("generated")
            ? TabularJson.generated(json.at("generated"))
            : new MdpSource.Teaching(id);
    return new TeachingMdp(
        id, json.at("title").text(), json.at("sentence").text(), json.at("gamma").number(), source);
  }

  /**
   * The MDP of an identifier, under its own or another discount.
   *
   * @throws IllegalArgumentException if there is none, or it is a recipe
   */
  static Mdp mdp(String id, OptionalDouble gamma) {
    return MdpFile.parse(document(id), gamma);
  }

  private static JsonView document(String id) {
    Optional<JsonView> json =
        id.matches("[a-z0-9-]+") && !id.equals("index")
            ? Resources.find(FOLDER + id + ".json")
            : Optional.empty();
    return json.orElseThrow(
        () ->
            new IllegalArgumentException(
                "the teaching MDP is \"%s\", expected one of %s"
                    .formatted(
                        id,
                        Resources.json(FOLDER + "index.json").at("mdps").elements().stream()
                            .map(JsonView::text)
                            .toList())));
  }
}
