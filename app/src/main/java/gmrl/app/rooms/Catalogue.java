package gmrl.app.rooms;

import gmrl.app.atari.AtariFigures;
import gmrl.app.bias.BiasFigures;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.PanelPlan;
import gmrl.app.ipd.IpdFigures;
import gmrl.app.training.TrainingFigures;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.training.TrainingFamily;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All figures, the paper, ours, the presets, the games. */
public final class Catalogue {

  private static final Map<String, Function<JsonView, PanelPlan>> READERS = readers();

  private Catalogue() {}

  /** What reads each family's panels out of a figure's document. */
  private static Map<String, Function<JsonView, PanelPlan>> readers() {
    Map<String, Function<JsonView, PanelPlan>> all = new LinkedHashMap<>();
    all.put(new BiasFamily().id(), BiasFigures::read);
    all.put(new TrainingFamily().id(), TrainingFigures::read);
    all.put(new LolaFamily().id(), IpdFigures::read);
    all.put(new AtariFamily().id(), AtariFigures::read);
    return Collections.unmodifiableMap(all);
  }

  /**
   * The figure that a document describes, not computed yet.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static FigurePlan read(FigureDocument document) {
    return document.plan(READERS);
  }

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
