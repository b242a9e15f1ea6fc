package gmrl.app.result;

import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The page of stored results; it opens when a file or a run is opened that holds one. */
public final class ResultFeature implements Feature {
  /** Title of the page. */
  static final String TITLE = "Stored result";

  private final List<FamilyPlots<?, ?>> families;
  private final Executor disk;

  /** The page for the results of some families. */
  public ResultFeature(List<FamilyPlots<?, ?>> families) {
    this(
        families,
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "gmrl-stored-result");
              thread.setDaemon(true);
              return thread;
            }));
  }

  /** The same with what runs the reading, for tests. */
  ResultFeature(List<FamilyPlots<?, ?>> families, Executor disk) {
    this.families = List.copyOf(families);
    this.disk = disk;
  }

  @Override
  public Contribution open(LabContext context) {
    ResultViewModel model =
        new ResultViewModel(
            families, context.laboratory(), context.shelf(), disk, context.notices()::error);
    model
        .shownProperty()
        .addListener(
            (o, was, is) ->
                is.ifPresent(
                    view -> {
                      context.time().openPage(TITLE);
                      context.notices().info("Opened " + view.place().getFileName() + ".");
                    }));
    context.shelf().pages().addOpener(model::open);
    return new Contribution(
        List.of(),
        List.of(),
        List.of(
            new Workspace(TITLE, Controls.NONE, () -> new ResultPage(context, model))
                .in(Workspace.RUNS)),
        List.of());
  }
}
