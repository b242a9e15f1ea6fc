package gmrl.app.shelf;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.app.state.LabState;
import gmrl.app.ui.Words;
import gmrl.experiment.file.JsonView;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Puts what is stored back into the window: the settings of a run, or its answer as well. */
public final class Reopening {
  private final ShelfFolder folder;
  private final Executor ui;
  private final Arrivals arrivals;
  private final Map<String, Source> sources;
  private final DiskWork disk;
  private final Consumer<String> problems;

  Reopening(
      ShelfFolder folder,
      Executor ui,
      Arrivals arrivals,
      Map<String, Source> sources,
      DiskWork disk,
      Consumer<String> problems) {
    this.folder = folder;
    this.ui = ui;
    this.arrivals = arrivals;
    this.sources = sources;
    this.disk = disk;
    this.problems = problems;
  }

  /**
   * Puts the settings of any stored run into the window.
   *
   * @param path its folder
   * @param config its specification
   */
  public void settings(String kind, Path path, JsonNode config) {
    Source source = sources.get(kind);
    if (source == null) {
      problems.accept("A run of " + kind + " has no page in this window.");
      return;
    }
    int asked = arrivals.asked();
    disk.then(
        () -> {
          UnaryOperator<LabState> next = folder.state(source, path, view(path, config));
          ui.execute(() -> put(asked, path, next));
        });
  }

  private static JsonView view(Path path, JsonNode config) {
    return JsonView.parse(path.toString(), config.toString());
  }

  private boolean put(int asked, Path path, UnaryOperator<LabState> next) {
    try {
      return arrivals.put(asked, path, next);
    } catch (IllegalArgumentException e) {
      problems.accept(Words.sentence(String.valueOf(e.getMessage())));
      return false;
    }
  }

  /**
   * Puts the settings of a stored answer into the window, and the answer itself onto its family's
   * page, which then computes nothing until a setting changes. Where that page has no place for it,
   * one sentence says so and everything stays as it is.
   *
   * @param path the file or the folder of a run that holds it
   * @param config its specification
   * @param open shows the page of a title
   */
  public void answer(String kind, Path path, JsonNode config, Consumer<String> open) {
    Source source = sources.get(kind);
    if (source == null || source.answers().isEmpty()) {
      problems.accept("A result of " + kind + " has no page of its own in this window.");
      return;
    }
    Source.Answers answers = source.answers().get();
    int asked = arrivals.asked();
    LabState present = arrivals.present();
    disk.then(
        () -> {
          LabState next = folder.state(source, path, view(path, config)).apply(present);
          Runnable show = answers.reading().read(path, next);
          ui.execute(
              () -> {
                boolean there =
                    put(
                        asked,
                        path,
                        now -> {
                          show.run(); // before the page hears of the state that asks for it
                          return next;
                        });
                if (there) {
                  open.accept(answers.page());
                }
              });
        });
  }
}
