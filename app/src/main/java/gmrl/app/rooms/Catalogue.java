package gmrl.app.rooms;

import gmrl.app.atari.AtariFigures;
import gmrl.app.bias.BiasFigures;
import gmrl.app.figure.FigurePlan;
import gmrl.app.ipd.IpdFigures;
import gmrl.app.training.TrainingFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All figures, the paper, ours, the presets, the games. */
public final class Catalogue {

  private Catalogue() {}

  /**
   * Every figure there is.
   *
   * @return the plans; their ids are distinct
   */
  public static List<FigurePlan> all() {
    List<FigurePlan> all = new ArrayList<>();
    all.addAll(BiasFigures.all());
    all.addAll(TrainingFigures.all());
    all.addAll(IpdFigures.all());
    all.addAll(AtariFigures.all());
    return List.copyOf(all);
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
