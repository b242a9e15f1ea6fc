package gmrl.app;

import gmrl.app.bias.headline.HeadlineView;
import gmrl.app.bias.headline.HeadlineViewModel;
import gmrl.app.board.BoardFeature;
import gmrl.app.control.ControlPanelView;
import gmrl.app.control.ControlPanelViewModel;
import gmrl.app.control.SlotSwitches;
import gmrl.app.lesson.LessonFeature;
import gmrl.app.live.Gate;
import gmrl.app.live.Laboratory;
import gmrl.app.live.Tasks;
import gmrl.app.rooms.Rooms;
import gmrl.app.runs.RunsDrawer;
import gmrl.app.shelf.DiskWork;
import gmrl.app.shelf.Shelf;
import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.MenuKeys;
import gmrl.app.shell.NoticesViewModel;
import gmrl.app.shell.Presentation;
import gmrl.app.shell.ShellView;
import gmrl.app.shell.ShellViewModel;
import gmrl.app.state.LabState;
import gmrl.app.state.LabStateJson;
import gmrl.app.state.Settings;
import gmrl.app.state.SettingsStore;
import gmrl.app.state.StateModel;
import gmrl.app.story.StoryFeature;
import gmrl.app.story.StoryKnobs;
import gmrl.app.ui.FxDialogs;
import gmrl.app.ui.Lazily;
import gmrl.app.ui.Theme;
import gmrl.app.ui.WantedSize;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.tabular.TeachingMdp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The laboratory's window: restores the last session, shows it, keeps it on close. */
public final class GmrlApp extends Application {
  /** From the first picture on; a board whose curves take longer is drawn point by point. */
  private static final java.time.Duration PATIENCE = java.time.Duration.ofSeconds(1);

  private final Opening opening = Opening.take();

  @Override
  public void start(Stage stage) {
    TrialBank bank = opening.bank();
    LabStateJson files = opening.files();
    SettingsStore store = opening.store();
    ExperimentRunner runner = opening.runner();
    Opening.Kept kept = opening.kept();
    Settings settings = kept.settings();
    Theme.use(settings.dark());
    NoticesViewModel notices = new NoticesViewModel(Platform::runLater);
    Gate gate = new Gate();
    StateModel<LabState> state = new StateModel<>(kept.state());
    kept.remarks().forEach(notices::warn);
    ShellViewModel time = new ShellViewModel(state, gate, settings.dark());
    time.tabs().putAll(settings.tabs());
    Laboratory laboratory =
        new Laboratory(runner, Platform::runLater, GmrlApp::later, gate, new Tasks(), notices);
    Preferences preferences = new Preferences(store, settings, notices);
    FxDialogs dialogs = new FxDialogs(() -> stage, preferences::folder, preferences::setFolder);
    Shelf shelf =
        new Shelf(
            store.folder().resolve("runs"),
            laboratory,
            state,
            files,
            disk("gmrl-runs"),
            notices::warn,
            notices::info);
    shelf.pages().readOn(disk("gmrl-documents"));
    LabContext context =
        new LabContext(
            laboratory, state, files, notices, dialogs, time, shelf, preferences.columns());
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.UncaughtExceptionHandler telling =
        (thread, e) -> {
          // For whoever reports it: a sentence does not say where.
          System.getLogger("gmrl")
              .log(System.Logger.Level.ERROR, "In thread " + thread.getName(), e);
          notices.error("Something unforeseen happened: " + sentence(e));
        };
    Thread.setDefaultUncaughtExceptionHandler(telling);

    // Before anything else starts again: what was computed is forgotten.
    time.follow(
        new ShellViewModel.Timed() {
          @Override
          public void restart() {
            bank.clear();
          }
        });
    ControlPanelViewModel panel = new ControlPanelViewModel(state, dialogs, notices::warn);
    List<Feature.Contribution> contributions = new ArrayList<>();
    for (Feature feature : Rooms.features(bank)) {
      contributions.add(feature.open(context));
    }
    LessonFeature lessons =
        new LessonFeature(
            Rooms.illustrators(bank),
            store.folder().resolve("lessons"),
            new DiskWork(disk("gmrl-lessons"), notices::warn));
    contributions.add(lessons.open(context));
    Commands commands =
        new Commands(context, stage, lessons, address -> getHostServices().showDocument(address));
    Lazily<ControlPanelView> controls =
        new Lazily<>(() -> new ControlPanelView(panel, TeachingMdp.all()));
    ShellView shell =
        new ShellView(
            context,
            part -> {
              controls.get().narrow(part);
              return controls.get();
            },
            StoryFeature.open(
                context,
                new StoryKnobs(
                    panel.alpha.parameter(), panel.steps.parameter(), panel.samples.parameter()),
                bank,
                () -> time.openPage(ShellView.BOARD)),
            () -> board(context, bank, panel, contributions),
            contributions,
            commands.menus());
    commands.attach(shell);
    time.openPage(settings.page().isEmpty() ? StoryFeature.TITLE : settings.page());
    if (shell.isEmpty()) {
      time.openPage(ShellView.BOARD);
    }
    time.pageProperty().addListener((o, old, now) -> preferences.setPage(now));
    Lazily<RunsDrawer> drawer = new Lazily<>(() -> new RunsDrawer(context));
    shelf.openProperty().addListener((o, was, is) -> shell.setDrawer(is ? drawer.get() : null));
    // A toolkit that was not launched by Launcher knows of no parameters.
    Optional.ofNullable(getParameters())
        .ifPresent(given -> given.getRaw().stream().map(Path::of).forEach(shelf.pages()::open));

    // Laid out, and its plots drawn, in the size that the window will have.
    Rectangle2D place = preferences.place(stage);
    Scene scene = new Scene(shell, place.getWidth(), place.getHeight());
    Theme.dress(scene);
    Presentation.install(stage, scene, shell, time);
    MenuKeys.install(scene);
    FileDrop.install(scene, shelf.pages()::open);
    time.darkProperty()
        .addListener(
            (o, was, dark) -> {
              Theme.use(dark);
              preferences.setDark(dark);
            });
    stage.setScene(scene);
    stage.setTitle("GMRL Lab");
    // A killed process loses at most this much.
    Timeline autosave =
        new Timeline(
            new KeyFrame(
                Duration.seconds(20), e -> preferences.keepSession(files.write(state.get()))));
    autosave.setCycleCount(Animation.INDEFINITE);
    autosave.play();
    stage.setOnCloseRequest(
        e -> {
          lessons.keep();
          preferences.keep(stage, time.tabs(), files.write(state.get()));
        });
    // However it is closed, nothing that outlives a window may hold it.
    stage.setOnHidden(
        e -> {
          autosave.stop();
          // What is on no scene stops its clocks.
          scene.setRoot(new Group());
          stage.setScene(null);
          laboratory.tasks().cancelAll();
          runner.close();
          if (Thread.getDefaultUncaughtExceptionHandler() == telling) {
            Thread.setDefaultUncaughtExceptionHandler(before);
          }
          stage.setOnCloseRequest(null);
          stage.setOnHidden(null);
        });
    CompletionStage<?> ahead = opening.ahead();
    stage.show();
    WantedSize.hold(stage, place);
    // After the first pulse, so that the window never waits for what it will show.
    Platform.runLater(() -> Platform.runLater(() -> goOn(stage, time, ahead)));
  }

  /** Drawing every number as it comes would keep the machine from those that are still to come. */
  private void goOn(Stage stage, ShellViewModel time, CompletionStage<?> ahead) {
    Runnable start =
        () -> {
          opening.finished();
          if (stage.isShowing() && !time.startedProperty().get()) {
            time.start();
          }
        };
    ahead.whenComplete((end, e) -> Platform.runLater(start));
    later(PATIENCE, start);
  }

  private static Node board(
      LabContext context,
      TrialBank bank,
      ControlPanelViewModel panel,
      List<Feature.Contribution> contributions) {
    HeadlineViewModel headline = new HeadlineViewModel(context.laboratory(), context.state(), bank);
    HeadlineView spoken = new HeadlineView(headline);
    context.whileShowing(
        spoken, ShellViewModel.Timed.of(headline::start, headline::stop, headline::restart));
    return BoardFeature.open(
        context,
        bank,
        new BoardFeature.Sliders(panel.alpha, panel.steps, panel.samples, panel.coefficient),
        spoken,
        new SlotSwitches(panel),
        contributions.stream().flatMap(c -> c.outcomes().stream()).toList());
  }

  /** One after another, on a thread that ends when there is nothing left to do. */
  private static Executor disk(String name) {
    ThreadPoolExecutor disk =
        new ThreadPoolExecutor(
            1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> daemon(task, name));
    disk.allowCoreThreadTimeOut(true);
    return disk;
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private static void later(java.time.Duration delay, Runnable task) {
    PauseTransition wait = new PauseTransition(Duration.millis((double) delay.toMillis()));
    wait.setOnFinished(e -> task.run());
    wait.play();
  }

  private static String sentence(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
