package gmrl.app.sweep;

import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import java.util.List;

/** The page of tables. */
public final class TablesFeature implements Feature {
  @Override
  public Contribution open(LabContext context) {
    return new Contribution(
        List.of(),
        List.of(),
        List.of(
            new Workspace("Tables", Controls.NONE, () -> TablePage.open(context))
                .in(Workspace.RUNS)),
        List.of());
  }
}
