package gmrl.app.atari;

import gmrl.app.shelf.Document;
import gmrl.app.shelf.KeptRun;
import gmrl.app.shelf.StoredAnswers;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellViewModel;
import gmrl.app.ui.PanelFrame;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.atari.AtariResult;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.RecordedRuns;
import gmrl.experiment.file.FileProblem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;

/** Learning on games: returns below the board, everything else on a page of its own. */
public final class AtariFeature implements Feature {
  /** Title of its page. */
  static final String TITLE = "Atari";

  /** What each seed of a command's run leaves; such a run is among those that can be compared. */
  private static final String CHECKPOINTS = "checkpoint-*.npz";

  /** Turns to the recorded runs, once there is a page. */
  private Runnable toRuns = () -> {};

  @Override
  public Contribution open(LabContext context) {
    StoredAnswers<AtariSpec, AtariResult> answers = new StoredAnswers<>();
    AtariKept.register(context.shelf(), answers);
    AtariViewModel model =
        new AtariViewModel(
            context.laboratory(),
            context.state(),
            RecordedRuns::recorded,
            () -> AtariKept.own(context.shelf()));
    context.shelf().runs().addListener((ListChangeListener<KeptRun>) change -> model.look());
    context.shelf().pages().addOpener(document -> run(context, model, document));
    LearnerViewModel learner =
        new LearnerViewModel(context.laboratory(), context.state(), spec -> spec);
    answers.to((kept, state) -> learner.recall(kept));
    AtariKept.offer(context.shelf(), learner);
    context
        .time()
        .follow(
            new ShellViewModel.Timed() {
              @Override
              public void restart() {
                model.restart();
              }
            });
    return new Contribution(
        List.of(),
        List.of(() -> outcome(context, model, learner)),
        List.of(
            new Workspace(
                TITLE,
                Controls.NONE,
                () -> {
                  AtariPages pages = new AtariPages(context, model, learner);
                  toRuns = pages::showRuns;
                  answers.to((kept, state) -> pages.showLearner());
                  whenSeen(context, pages, model);
                  return pages;
                })),
        List.of());
  }

  /** Its result has some of the rows of its curves; its table and checkpoints have all there is. */
  private Optional<Runnable> run(LabContext context, AtariViewModel model, Document document) {
    return document
        .run()
        .filter(folder -> document.kind().filter(new AtariFamily().id()::equals).isPresent())
        .filter(AtariFeature::isOfCommand)
        .map(
            folder ->
                () -> {
                  model.show(folder);
                  context.time().openPage(TITLE);
                  toRuns.run();
                });
  }

  private static boolean isOfCommand(Path run) {
    try (DirectoryStream<Path> checkpoints = Files.newDirectoryStream(run, CHECKPOINTS)) {
      return checkpoints.iterator().hasNext();
    } catch (IOException e) {
      throw FileProblem.cannotRead(run, e);
    }
  }

  private static ChartPanel outcome(
      LabContext context, AtariViewModel model, LearnerViewModel learner) {
    ChartPanel panel =
        new ChartPanel(
            context,
            "atari-returns",
            "What it costs: learning on games",
            "",
            new LiveOutcome(model, learner).chartProperty());
    panel.addFirstTools(LiveOutcome.controls(learner));
    whenSeen(context, panel, model);
    context.whileShowing(panel, learner.shown());
    panel.setPlan(() -> model.plan(AtariCharts.OUTCOME, false));
    panel.explain(
        GameWords.LEARNERS
            + "\n"
            + "Curves are means over seeds in stretches of a fiftieth of the steps. Behind their"
            + " ends stands the last tenth of the steps: a dot for each seed, and a bar, whose"
            + " number is in the legend, for their mean and its 95 % interval. A live learner is"
            + " drawn over them.\n"
            + PanelFrame.BIAS_AND_NOISE);
    model
        .studyProperty()
        .subscribe(
            now ->
                now.ifPresent(
                    study -> {
                      panel.setTitle("What it costs: " + study.gameTitle());
                      panel.setResult(Verdict.brief(study));
                      panel.setSubtitle(
                          (study.own() ? "your run" : "recorded")
                              + ", "
                              + GameWords.fixed(study)
                              + "; no slider moves it; MGRL tunes its own; bars: 95 % interval"
                              + " over seeds · "
                              + study.rules());
                    }));
    return panel;
  }

  /** Nothing is read before somebody sees it. */
  private static void whenSeen(LabContext context, Node node, AtariViewModel model) {
    context.whileShowing(
        node,
        new ShellViewModel.Timed() {
          @Override
          public void start() {
            model.start();
          }
        });
  }
}
