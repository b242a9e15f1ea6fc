package gmrl.app.rooms;

import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.FigurePlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All figures, the paper, ours, the presets, the games. */
public final class Catalogue {

  private Catalogue() {}

  /**
   * The figure that a document describes, not computed yet.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static FigurePlan read(FigureDocument document) {
    return document.plan(Rooms.readers());
  }

  /**
   * Every figure there is.
   *
   * @return the plans; their ids are distinct
   */
  public static List<FigurePlan> all() {
    return byFamily().values().stream().flatMap(List::stream).toList();
  }

  /** The same by what kind of experiment makes them, as people call it. */
  public static Map<String, List<FigurePlan>> byFamily() {
    return Rooms.figures();
  }

  /**
   * A figure by its id.
   *
   * @param id the identifier
   * @return the plan
   * @throws IllegalArgumentException naming the id and the known ones
   */
  public static FigurePlan named(String id) {
    return all().stream()
        .filter(plan -> plan.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the figure is \"%s\", expected one of %s"
                        .formatted(
                            id,
                            all().stream().map(FigurePlan::id).collect(Collectors.joining(", ")))));
  }
}
