package gmrl.app.gallery;

import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.ResultPlot;
import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.experiment.KeptResult;
import gmrl.experiment.example.Example;
import gmrl.experiment.example.ExampleSnapshot;
import gmrl.experiment.example.Examples;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The gallery of examples, a workspace of its own; nothing of it runs before it is opened. */
public final class GalleryFeature implements Feature {

  /**
   * A plot of an example that stands in a figure's document.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static PanelPlan read(JsonView panel) {
    return ExamplePanel.read(panel);
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

  @Override
  public Contribution open(LabContext context) {
    Workspace workspace =
        new Workspace(
            "Gallery",
            Controls.NONE,
            () ->
                new GalleryView(
                    context,
                    new GalleryViewModel(
                        context.laboratory(), () -> Examples.all(context.state().get().seed()))));
    return new Contribution(List.of(), List.of(), List.of(workspace), List.of());
  }
}
