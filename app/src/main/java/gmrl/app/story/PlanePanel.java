package gmrl.app.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.PanelPlan;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.inspect.PathCloud;
import gmrl.experiment.inspect.PlaneWalk;
import gmrl.experiment.inspect.PolicyPlane;
import gmrl.experiment.inspect.ValueMap;
import gmrl.experiment.tabular.TabularSetup;
import java.util.List;
import java.util.Optional;

/**
 * The map of the first scene on paper. Nothing in it is random.
 *
 * @param title short text above it
 * @param alpha step size of the inner loop
 * @param steps of the inner loop
 * @param start where it begins
 */
record PlanePanel(String title, double alpha, int steps, PathCloud.Place start)
    implements PanelPlan {
  private static final BiasFamily BIAS = new BiasFamily();

  /** A specification of an experiment has at least so many. */
  private static final int TRIALS = 2;

  @Override
  public PlanePanel quick() {
    return this;
  }

  @Override
  public PlanePanel withSeed(long seed) {
    return this;
  }

  @Override
  public long seed() {
    return 0;
  }

  /** The inner loop on its plane. */
  TabularSetup loop() {
    return PolicyPlane.at(start, PolicyPlane.twoStates(alpha, steps));
  }

  private Part<PlaneWalk> walk() {
    return new Part<>(loop(), LoopsViewModel.walk(loop()));
  }

  private static Part<ValueMap> map() {
    ValueMap.Survey survey = LoopsViewModel.survey(LoopsViewModel.ground());
    return new Part<>(survey, survey);
  }

  @Override
  public List<Part<?>> parts() {
    return List.of(map(), walk());
  }

  @Override
  public ChartModel chart(Results results) {
    return drawn(Optional.of(results.of(map())), Optional.of(results.of(walk()))).withTitle(title);
  }

  /** The picture as a chart. */
  static ChartModel drawn(Optional<ValueMap> map, Optional<PlaneWalk> walk) {
    PlaneSketch sketch = new PlaneSketch(map.map(Relief::of), walk, "");
    return ChartModel.drawing(
        pen -> {
          sketch.ground(pen);
          sketch.draw(pen);
        });
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", StoryFeature.PLOTS);
    node.put("measure", "the return J of every policy, the exact inner loop and its two gradients");
    node.put("bands", "none").put("alpha", alpha).put("steps", steps);
    node.putArray("start").add(start.x()).add(start.y());
    ObjectNode shown =
        FigureDocument.shown(
            BIAS, BiasStudy.of(new BiasSpec(loop(), TRIALS, seed(), Optional.empty())));
    // Nothing is tried, and nothing drawn.
    shown.withObject("config").remove(List.of("trials", "seed"));
    node.set(FigureDocument.SHOWN, shown);
  }

  /** Reads what {@link #describe} wrote. */
  static PlanePanel read(JsonView json) {
    double[] start = json.at("start").pair();
    return new PlanePanel(
        json.at("title").text(),
        json.at("alpha").number(),
        json.at("steps").integer(),
        new PathCloud.Place(start[0], start[1]));
  }
}
