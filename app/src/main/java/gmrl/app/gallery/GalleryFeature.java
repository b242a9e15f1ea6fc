package gmrl.app.gallery;

import gmrl.app.figure.PanelPlan;
import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.experiment.example.Examples;
import gmrl.experiment.file.JsonView;
import java.util.List;

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
