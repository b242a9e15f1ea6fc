package gmrl.app.result;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.app.figure.ResultPlot;
import gmrl.experiment.RunFacts;
import java.nio.file.Path;
import java.util.List;

/**
 * A stored result as the page shows it.
 *
 * @param place the file or the folder it was read from
 * @param kind its family
 * @param title what a person calls that, behind the name of a run that has one
 * @param config what determines its numbers
 * @param differs from the family's defaults in these settings
 * @param seed the first one
 * @param run what is said about the run
 * @param plots its charts
 */
record StoredView(
    Path place,
    String kind,
    String title,
    JsonNode config,
    String differs,
    long seed,
    RunFacts run,
    List<ResultPlot> plots) {

  /** Freezes the list. */
  StoredView {
    plots = List.copyOf(plots);
  }

  /** That it is stored, by whom it was computed and how far. */
  String sentence() {
    return "Stored result: nothing on this page is computed. "
        + (run.complete() ? "Computed" : "Computed in part, before it was interrupted,")
        + " by version "
        + run.by().version()
        + " on Java "
        + run.by().java()
        + ", "
        + run.by().system()
        + ".";
  }

  /** Where it lies and what was asked. */
  String settings() {
    return place + " · seed " + seed + " · " + differs;
  }
}
