package gmrl.app.board;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.app.ui.Words;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.inspect.PathCloud;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.TabularSetup;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;

/**
 * What one meta-gradient is made of, on the first MDP: where the inner loop leads, and how the mean
 * estimate differs from the truth. Uses the means that the board's plots rest on.
 */
final class MechanismViewModel {
  private static final int PATHS = 160;

  private final StateModel<LabState> state;
  private final LiveView<PathPanel.Loop, PathCloud> cloud;
  private final BoardViewModel board;
  private final ReadOnlyObjectWrapper<Picture> picture =
      new ReadOnlyObjectWrapper<>(
          new Picture(
              Optional.empty(), Optional.empty(), List.of(), "", Map.of(), 1, Standing.REFINING));

  /**
   * What is drawn.
   *
   * @param cloud paths of θ; empty before the first
   * @param arrows the meta-gradients; empty before the first trials
   * @param caption of the cloud, in fewer and fewer words
   * @param meaning what the arrows say, in a few words
   * @param overall each bias over all MDPs, in words, as far as it is known
   * @param mdps how many these are
   * @param standing what the arrows are worth
   */
  record Picture(
      Optional<PathCloud> cloud,
      Optional<Arrows> arrows,
      List<String> caption,
      String meaning,
      Map<Row, String> overall,
      int mdps,
      Standing standing) {
    /** Copies the words. */
    Picture {
      caption = List.copyOf(caption);
      overall = Map.copyOf(overall);
    }
  }

  MechanismViewModel(Laboratory lab, StateModel<LabState> state, BoardViewModel board) {
    this.state = state;
    this.board = board;
    cloud =
        new LiveView<>(
            lab, "Picture of the inner loop", LiveView.Pace.WHEN_QUIET, PathPanel.Loop::experiment);
    cloud.answerProperty().addListener((o, old, now) -> draw());
    // After the board's own listener, so that its words are of the same answer.
    board.answerProperty().addListener((o, old, now) -> draw());
    state.stateProperty().addListener((o, old, now) -> ask());
    ask();
  }

  void start() {
    cloud.start();
  }

  void stop() {
    cloud.stop();
  }

  ReadOnlyObjectProperty<Picture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** Share of the work behind the arrows that is done. */
  double progress() {
    LiveView.Answer<BoardStudy, BiasResult> means = board.answerProperty().get();
    return means == null ? 0 : means.progress();
  }

  /** The paths as a chart, for a figure; empty before the first. */
  ChartModel chart() {
    LiveView.Answer<PathPanel.Loop, PathCloud> now = cloud.answer();
    return now == null
        ? ChartModel.empty("", ChartAxis.linear(""), ChartAxis.linear(""))
        : PathPanel.drawn(now.snapshot()).withProgress(now.progress()).withStanding(now.standing());
  }

  /** What computes that chart. */
  Optional<PanelPlan> plan() {
    return Optional.ofNullable(cloud.answer()).map(now -> new PathPanel("", now.question()));
  }

  /** Why there is no picture; empty if there is. */
  ReadOnlyStringProperty problemProperty() {
    return cloud.problemProperty();
  }

  private void ask() {
    cloud.ask(() -> PathPanel.Loop.of(state.get().setup(), state.get().seed(), PATHS));
  }

  private void draw() {
    LiveView.Answer<PathPanel.Loop, PathCloud> path = cloud.answer();
    LiveView.Answer<BoardStudy, BiasResult> means = board.answerProperty().get();
    Optional<Arrows> arrows = means == null ? Optional.empty() : Arrows.of(means.snapshot());
    Standing standing = means == null ? Standing.REFINING : means.standing();
    if (arrows.isEmpty() && standing.isUnderWay() && picture.get().arrows().isPresent()) {
      arrows = picture.get().arrows();
      standing = Standing.STALE;
    }
    Picture next =
        picture(
            state.get().setup(),
            Optional.ofNullable(path).map(LiveView.Answer::snapshot),
            arrows,
            board::now,
            standing);
    if (!next.equals(picture.get())) {
      picture.set(next);
    }
  }

  /** What is drawn of numbers, however they came about. */
  static Picture picture(
      TabularSetup setup,
      Optional<PathCloud> cloud,
      Optional<Arrows> arrows,
      Function<Row, Optional<RelativeBias>> now,
      Standing standing) {
    Map<Row, String> overall = new EnumMap<>(Row.class);
    for (Row row : Row.values()) {
      now.apply(row).ifPresent(bias -> overall.put(row, bias.inWords()));
    }
    int mdps = setup.mdps().count();
    return new Picture(cloud, arrows, caption(setup), meaning(setup), overall, mdps, standing);
  }

  private static List<String> caption(TabularSetup setup) {
    if (setup.steps() == 0) {
      return List.of("K = 0: θ⁰ is judged as it is", "θ⁰ is judged as it is");
    }
    if (!setup.inner().isSampled()) {
      return List.of("the inner gradient is exact: every path is the same");
    }
    String end = "θ" + Words.raised(setup.steps());
    String where = "cloud: where " + end + " lands";
    String makes = " makes compositional bias";
    return List.of(
        where + ", sampled; its spread" + makes,
        "where " + end + " lands; its spread" + makes,
        "the spread of " + end + makes,
        "spread of " + end + ": compositional bias",
        where);
  }

  private static String meaning(TabularSetup setup) {
    String what = setup.problem() instanceof ProblemSpec.Maml ? "θ⁰" : "the reward φ";
    String judged =
        setup.steps() == 0 && what.equals("θ⁰") ? "it" : "θ" + Words.raised(setup.steps());
    return "how to move " + what + " so that " + judged + " earns more";
  }

  /** What computes the arrows and the paths. */
  PanelPlan wholePlan() {
    return new MechanismPanel("", BoardPanel.settings(state.get()), PATHS);
  }
}
