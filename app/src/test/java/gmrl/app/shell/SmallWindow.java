package gmrl.app.shell;

import gmrl.app.figure.Figure;
import gmrl.app.figure.FigureFormat;
import gmrl.app.figure.FigureOptions;
import gmrl.app.figure.FigureOrigin;
import gmrl.app.figure.FigureWriter;
import gmrl.app.figure.RecordedChart;
import gmrl.app.figure.Remade;
import gmrl.app.figure.Screenshot;
import gmrl.app.live.Gate;
import gmrl.app.live.SynchronousLab;
import gmrl.app.rooms.Rooms;
import gmrl.app.shelf.Shelves;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.app.ui.Theme;
import gmrl.app.ui.UnkeptWidths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A window with one page, in which everything is computed before a call returns.
 *
 * <p>With {@code -Dgmrl.pictures=DIR} it writes what it shows there.
 */
public final class SmallWindow extends FixedDialogs {
  /** What view-models run in. */
  public final SynchronousLab synchronous = new SynchronousLab();

  /** What a person has chosen. */
  public final StateModel<LabState> state;

  /** What features use. */
  public final LabContext context;

  private final Stage stage;

  /** A window whose runs lie in a folder. */
  public SmallWindow(Stage stage, LabState initial, Path runs) {
    this.stage = stage;
    state = new StateModel<>(initial);
    context =
        new LabContext(
            synchronous.lab,
            state,
            Rooms.files(),
            new NoticesViewModel(Runnable::run),
            this,
            new ShellViewModel(state, new Gate(), false),
            Shelves.at(runs, synchronous, state),
            UnkeptWidths.none());
  }

  /** Puts the first page of a room on the stage and lets time begin. */
  public void show(Feature room, double width, double height) {
    show((Parent) room.open(context).workspaces().get(0).content().get(), width, height);
  }

  /** Puts a page on the stage and lets time begin. */
  public void show(Parent page, double width, double height) {
    Scene scene = new Scene(page, width, height);
    Theme.use(false);
    Theme.dress(scene);
    stage.setScene(scene);
    // Tests share a stage, and one may have given it another size.
    stage.sizeToScene();
    stage.show();
    context.time().start();
  }

  /** Light or dark. */
  public void dark(boolean on) {
    Theme.use(on);
    context.time().darkProperty().set(on);
    stage.getScene().getRoot().getStyleClass().remove("dark");
    if (on) {
      stage.getScene().getRoot().getStyleClass().add("dark");
    }
  }

  /** Another size. */
  public void size(double width, double height) {
    stage.setWidth(width);
    stage.setHeight(height);
  }

  /** Writes what is shown, if pictures are wanted. */
  public void picture(String name) {
    String folder = System.getProperty("gmrl.pictures");
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(Path.of(folder));
      Screenshot.write(
          WaitForAsyncUtils.asyncFx(() -> Screenshot.take(stage.getScene(), 1)).get(),
          1,
          name,
          new FigureOrigin("{}", 0, "test"),
          Path.of(folder, name + ".png"));
    } catch (IOException | InterruptedException | ExecutionException e) {
      throw new IllegalStateException("no picture of " + name, e);
    }
  }

  /**
   * The drawings that the figure studio is offered, each of them read back from what its figure
   * says; written as figures, if pictures are wanted.
   */
  public List<String> drawings(FxRobot robot) {
    List<String> drawn = new ArrayList<>();
    robot.interact(
        () -> {
          List<Exhibit> plots =
              context.time().exhibits().plots().values().stream().flatMap(List::stream).toList();
          for (Exhibit exhibit : plots) {
            Exhibit.Taken taken = exhibit.take();
            if (taken.chart().picture().isPresent()) {
              drawn.add(taken.id());
              RecordedChart panel = new RecordedChart("", 1, taken.chart());
              Remade.assertSame(Remade.of(panel, RecordedChart::read), taken.chart());
              onPaper(taken);
            }
          }
        });
    return drawn;
  }

  private static void onPaper(Exhibit.Taken taken) {
    String folder = System.getProperty("gmrl.pictures");
    if (folder == null) {
      return;
    }
    FigureOrigin made = new FigureOrigin("{}", 0, "test");
    try {
      FigureWriter.write(
          Figure.of("figure-" + taken.id(), taken.chart(), made),
          FigureOptions.PAPER,
          List.of(FigureFormat.values()),
          Path.of(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean confirm(String title, String question, String deed) {
    super.confirm(title, question, deed);
    return true;
  }

  @Override
  public OptionalInt choose(String title, String question, List<String> ways) {
    super.choose(title, question, ways);
    return OptionalInt.of(0);
  }
}
