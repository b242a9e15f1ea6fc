package gmrl.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.Work;
import gmrl.experiment.file.Json;
import java.io.PrintWriter;
import java.util.Optional;

/** What a run says on its way, one JSON object a line, for scripts. */
final class ProgressLines {
  private static final long INTERVAL_NANOS = 200_000_000L;

  private final Optional<PrintWriter> out;
  private final long start = System.nanoTime();
  private long written;

  ProgressLines(Optional<PrintWriter> out) {
    this.out = out;
  }

  void on(ExperimentEvent<?> event) {
    if (event instanceof ExperimentEvent.Started<?> started) {
      line("started", started.total());
    } else if (event instanceof ExperimentEvent.Progress<?> progress) {
      show(progress.work());
    } else if (event instanceof ExperimentEvent.Failed<?> failed) {
      print(
          JsonNodeFactory.instance
              .objectNode()
              .put("event", "failed")
              .put("message", failed.message()));
    }
  }

  /**
   * Says that one of several computations begins.
   *
   * @param kind what they are
   * @param number which it is, from 1
   */
  void begin(String kind, String name, int number, int all) {
    print(
        JsonNodeFactory.instance
            .objectNode()
            .put("event", "started")
            .put(kind, name)
            .put("number", number)
            .put("of", all));
  }

  /** Says what of one of several is not as somebody may want it, in one sentence. */
  void warn(String kind, String name, String sentence) {
    print(
        JsonNodeFactory.instance
            .objectNode()
            .put("event", "warning")
            .put(kind, name)
            .put("message", sentence));
  }

  /** Says what has become of one of several computations. */
  void end(String kind, String name, String key, JsonNode what) {
    ObjectNode line =
        JsonNodeFactory.instance.objectNode().put("event", "finished").put(kind, name);
    line.set(key, what);
    print(line);
  }

  private void line(String event, long total) {
    print(JsonNodeFactory.instance.objectNode().put("event", event).put("total", total));
  }

  /** Says how far it is if that was not said just now, and always that it is done. */
  void show(Work work) {
    if (work.done() != work.total() && System.nanoTime() - written < INTERVAL_NANOS) {
      return;
    }
    written = System.nanoTime();
    print(
        JsonNodeFactory.instance
            .objectNode()
            .put("event", "progress")
            .put("done", work.done())
            .put("total", work.total())
            .put("seconds", Math.round((written - start) * 1e-6) / 1e3));
  }

  private void print(ObjectNode line) {
    out.ifPresent(
        to -> {
          to.print(Json.line(line) + "\n");
          to.flush();
        });
  }
}
