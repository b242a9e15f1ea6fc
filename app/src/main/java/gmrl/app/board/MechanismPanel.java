package gmrl.app.board;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Standing;
import gmrl.app.state.LabState;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.inspect.PathCloud;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The picture of the two loops on paper: paths of θ, the true meta-gradient and the mean estimate.
 *
 * @param title short text above the picture
 * @param settings what stands on the sliders
 * @param paths how many sampled ones
 */
record MechanismPanel(String title, BiasSpec settings, int paths) implements PanelPlan {
  /** What tells it from the small plots in a document. */
  private static final String KEY = "mechanism";

  private static final BiasFamily BIAS = new BiasFamily();

  /** What the arrows need of all that the board computes. */
  private static final Set<String> NOW =
      Set.of(BoardStudy.ALL_NOW, BoardStudy.now(Row.COMPOSITIONAL), BoardStudy.now(Row.HESSIAN));

  @Override
  public MechanismPanel quick() {
    return with(BIAS.quick(BiasStudy.of(settings)));
  }

  @Override
  public MechanismPanel withSeed(long seed) {
    return with(BIAS.withSeed(BiasStudy.of(settings), seed));
  }

  private MechanismPanel with(BiasStudy other) {
    return new MechanismPanel(title, other.specs().get(0), paths);
  }

  @Override
  public long seed() {
    return settings.seed();
  }

  private Part<PathCloud> cloud() {
    PathPanel.Loop loop = PathPanel.Loop.of(settings.setup(), settings.seed(), paths);
    return new Part<>(loop, loop.experiment());
  }

  private Part<BiasResult> means() {
    BiasStudy whole =
        BoardStudy.of(
                LabState.initial()
                    .withSetup(settings.setup())
                    .withTrials(settings.trials())
                    .withSeed(settings.seed()))
            .study();
    BiasStudy study =
        whole.withCurves(
            whole.curves().stream().filter(curve -> NOW.contains(curve.label())).toList());
    return new Part<>(study, BIAS.experiment(study));
  }

  @Override
  public List<Part<?>> parts() {
    return List.of(cloud(), means());
  }

  @Override
  public ChartModel chart(Results results) {
    BiasResult means = results.of(means());
    MechanismViewModel.Picture picture =
        MechanismViewModel.picture(
            settings.setup(),
            Optional.of(results.of(cloud())),
            Arrows.of(means),
            row -> BoardCharts.now(new Readings(means), row),
            Standing.FRESH);
    return MechanismView.onPaper(picture).withTitle(title);
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", BoardPanel.FAMILY).put("measure", "the two loops of MDP 1");
    node.put(FigureDocument.OF, BIAS.id());
    node.put("bands", "none").put(KEY, paths);
    node.set("config", BIAS.write(BiasStudy.of(settings)));
  }

  /** Whether a document's panel is one of these. */
  static boolean isOne(JsonView json) {
    return json.has(KEY);
  }

  /** Reads what {@link #describe} wrote. */
  static MechanismPanel read(JsonView json) {
    BiasSpec settings = BIAS.read(json.at("config")).specs().get(0);
    MechanismPanel panel =
        new MechanismPanel(json.at("title").label(), settings, json.at(KEY).integer());
    panel.parts();
    return panel;
  }
}
