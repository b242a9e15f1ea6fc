package gmrl.app.atari;

import gmrl.app.control.Chooser;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellViewModel;
import gmrl.app.ui.Icons;
import gmrl.app.ui.LiveScroll;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.Showing;
import gmrl.app.ui.SmallButton;
import gmrl.app.ui.SmallChoice;
import gmrl.app.ui.Tip;
import gmrl.app.ui.Words;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.MetaParameters;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.util.Duration;

/** Returns and a diagnostic above, the four meta-parameters below them, then what is recorded. */
final class AtariPage extends BorderPane {
  private static final int COLUMNS = 4;

  private static final Duration READ_AGAIN = Duration.seconds(10);
  private static final List<Double> ROWS = List.of(44.0, 31.0, 25.0);

  private final AtariViewModel model;
  private final Chooser<ShownRuns> chooser;
  private final GridPane grid = PageParts.grid();
  private final Showing showing = new Showing();

  AtariPage(LabContext context, AtariViewModel model) {
    this.model = model;
    chooser = new Chooser<>(model.choice);
    model.open();
    Label about = PageParts.sentence(model.aboutProperty());
    about.getStyleClass().add("muted");
    // A hall is told by who stands before it.
    PageParts.showWhile(about, context.time().presentingProperty().not());
    setTop(PageParts.head(choices(context), about, PageParts.headline(model.sentenceProperty())));
    PageParts.share(grid, COLUMNS, ROWS);
    fill(context);
    grid.getStyleClass().add("atari-grid");
    setCenter(LiveScroll.over(grid));
    grow(context);
  }

  /** A run that is still written is read again now and then, while somebody looks. */
  private void grow(LabContext context) {
    Timeline again =
        new Timeline(
            new KeyFrame(
                READ_AGAIN,
                e -> {
                  if (model.growing()) {
                    model.refresh();
                  }
                }));
    again.setCycleCount(Animation.INDEFINITE);
    context.whileShowing(
        this,
        new ShellViewModel.Timed() {
          @Override
          public void start() {
            again.play();
          }

          @Override
          public void stop() {
            again.stop();
          }
        });
  }

  private void fill(LabContext context) {
    ChartPanel returns =
        new ChartPanel(
            context, "atari-returns-over-steps", "Returns", "", AtariKept.over(context, model));
    returns.setPlan(() -> model.plan(AtariCharts.RETURNS, true));
    returns.addControls(
        chooser.check(
            "single seeds",
            "Draw every seed behind the mean of its learner",
            ShownRuns::singles,
            ShownRuns::withSingles));
    subtitle(returns, study -> whose(study) + " · " + study.rules() + " · " + AtariCharts.BANDS);
    grid.add(returns, 0, 0, 2, 1);
    ChartPanel diagnostic =
        new ChartPanel(context, "atari-diagnostic", "Learning", "", model.diagnosticProperty());
    diagnostic.setPlan(() -> model.plan(model.choice.get().diagnostic().label(), true));
    diagnostic.addControls(
        chooser.box(
            "Diagnostic",
            List.of(Diagnostic.values()),
            Diagnostic::label,
            260,
            ShownRuns::diagnostic,
            ShownRuns::withDiagnostic));
    subtitle(diagnostic, study -> whose(study) + " · " + study.gameTitle());
    grid.add(diagnostic, 2, 0, 2, 1);
    for (MetaParameters.Name name : MetaParameters.Name.values()) {
      String id = "atari-" + name.id().replace('_', '-');
      ChartPanel panel =
          new ChartPanel(
              context,
              id,
              Words.capital(AtariCharts.label(name)),
              "",
              model.coefficientProperty(name));
      panel.setPlan(() -> model.plan(AtariCharts.label(name), true));
      grid.add(panel, name.position(), 1);
    }
    PanelFrame record = new PanelFrame("What is recorded", "");
    now(
        model.studyProperty(),
        study -> record.setTitle(study.own() ? "What was run" : "What is recorded"));
    RunTable runs = new RunTable(model.studyProperty());
    context.columns().follow("recorded runs", runs);
    record.setContent(runs);
    grid.add(record, 0, 2, COLUMNS, 1);
  }

  private static String whose(Study study) {
    return study.own() ? "your run" : "recorded";
  }

  private void subtitle(PanelFrame panel, Function<Study, String> words) {
    now(model.studyProperty(), study -> panel.setSubtitle(words.apply(study)));
  }

  /** Does something with the present study and every later one. */
  private static void now(
      ObservableValue<Optional<Study>> study, java.util.function.Consumer<Study> with) {
    study.getValue().ifPresent(with);
    study.addListener((o, old, now) -> now.ifPresent(with));
  }

  private Node choices(LabContext context) {
    ChoiceBox<String> game = SmallChoice.of("Game", title -> title, 470);
    Tip.on(game, "Which recorded runs");
    showing.onChoice(game.valueProperty(), now -> model.choice.pick("game", c -> c.withStudy(now)));
    Runnable fill =
        () -> {
          List<String> titles = model.studiesProperty().get().stream().map(Study::title).toList();
          showing.show(
              () -> {
                if (!titles.equals(game.getItems())) {
                  game.getItems().setAll(titles);
                }
                model.studyProperty().get().ifPresent(study -> game.setValue(study.title()));
              });
        };
    model.studiesProperty().addListener((o, old, now) -> fill.run());
    model.studyProperty().addListener((o, old, now) -> fill.run());
    fill.run();
    Button other =
        SmallButton.of(
            "Open run…",
            "A run folder of the command atari (--run), as it stands now; kept runs are in the list"
                + " already",
            Icons.OPEN,
            () -> context.dialogs().openFolder("Run of a learner").ifPresent(model::show));
    FlowPane row = new FlowPane(10, 6, game, other);
    for (Algorithm algorithm : Algorithm.values()) {
      CheckBox box =
          chooser.check(
              Learners.name(algorithm),
              "Draw this learner",
              choice -> !choice.hidden().contains(algorithm),
              (choice, on) -> choice.with(algorithm, on));
      // A learner that was not recorded cannot be drawn.
      Runnable recorded =
          () -> {
            boolean there =
                model.studyProperty().get().stream()
                    .flatMap(study -> study.groups().stream())
                    .anyMatch(group -> group.algorithm() == algorithm);
            box.setDisable(!there);
            // Nothing is absent before something was read.
            String absent =
                model
                    .studyProperty()
                    .get()
                    .filter(study -> !there)
                    .map(study -> study.own() ? " (not in this run)" : " (not recorded)")
                    .orElse("");
            box.setText(Learners.name(algorithm) + absent);
          };
      model.studyProperty().addListener((o, old, now) -> recorded.run());
      recorded.run();
      row.getChildren().add(box);
    }
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
