package gmrl.app.sweep;

import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.Resources;
import gmrl.experiment.sweep.SweepPlan;
import java.util.List;

/**
 * A sweep that comes with the laboratory, so that there is a table to look at.
 *
 * @param id name of its file without ending
 * @param title as in the file
 * @param about how many points it has, and what they show
 */
record ExampleSweep(String id, String title, String about) {
  private static final String FOLDER = "sweeps/";

  /** All of them; none is read yet. */
  static List<ExampleSweep> all() {
    return Resources.json(FOLDER + "index.json").at("sweeps").elements().stream()
        .map(
            entry ->
                new ExampleSweep(
                    entry.at("id").text(), entry.at("title").text(), entry.at("about").text()))
        .toList();
  }

  JsonView document() {
    return Resources.json(FOLDER + id + ".json");
  }

  /** What is swept, with every point checked. */
  SweepPlan plan() {
    return SweepPlan.read(document());
  }
}
