package gmrl.app.inspect;

import gmrl.app.chart.ChartModel;
import gmrl.experiment.inspect.Inspection;
import java.util.Locale;
import java.util.OptionalInt;

/** What is drawn of one trial. */
enum TrialPicture {
  /** Where it went in the plane of the exact path. */
  PATH("one trial beside the exact path"),
  /** What each slot contributes to the error. */
  SHARES("shares of the squared error"),
  /** Entries of the gradient against the truth. */
  ENTRIES("estimated entries of the gradient against the exact ones"),
  /** The value along the path. */
  VALUE("value of the policy along the path"),
  /** Its steps and the exact path as they are drawn on screen. */
  TRIAL("one trial in the plane of its exact path"),
  /** The MDP under its policy, drawn. */
  MDP("the MDP as a graph");

  private final String words;

  TrialPicture(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Whether it is a drawing rather than a plot. */
  boolean isDrawn() {
    return this == TRIAL || this == MDP;
  }

  /** In files. */
  String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The chart after some inner steps. */
  ChartModel of(Inspection trial, int step) {
    return switch (this) {
      case PATH -> InspectorCharts.plane(trial, step);
      case SHARES -> InspectorCharts.shares(trial, step);
      case ENTRIES -> InspectorCharts.scatter(trial.stages().get(step));
      case VALUE -> InspectorCharts.path(trial, step);
      case TRIAL -> ChartModel.drawing(pen -> TrialView.draw(pen, trial, step));
      case MDP -> {
        World world = new World(trial.world(), trial.stages().get(step));
        yield ChartModel.drawing(pen -> WorldView.draw(pen, world, OptionalInt.empty()));
      }
    };
  }
}
