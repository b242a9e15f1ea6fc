package gmrl.app.runs;

import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/** The page of all stored runs, and the commands of the drawer. */
public final class RunsFeature implements Feature {
  /** Title of the page. */
  private static final String TITLE = "Stored runs";

  @Override
  public Contribution open(LabContext context) {
    Executor disk =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "gmrl-stored-runs");
              thread.setDaemon(true);
              return thread;
            });
    RunsViewModel model =
        new RunsViewModel(
            context.shelf().root(),
            context.laboratory(),
            context.shelf(),
            disk,
            context.notices()::warn);
    context
        .shelf()
        .pages()
        .setOnCompare(
            (first, second) -> {
              context.time().openPage(TITLE);
              model.compare(first, second);
            });
    // What is shown over the plots is so from the start.
    context.time().startedProperty().addListener((o, was, is) -> context.shelf().refresh());
    Menu menu = new Menu("_Run");
    menu.getItems()
        .addAll(
            item(
                "_Kept runs",
                "Shortcut+B",
                () -> context.shelf().openProperty().set(!context.shelf().openProperty().get())),
            item(
                "Keep _what is computed",
                "Shortcut+K",
                () ->
                    context
                        .shelf()
                        .keepShown(context.time().pageProperty().get())
                        .ifPresent(context.notices()::info)),
            item("_All stored runs", "Shortcut+Shift+L", () -> context.time().openPage(TITLE)));
    return new Contribution(
        List.of(),
        List.of(),
        List.of(
            new Workspace(TITLE, Controls.NONE, () -> new RunsPage(context, model))
                .in(Workspace.RUNS)),
        List.of(menu));
  }

  private static MenuItem item(String text, String key, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setAccelerator(KeyCombination.keyCombination(key));
    item.setOnAction(e -> action.run());
    return item;
  }
}
