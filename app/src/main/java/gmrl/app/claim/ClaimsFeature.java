package gmrl.app.claim;

import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import java.util.List;

/** The page of claims and their verdicts. */
public final class ClaimsFeature implements Feature {
  @Override
  public Contribution open(LabContext context) {
    return new Contribution(
        List.of(),
        List.of(),
        List.of(
            new Workspace(
                    "Claims",
                    Controls.NONE,
                    () -> ClaimsPage.open(context, new ClaimsViewModel(context.laboratory())))
                .in(Workspace.EXPERIMENTS)),
        List.of());
  }
}
