package gmrl.app.gallery;

import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.experiment.example.Examples;
import java.util.List;

/** The gallery of examples, a workspace of its own; nothing of it runs before it is opened. */
public final class GalleryFeature implements Feature {

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
