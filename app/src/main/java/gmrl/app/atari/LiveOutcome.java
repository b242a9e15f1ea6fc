package gmrl.app.atari;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Style;
import gmrl.app.live.Standing;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.Tip;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/** The recorded returns below the board, with the live learner's curve over them. */
final class LiveOutcome {
  private static final double THOUSAND = 1e3;

  private final AtariViewModel recorded;
  private final LearnerViewModel learner;
  private final ReadOnlyObjectWrapper<ChartModel> chart;

  LiveOutcome(AtariViewModel recorded, LearnerViewModel learner) {
    this.recorded = recorded;
    this.learner = learner;
    chart = new ReadOnlyObjectWrapper<>(recorded());
    recorded.outcomeProperty().addListener((o, old, now) -> draw());
    learner.chartProperty().addListener((o, old, now) -> draw());
  }

  ReadOnlyObjectProperty<ChartModel> chartProperty() {
    return chart.getReadOnlyProperty();
  }

  private void draw() {
    chart.set(over(recorded(), learner.chartProperty().get()));
  }

  /** With what no slider of the board moves beside its axis. */
  private ChartModel recorded() {
    ChartModel plot = recorded.outcomeProperty().get();
    return recorded
        .studyProperty()
        .get()
        .map(study -> plot.with().x(plot.x().noted(GameWords.fixedInBrief(study))).build())
        .orElse(plot);
  }

  /**
   * Millions of steps for both; what was changed on the way stays marked. A learner that somebody
   * ended is seen on its page alone.
   */
  static ChartModel over(ChartModel recorded, ChartModel live) {
    if (live.isEmpty() || live.standing() == Standing.CANCELLED) {
      return recorded;
    }
    List<ChartSeries> all = new ArrayList<>();
    String origin = live.standing() == Standing.STORED ? "stored: " : "live: ";
    for (ChartSeries series : live.series()) {
      List<ChartPoint> points =
          series.points().stream()
              .map(p -> new ChartPoint(p.x() / THOUSAND, p.y(), p.low(), p.high(), p.trials()))
              .toList();
      all.add(
          ChartSeries.estimate(origin + series.name(), Style.neutral(Style.Dash.SOLID), points));
    }
    List<ReferenceLine> lines = new ArrayList<>(recorded.lines());
    for (ReferenceLine line : live.lines()) {
      lines.add(ReferenceLine.atX(line.value() / THOUSAND, line.label()));
    }
    all.addAll(recorded.series());
    return recorded.withSeries(all).withLines(lines);
  }

  /** A button that begins, holds and goes on, and whether the board's sliders count. */
  static List<Node> controls(LearnerViewModel learner) {
    Button play = new Button("Learn live", Icons.PLAY.node());
    play.getStyleClass().addAll("small", "head-button");
    play.setMinWidth(Region.USE_PREF_SIZE);
    Tip.on(
        play,
        "Begin a learner on a miniature game, hold it, or go on; game and learner are chosen on"
            + " the page Atari");
    play.setOnAction(
        e -> {
          if (learner.phaseProperty().get() == LearnerViewModel.Phase.RUNNING) {
            learner.pause();
          } else {
            learner.play();
          }
        });
    learner
        .phaseProperty()
        .addListener(
            (o, old, now) -> {
              boolean running = now == LearnerViewModel.Phase.RUNNING;
              play.setText(
                  running ? "Hold" : now == LearnerViewModel.Phase.PAUSED ? "Go on" : "Learn live");
              play.setGraphic((running ? Icons.PAUSE : Icons.PLAY).node());
            });
    ToggleButton follow = new ToggleButton("follow sliders");
    follow.getStyleClass().addAll("chip", "small");
    follow.setMinWidth(Region.USE_PREF_SIZE);
    Tip.on(
        follow,
        "From the next update on the learner takes K from the board’s slider, a thousandth of"
            + " its α as step size of Adam, and |τ| as number of environments");
    follow.setSelected(learner.followingProperty().get());
    follow.setOnAction(e -> learner.setFollowing(follow.isSelected()));
    learner.followingProperty().addListener((o, old, now) -> follow.setSelected(now));
    // Nothing could follow them before there is a learner.
    PageParts.showWhile(
        follow, learner.phaseProperty().isNotEqualTo(LearnerViewModel.Phase.STOPPED));
    return List.of(play, follow);
  }
}
