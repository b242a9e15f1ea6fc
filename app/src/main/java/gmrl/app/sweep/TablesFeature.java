package gmrl.app.sweep;

import gmrl.app.shelf.Document;
import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.Lazily;
import gmrl.experiment.sweep.SweepPlan;
import java.util.List;
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
            document -> {
              if (!isTable(document)) {
                return Optional.empty();
              }
              DataTable table = DataTable.read(document);
              return Optional.of(
                  () -> {
                    page.get().show(table);
                    context.time().openPage(TITLE);
                  });
            });
    return new Contribution(
        List.of(),
        List.of(),
        List.of(new Workspace(TITLE, Controls.NONE, page::get).in(Workspace.RUNS)),
        List.of());
  }

  /** A file of comma-separated values, or what is a table too: a sweep, a report of claims. */
  private static boolean isTable(Document document) {
    if (document.isNamed("csv")) {
      return true;
    }
    return document
        .kind()
        .map(SweepPlan.KIND::equals)
        .orElseGet(() -> VerdictTable.isOne(document));
  }
}
