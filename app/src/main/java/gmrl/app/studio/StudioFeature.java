package gmrl.app.studio;

import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.FigurePlan;
import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellViewModel;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The page on which figures are made. */
public final class StudioFeature implements Feature {
  /** Title of the page. */
  public static final String TITLE = "Figures";

  private final Library library;

  /**
   * Where figures come from beside the window.
   *
   * @param all the catalogue by kind; asked when somebody looks for one
   * @param read what a file of a figure describes
   */
  record Library(
      Supplier<Map<String, List<FigurePlan>>> all, Function<FigureDocument, FigurePlan> read) {}

  /**
   * The studio.
   *
   * @param catalogue the figures there are, by kind; asked when somebody looks for one
   * @param reader what a file of a figure describes
   */
  public StudioFeature(
      Supplier<Map<String, List<FigurePlan>>> catalogue,
      Function<FigureDocument, FigurePlan> reader) {
    library = new Library(catalogue, reader);
  }

  @Override
  public Contribution open(LabContext context) {
    StudioViewModel model = new StudioViewModel(context);
    context
        .time()
        .exhibits()
        .setStudio(
            request -> {
              model.show(request);
              context.time().openPage(TITLE);
            });
    return new Contribution(
        List.of(),
        List.of(),
        List.of(new Workspace(TITLE, Controls.NONE, () -> page(context, model)).in(Workspace.RUNS)),
        List.of());
  }

  private StudioPage page(LabContext context, StudioViewModel model) {
    StudioPage page = new StudioPage(context, model, library);
    context.whileShowing(
        page,
        new ShellViewModel.Timed() {
          @Override
          public void start() {
            model.start();
            page.print();
          }

          @Override
          public void stop() {
            model.stop();
          }
        });
    model.start();
    return page;
  }
}
