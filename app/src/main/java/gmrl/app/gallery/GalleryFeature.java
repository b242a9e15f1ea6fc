package gmrl.app.gallery;

import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.ResultPlot;
import gmrl.app.shelf.Source;
import gmrl.app.shelf.StoredAnswers;
import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellViewModel;
import gmrl.experiment.KeptResult;
import gmrl.experiment.example.Example;
import gmrl.experiment.example.ExampleFamily;
import gmrl.experiment.example.ExampleSnapshot;
import gmrl.experiment.example.Examples;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The gallery of examples, a workspace of its own; nothing of it runs before it is opened. */
public final class GalleryFeature implements Feature {
  static final String TITLE = "Gallery";
  private static final ExampleFamily FAMILY = new ExampleFamily();

  /**
   * A plot of an example that stands in a figure's document.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static PanelPlan read(JsonView panel) {
    return GraphPanel.isOne(panel) ? GraphPanel.read(panel) : ExamplePanel.read(panel);
  }

  /**
   * What is drawn of a result that is there already.
   *
   * @param kept the result
   */
  public static List<ResultPlot> plots(KeptResult<Example, ExampleSnapshot> kept) {
    List<ResultPlot> plots = new ArrayList<>();
    for (ExampleSnapshot.Panel panel : kept.result().panels()) {
      int place = plots.size();
      plots.add(
          ResultPlot.of(
              kept.spec().id() + "-" + (place + 1),
              panel.title(),
              new ExamplePanel("", kept.spec(), place, panel.y()),
              Map.of(kept.spec(), kept.result())));
    }
    return plots;
  }

  /** The gallery's choice is no part of the state: a result alone can be taken up. */
  private static Source source(StoredAnswers<Example, ExampleSnapshot> answers) {
    return Source.of(
            FAMILY,
            List.of(TITLE),
            state -> {
              throw new IllegalArgumentException("an example is no part of the window's state");
            },
            (example, state) -> state.withSeed(FAMILY.seed(example)))
        .taking(FAMILY, TITLE, answers, (kept, state) -> state.seed() == FAMILY.seed(kept.spec()));
  }

  private static GalleryView page(
      LabContext context, StoredAnswers<Example, ExampleSnapshot> answers) {
    GalleryViewModel model =
        new GalleryViewModel(
            context.laboratory(), () -> Examples.all(context.state().get().seed()));
    answers.to((kept, state) -> model.recall(kept));
    GalleryView view = new GalleryView(context, model);
    context.whileShowing(view, ShellViewModel.Timed.of(model::start, model::leave, () -> {}));
    return view;
  }

  @Override
  public Contribution open(LabContext context) {
    StoredAnswers<Example, ExampleSnapshot> answers = new StoredAnswers<>();
    context.shelf().register(source(answers));
    context
        .shelf()
        .rest(
            FAMILY,
            "Nothing was kept: examples are not kept among the runs. A saved figure of one holds its"
                + " numbers.");
    Workspace workspace = new Workspace(TITLE, Controls.NONE, () -> page(context, answers));
    return new Contribution(List.of(), List.of(), List.of(workspace), List.of());
  }
}
