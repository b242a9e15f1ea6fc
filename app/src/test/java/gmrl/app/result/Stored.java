package gmrl.app.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPane;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Family;
import gmrl.experiment.Workers;
import gmrl.experiment.file.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testfx.api.FxRobot;

/** Answers that are stored for a test, and what a window shows of them. */
final class Stored {
  private Stored() {}

  /** The whole answer, computed outside of the window. */
  static <S, R> R answer(Family<S, R> family, S spec) {
    try (Workers workers = new Workers(1)) {
      return family.experiment(spec).run(workers, new CancellationToken(), (done, snapshot) -> {});
    }
  }

  /** A document in a file that is called as its family. */
  static Path file(Path folder, Family<?, ?> family, ObjectNode document) throws IOException {
    return Files.writeString(folder.resolve(family.id() + ".json"), Json.pretty(document));
  }

  /** All plots on screen. */
  static List<ChartModel> charts(FxRobot robot) {
    return robot.lookup(node -> node instanceof ChartPane).<ChartPane>queryAll().stream()
        .map(pane -> pane.modelProperty().get())
        .toList();
  }
}
