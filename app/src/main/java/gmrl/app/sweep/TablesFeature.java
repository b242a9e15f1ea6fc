package gmrl.app.sweep;

import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.Lazily;
import gmrl.experiment.store.StoredRun;
import gmrl.experiment.sweep.SweepPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page of tables. */
public final class TablesFeature implements Feature {
  private static final String TITLE = "Tables";

  @Override
  public Contribution open(LabContext context) {
    Lazily<TablePage> page = new Lazily<>(() -> TablePage.open(context));
    context
        .shelf()
        .pages()
        .addOpener(
            place -> {
              Optional<Path> table = table(place);
              table.ifPresent(
                  found -> {
                    page.get().open(found);
                    context.time().openPage(TITLE);
                  });
              return table.isPresent();
            });
    return new Contribution(
        List.of(),
        List.of(),
        List.of(new Workspace(TITLE, Controls.NONE, page::get).in(Workspace.RUNS)),
        List.of());
  }

  /** A file of comma-separated values, or what is a table too: a sweep, a report of claims. */
  private static Optional<Path> table(Path place) {
    if (place.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      return Optional.of(place);
    }
    Optional<Path> run = StoredRun.folder(place);
    return run.isPresent()
        ? run.filter(folder -> StoredRun.glance(folder).kind().equals(SweepPlan.KIND))
        : Optional.of(place).filter(VerdictTable::isOne);
  }
}
