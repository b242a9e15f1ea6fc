package gmrl.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.FigureOptions;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.FigureSize;
import gmrl.app.figure.KeptCurves;
import gmrl.app.figure.OverlaidPanel;
import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.RecordedChart;
import gmrl.app.figure.Remade;
import gmrl.app.live.Gate;
import gmrl.app.live.Standing;
import gmrl.app.live.SynchronousLab;
import gmrl.app.rooms.Catalogue;
import gmrl.app.rooms.Rooms;
import gmrl.app.shelf.Shelves;
import gmrl.app.shell.Exhibit;
import gmrl.app.shell.Exhibits;
import gmrl.app.shell.FixedDialogs;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.NoticesViewModel;
import gmrl.app.shell.OnScreen;
import gmrl.app.shell.ShellViewModel;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.app.ui.Await;
import gmrl.app.ui.Pseudo;
import gmrl.app.ui.Theme;
import gmrl.app.ui.UnkeptWidths;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** From a plot or a figure to files: what a person does in the figure studio. */
@OnScreen
class StudioTest {
  private static final BiasFamily BIAS = new BiasFamily();
  private static final FigurePlan PLAN = Catalogue.named("hessian-noise").quick();

  private final SynchronousLab synchronous = new SynchronousLab();
  private final StateModel<LabState> state = new StateModel<>(LabState.initial());
  private final Answers answers = new Answers();

  /** The disk, which takes its time. */
  private final ArrayDeque<Runnable> disk = new ArrayDeque<>();

  private OptionalInt way = OptionalInt.empty();
  private LabContext context;
  private StudioViewModel model;
  private StudioPage page;
  private Scene scene;
  @TempDir Path folder;

  @Start
  void open(Stage stage) {
    context =
        new LabContext(
            synchronous.lab,
            state,
            Rooms.files(),
            new NoticesViewModel(Runnable::run),
            answers,
            new ShellViewModel(state, new Gate(), false),
            Shelves.at(Path.of("unused"), synchronous, state, disk::add),
            UnkeptWidths.none());
    model = new StudioViewModel(context);
    page =
        new StudioPage(
            context, model, new StudioFeature.Library(Catalogue::byFamily, Catalogue::read));
    String[] size = System.getProperty("gmrl.size", "1024x640").split("x", -1);
    scene = new Scene(page, Double.parseDouble(size[0]), Double.parseDouble(size[1]));
    Theme.use(Boolean.getBoolean("gmrl.dark"));
    Theme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void fx(Runnable action) throws Exception {
    WaitForAsyncUtils.asyncFx(action).get();
  }

  private static Exhibits.Request figure(FigureOptions options) {
    return new Exhibits.Request(Optional.empty(), Optional.of(PLAN), Optional.of(options));
  }

  private static Exhibits.Request alone(Exhibit plot) {
    return new Exhibits.Request(Optional.of(plot), Optional.empty(), Optional.empty());
  }

  private static Exhibit plot(double progress) {
    List<ChartPoint> points = List.of(ChartPoint.of(1, 2), ChartPoint.of(2, 3));
    ChartModel chart =
        new ChartModel(
                "",
                ChartAxis.linear("x"),
                ChartAxis.linear("y"),
                List.of(ChartSeries.estimate("LVC", Style.nth(0), points)),
                List.of(ReferenceLine.cursor(1.5, "now")),
                progress)
            .withStanding(progress < 1 ? Standing.CANCELLED : Standing.FRESH);
    return new Exhibit(
        "plot", () -> "A plot", () -> chart, Optional::empty, now -> List.of(), () -> "{\"α\":3}");
  }

  private String written(String file) throws Exception {
    Path path = folder.resolve(file);
    Await.until(() -> Files.exists(path));
    return Files.readString(path);
  }

  private String caption() {
    return scene.getRoot().lookupAll(".text-area").stream()
        .filter(area -> "Caption".equals(area.getAccessibleText()))
        .map(area -> ((TextArea) area).getText())
        .findFirst()
        .orElseThrow();
  }

  /** The caption as soon as it says so: it is written beside the window. */
  private String captionWith(String words) throws Exception {
    ImageView paper = (ImageView) scene.lookup(".studio-paper .image-view");
    Await.until(() -> paper.getImage() != null && caption().contains(words));
    return Await.onFx(this::caption);
  }

  private void save() throws Exception {
    press(button -> button.getText().startsWith("Save"));
  }

  private void openSaved() throws Exception {
    press(button -> "Open a figure that was saved".equals(button.getAccessibleText()));
  }

  private void press(Predicate<Button> wanted) throws Exception {
    fx(
        () ->
            scene.getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(wanted)
                .findFirst()
                .orElseThrow()
                .fire());
  }

  @Test
  void aFigureIsComputedFirstAndItsFilesMakeItAgain() throws Exception {
    way = OptionalInt.of(0);
    fx(() -> model.show(figure(FigureOptions.of(new FigureSize(3.25, 72)))));
    assertThat(model.isComplete()).isFalse();
    save();
    assertThat(answers.asked).singleElement().asString().contains("still to come");
    fx(model::start);
    assertThat(written("mine.csv")).contains("noise 1");
    FigureDocument document = FigureDocument.read(folder.resolve("mine.json"));
    assertThat(document.options().size().widthInches()).isEqualTo(3.25);
    assertThat(Catalogue.read(document).panels()).hasSize(2);
    assertThat(document.state()).isPresent();
    assertThat(folder.resolve("mine.pdf")).isNotEmptyFile();
    assertThat(captionWith("(b) variance"))
        .contains("A noisy Hessian", "(a) bias", "(b) variance", "seed 42");
  }

  @Test
  void aPlotThatOnlyTheWindowComputesIsSavedMarkedAndWithoutItsCursor() throws Exception {
    way = OptionalInt.of(0);
    fx(() -> model.show(alone(plot(0.5))));
    captionWith("Unfinished: cancelled, 50 % of the work");
    save();
    assertThat(written("mine.json")).contains("\"unfinished\": \"cancelled, 50 % of the work\"");
    assertThat(Files.exists(folder.resolve("mine.csv"))).isTrue();
    FigureDocument document = FigureDocument.read(folder.resolve("mine.json"));
    PanelPlan again = Catalogue.read(document).panels().get(0);
    Remade.assertSame(Remade.of(again, RecordedChart::read), plot(0.5).take().chart());
    fx(
        () ->
            model.show(
                new Exhibits.Request(
                    Optional.empty(),
                    Optional.of(Catalogue.read(document)),
                    Optional.of(document.options()))));
    fx(model::start);
    assertThat(model.panels.get(0).chart().orElseThrow().mark())
        .isEqualTo("cancelled, 50 % of the work");
    assertThat(model.canFinish()).as("nothing is left that could compute it").isFalse();
    fx(() -> model.show(alone(plot(0.5))));
    fx(() -> model.add(plot(1)));
    assertThat(model.panels).hasSize(2);
    assertThat(model.paper.optionsProperty().get().columns()).hasValue(2);
    assertThat(model.paper.optionsProperty().get().cursor()).isFalse();
  }

  /** A panel of the catalogue as a page shows it, half computed, with kept runs over it. */
  private static Exhibit overlaid() {
    PanelPlan plan = PLAN.panels().get(0);
    ChartModel shown = plot(0.5).take().chart();
    ObjectNode config = BIAS.write(BiasStudy.of(BiasSpec.paper().withSetup(s -> s.withAlpha(1))));
    List<KeptCurves> kept =
        List.of(
            new KeptCurves("base", BIAS.id(), config, List.of(keptCurve("base"))),
            new KeptCurves("other", BIAS.id(), config, List.of(keptCurve("other"))));
    return new Exhibit(
        "plot",
        () -> "A plot",
        () -> KeptCurves.over(shown, kept),
        () -> Optional.of(plan),
        now -> kept,
        () -> "{\"α\":3}");
  }

  private static ChartSeries keptCurve(String name) {
    List<ChartPoint> points = List.of(ChartPoint.of(1, 2.5), ChartPoint.of(2, 3.5));
    return ChartSeries.line(name, Role.KEPT, Style.nth(1), points);
  }

  private List<String> drawn() {
    return model.sketch().orElseThrow().figure().panels().get(0).series().stream()
        .filter(s -> s.role() == Role.KEPT)
        .map(ChartSeries::name)
        .toList();
  }

  @Test
  void keptRunsAreLeftOutAndPutInWhileThePlotBelowIsComputed() throws Exception {
    way = OptionalInt.of(0);
    fx(() -> model.show(alone(overlaid())));
    assertThat(drawn()).containsExactly("base", "other");
    assertThat(model.isComplete()).isFalse();
    captionWith("Unfinished: cancelled, 50 % of the work");
    fx(
        () -> {
          model.start();
          model.show("other", false);
        });
    assertThat(model.isComplete()).as("it was computed here").isTrue();
    assertThat(drawn()).containsExactly("base");
    save();
    assertThat(written("mine.csv")).contains("noise 1", "base,KEPT").doesNotContain("other");
    assertThat(captionWith("runs kept earlier: base: "))
        .contains("; α = 1; ", "Settings, kept runs apart: ")
        .doesNotContain("Unfinished");
    FigurePlan again = Catalogue.read(FigureDocument.read(folder.resolve("mine.json")));
    assertThat(again.panels()).singleElement().isInstanceOf(OverlaidPanel.class);
    fx(
        () ->
            model.show(
                new Exhibits.Request(
                    Optional.empty(), Optional.of(again), Optional.of(FigureOptions.PAPER))));
    assertThat(model.isComplete()).isTrue();
    assertThat(drawn()).containsExactly("base");
    fx(() -> model.show("base", false));
    assertThat(drawn()).isEmpty();
    assertThat(model.sketch().orElseThrow().figure().provenance().configuration())
        .doesNotContain("\"label\": \"base\"");
    fx(() -> model.show("base", true));
    assertThat(drawn()).containsExactly("base");
  }

  @Test
  void aSavedFigureIsReadBesideTheWindow() throws Exception {
    way = OptionalInt.of(0);
    fx(() -> model.show(figure(FigureOptions.of(new FigureSize(3.25, 72)))));
    fx(model::start);
    save();
    written("mine.csv");
    fx(() -> model.remove(0));
    answers.opened = Optional.of(folder.resolve("mine.pdf"));
    disk.clear();
    openSaved();
    assertThat(model.panels).as("the disk takes its time").hasSize(1);
    fx(disk.remove());
    assertThat(model.panels).hasSize(2);
    assertThat(model.paper.optionsProperty().get().size().widthInches()).isEqualTo(3.25);
    assertThat(model.isComplete()).isTrue();
    openSaved();
    fx(disk.remove());
    assertThat(model.isComplete()).as("opened once more").isTrue();
    answers.opened = Optional.of(Files.writeString(folder.resolve("none.json"), "{}"));
    openSaved();
    fx(disk.remove());
    assertThat(synchronous.failures)
        .singleElement()
        .asString()
        .contains("none.json names no panels of a figure");
  }

  @Test
  void panelsAreMovedRenamedAndTakenOut() throws Exception {
    fx(
        () -> {
          model.start();
          model.show(figure(FigureOptions.PAPER));
          model.move(0, 1);
          model.rename(1, "what is left");
          model.move(1, 1);
        });
    assertThat(model.panels).extracting(StudioPanel::heading).endsWith("what is left");
    assertThat(model.isComplete()).isTrue();
    fx(() -> model.remove(0));
    assertThat(model.sketch().orElseThrow().figure().panels()).hasSize(1);
    press(button -> button.getText().equals("Bring it back"));
    assertThat(model.panels).extracting(StudioPanel::heading).startsWith("variance");
  }

  @Test
  void aHeadingStaysWithItsPanelWhenItsFieldIsLeftForAnotherPanel() throws Exception {
    fx(
        () -> {
          model.show(figure(FigureOptions.PAPER));
          ListView<?> list = (ListView<?>) scene.lookup(".list-view");
          TextField heading = (TextField) scene.lookup(".studio-side .text-field");
          list.getSelectionModel().select(0);
          heading.requestFocus();
          heading.setText("mine");
          list.getSelectionModel().select(1);
          list.requestFocus();
          assertThat(heading.getText()).isEqualTo("variance");
          heading.requestFocus();
          heading.replaceText(0, heading.getLength(), "ours");
          heading.fireEvent(new ActionEvent());
          assertThat(heading.isUndoable()).as("it is done: the window takes it back").isFalse();
          state.undo();
          assertThat(heading.getText()).isEqualTo("variance");
          list.requestFocus();
        });
    assertThat(model.panels).extracting(StudioPanel::heading).containsExactly("mine", "variance");
    assertThat(state.canRedoProperty().get()).isTrue();
  }

  @Test
  void whatMakesNoSenseOnPaperIsSaidAndTheLastThatDidCounts() throws Exception {
    fx(
        () -> {
          model.show(alone(plot(1)));
          model.paper.width.set("wide");
          ((Button) page.lookup(".accent")).fire();
        });
    assertThat(model.paper.problemProperty().get()).contains("\"wide\"");
    assertThat(context.notices().notices())
        .anyMatch(n -> n.text().startsWith("Nothing is saved yet") && n.text().contains("wide"));
    assertThat(folder.resolve("mine.pdf")).doesNotExist();
    Label said = (Label) page.lookup(".studio-remarks");
    assertThat(said.getText()).startsWith("Drawn as before, since the length is \"wide\"");
    assertThat(page.lookupAll(".value-field"))
        .filteredOn(field -> field.getPseudoClassStates().contains(Pseudo.ERROR))
        .hasSize(1);
    assertThat(model.paper.optionsProperty().get().size()).isEqualTo(FigureSize.FULL_WIDTH);
  }

  private final class Answers extends FixedDialogs {
    private Optional<Path> opened = Optional.empty();

    @Override
    public Optional<Path> open(String title, FileKind kind) {
      return opened;
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, List<FileKind> kinds) {
      return Optional.of(folder.resolve("mine.pdf"));
    }

    @Override
    public OptionalInt choose(String title, String question, List<String> ways) {
      asked.add(question + " " + ways);
      return way;
    }
  }
}
