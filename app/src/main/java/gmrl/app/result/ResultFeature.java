package gmrl.app.result;

import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import java.util.List;

/** The page of stored results; it opens when a file or a run is opened that holds one. */
public final class ResultFeature implements Feature {
  /** Title of the page. */
  static final String TITLE = "Stored result";

  private final List<FamilyPlots<?, ?>> families;

  /** The page for the results of some families. */
  public ResultFeature(List<FamilyPlots<?, ?>> families) {
    this.families = List.copyOf(families);
  }

  @Override
  public Contribution open(LabContext context) {
    ResultViewModel model = new ResultViewModel(families, context.shelf());
    model
        .shownProperty()
        .addListener(
            (o, was, is) ->
                is.ifPresent(
                    view -> {
                      context.time().openPage(TITLE);
                      context
                          .notices()
                          .info("Opened “" + context.shelf().label(view.place()) + "”.");
                    }));
    context.shelf().pages().addOpener(model::read);
    return new Contribution(
        List.of(),
        List.of(),
        List.of(
            new Workspace(TITLE, Controls.NONE, () -> new ResultPage(context, model))
                .in(Workspace.RUNS)),
        List.of());
  }
}
