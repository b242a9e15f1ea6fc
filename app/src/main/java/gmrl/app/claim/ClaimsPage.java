package gmrl.app.claim;

import gmrl.app.chart.ChartModel;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellViewModel;
import gmrl.app.text.Maths;
import gmrl.app.text.Prose;
import gmrl.app.text.Typesetting;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.SmallButton;
import gmrl.app.ui.Tip;
import gmrl.app.ui.Words;
import gmrl.experiment.claim.ClaimResult;
import gmrl.experiment.claim.ClaimSpec;
import gmrl.experiment.claim.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.MapChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The register on the left; the chosen claim with its figure and its numbers on the right. */
final class ClaimsPage extends BorderPane {
  private static final int CHARTS = 3;
  private static final double LIST = 290;

  private final ListView<ClaimSpec> list = new ListView<>();
  private final LabContext context;
  private final ClaimsViewModel model;
  private final Label title = PageParts.sentence("");
  private final Label verdict = new Label();
  private final Label tally = new Label();
  private final StackPane statement = new StackPane();
  private final Label source = PageParts.remark("");
  private final StackPane remark = new StackPane();
  private final FindingsTable table;
  private final HBox charts = new HBox(8);
  private final Label waiting = new Label();
  private final List<ObjectProperty<ChartModel>> models = new ArrayList<>();
  private final List<ChartPanel> panels = new ArrayList<>();

  ClaimsPage(LabContext context, ClaimsViewModel model) {
    table = new FindingsTable(context.time().presentingProperty());
    this.context = context;
    this.model = model;
    getStyleClass().addAll("workspace", "page");
    list.getItems().setAll(model.claims());
    list.getStyleClass().add("study-list");
    list.setPrefWidth(LIST);
    list.setAccessibleText("Claims");
    list.setCellFactory(view -> new ClaimCell(model));
    list.getSelectionModel().select(model.chosenProperty().get());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, old, now) -> {
              if (now != null) {
                model.choose(now);
              }
            });
    for (int i = 0; i < CHARTS; i++) {
      addChart(i);
    }
    title.getStyleClass().add("claim-title");
    verdict.getStyleClass().addAll("claim-verdict", "claim-badge");
    verdict.setMinWidth(USE_PREF_SIZE);
    tally.getStyleClass().addAll("muted", "claim-tally");
    PageParts.wrapped(tally);
    waiting.getStyleClass().add("muted");
    waiting.setPadding(new Insets(4, 0, 4, 0));
    PageParts.wrapped(waiting);
    waiting.setAlignment(Pos.CENTER_LEFT);
    waiting.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    HBox.setHgrow(waiting, Priority.ALWAYS);
    for (StackPane text : List.of(statement, remark)) {
      text.setAlignment(Pos.TOP_LEFT);
      text.setMinHeight(USE_PREF_SIZE);
    }
    model.runningProperty().addListener((o, was, is) -> waiting.setText(model.waitingWords()));
    HBox top = new HBox(12, title, verdict);
    top.setAlignment(Pos.BASELINE_LEFT);
    Label problem = PageParts.problem(model.problemProperty());
    VBox head = new VBox(4, top, statement, source, tools(), problem);
    VBox.setVgrow(charts, Priority.ALWAYS);
    charts.setMinHeight(0);
    table.setPrefHeight(210);
    table.setMinHeight(110);
    VBox right = new VBox(8, head, charts, table, remark);
    right.setMinSize(0, 0);
    VBox.setVgrow(list, Priority.ALWAYS);
    // The tally takes a second line rather than the room of the numbers.
    VBox left = new VBox(tally, list);
    left.setPrefWidth(LIST);
    setLeft(left);
    setCenter(right);
    setMargin(right, new Insets(8));
    model.chosenProperty().addListener((o, old, now) -> show());
    model
        .known()
        .addListener(
            (MapChangeListener<Object, Object>)
                change -> {
                  list.refresh();
                  count();
                  if (model.chosenProperty().get().id().equals(change.getKey())) {
                    showNumbers();
                  }
                });
    show();
    count();
  }

  /** How many claims have which verdict. */
  private void count() {
    List<String> words = new ArrayList<>();
    int left = model.claims().size();
    for (Verdict each : Verdict.values()) {
      long many =
          model.claims().stream()
              .filter(claim -> model.verdict(claim).equals(Optional.of(each)))
              .count();
      left -= (int) many;
      if (many > 0) {
        words.add(VerdictLook.sign(Optional.of(each)) + " " + many + " " + each.word());
      }
    }
    if (left > 0) {
      words.add(VerdictLook.sign(Optional.empty()) + " " + left + " without a verdict");
    }
    tally.setText(String.join("   ", words));
  }

  /** Sentences with their formulas, as soon as these are set; the first take a moment. */
  private void write(ClaimSpec claim) {
    String said = Maths.marked(claim.statement());
    String more = Maths.marked(claim.remark());
    Typesetting.ahead(
        List.of(said, more),
        List.of(),
        Platform::runLater,
        () -> {
          if (model.chosenProperty().get().equals(claim)) {
            statement.getChildren().setAll(new Prose(said));
            Prose below = new Prose(more);
            below.getStyleClass().add("muted");
            remark.getChildren().setAll(below);
          }
        });
  }

  /** A page that computes while it is on screen. */
  static ClaimsPage open(LabContext context, ClaimsViewModel model) {
    ClaimsPage page = new ClaimsPage(context, model);
    context.whileShowing(page, ShellViewModel.Timed.of(model::enter, model::leave, model::run));
    return page;
  }

  private void addChart(int index) {
    ObjectProperty<ChartModel> chart = new SimpleObjectProperty<>(ClaimCharts.blank());
    ChartPanel panel = new ChartPanel(context, "claim-chart-" + (index + 1), "", "", chart);
    panel.chart().setMinSize(0, 0);
    panel.setPlan(() -> plan(index));
    HBox.setHgrow(panel, Priority.ALWAYS);
    panel.setPrefWidth(200);
    models.add(chart);
    panels.add(panel);
  }

  private Optional<gmrl.app.figure.PanelPlan> plan(int index) {
    return model
        .shown()
        .filter(result -> index < result.claim().panels().size())
        .map(result -> new ClaimPanel(result.claim(), index));
  }

  private FlowPane tools() {
    Button run = SmallButton.of("Run", "Run this claim", Icons.PLAY, model::run);
    Button all = SmallButton.of("Run all", "Run all claims", Icons.STEP, model::runAll);
    Button stop = SmallButton.of("Stop", "Stop; what is known stays", Icons.CLOSE, model::stop);
    stop.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.runningProperty().get().isEmpty(), model.runningProperty()));
    CheckBox small = new CheckBox("small budget");
    small.selectedProperty().bindBidirectional(model.smallProperty());
    Tip.on(small, "Seconds for each claim instead of a minute; more verdicts are inconclusive");
    Button report =
        SmallButton.of(
            "Save report …",
            "Write the claims with a verdict as one HTML page, as Markdown and as JSON",
            Icons.EXPORT,
            this::save);
    FlowPane row = new FlowPane(6, 6, run, all, stop, small, report);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void show() {
    ClaimSpec claim = model.chosenProperty().get();
    title.setText(claim.title());
    write(claim);
    source.setText(Words.capital(claim.source().kind().word()) + ": " + claim.source().citation());
    PageParts.show(remark, !claim.remark().isEmpty());
    for (int i = 0; i < claim.panels().size(); i++) {
      panels.get(i).setTitle(gmrl.app.figure.FigurePlan.words(claim.panels().get(i).title()));
    }
    showNumbers();
  }

  private void showNumbers() {
    ClaimSpec claim = model.chosenProperty().get();
    table.show(claim, model.shown());
    Optional<Verdict> known = model.verdict(claim);
    verdict.setText(
        known.map(v -> VerdictLook.sign(known) + " " + v.word()).orElse(model.word(claim)));
    VerdictLook.wear(verdict, known);
    Tip.on(
        verdict,
        known.isPresent() ? "" : "How far its experiments are; Run begins a stopped claim again");
    List<Node> shown = new ArrayList<>();
    for (int i = 0; i < claim.panels().size(); i++) {
      if (model.hasChart(i)) {
        models.get(i).set(model.chart(i).withTitle(""));
        shown.add(panels.get(i));
      }
    }
    waiting.setText(model.waitingWords());
    // Without a picture the table takes its room, but for the words that say why.
    boolean none = shown.isEmpty();
    charts.setMinHeight(none ? USE_PREF_SIZE : 0);
    VBox.setVgrow(charts, none ? Priority.NEVER : Priority.ALWAYS);
    VBox.setVgrow(table, none ? Priority.ALWAYS : Priority.NEVER);
    if (none) {
      shown.add(waiting);
    }
    if (!charts.getChildren().equals(shown)) {
      charts.getChildren().setAll(shown);
    }
  }

  private void save() {
    List<ClaimResult> done = model.done();
    if (done.isEmpty()) {
      context.notices().warn("No claim has a verdict yet: run one first.");
      return;
    }
    context.dialogs().openFolder("Folder for the report").ifPresent(folder -> write(done, folder));
  }

  private void write(List<ClaimResult> done, Path folder) {
    ClaimReport report = new ClaimReport(done, model.claims().size());
    Thread writer =
        new Thread(
            () -> {
              try {
                report.write(folder);
                context.notices().info("Saved claims.html and its files in " + folder + ".");
              } catch (IOException e) {
                context
                    .notices()
                    .error(Words.sentence("The report was not saved: " + e.getMessage()));
              }
            },
            "gmrl-report");
    writer.setDaemon(true);
    writer.start();
  }
}
