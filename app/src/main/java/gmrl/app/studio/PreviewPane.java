package gmrl.app.studio;

import gmrl.app.figure.ColourVision;
import gmrl.app.figure.FigureFormat;
import gmrl.app.ui.FittingLabel;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.Pseudo;
import gmrl.app.ui.SmallChoice;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;

/** The figure at print size, as different eyes see it, over its words. */
final class PreviewPane extends BorderPane {
  /** How large the paper is shown. */
  private enum Zoom {
    FIT("to fit", 0),
    TRUE("true size", 1),
    LARGER("150 %", 1.5),
    TWICE("200 %", 2);

    private final String title;
    private final double factor;

    Zoom(String title, double factor) {
      this.title = title;
      this.factor = factor;
    }
  }

  private static final String EMPTY =
      "A plot of this window, or a figure of the catalogue, begins a figure.";

  /** Around the paper. */
  private static final double MARGIN = 66;

  private final StudioViewModel model;
  private final Consumer<String> copy;
  private final ImageView view = new ImageView();
  private final FittingLabel size = new FittingLabel("");
  private final Label remarks = new Label();

  /** In place of a picture. */
  private final Label nothing = new Label(EMPTY);

  /** What is to be said of the picture. */
  private String said = "";

  private final Label progress = new Label();
  private final TextArea caption = words();
  private final TextArea latex = words();
  private final TextArea markdown = words();
  private final TextArea data = words();
  private final ScrollPane scroll = new ScrollPane();
  private final ChoiceBox<ColourVision> eyes =
      SmallChoice.of("Who looks at it", ColourVision::title, 120);
  private final ChoiceBox<Zoom> zoom = SmallChoice.of("How large", z -> z.title, 92);
  private final ExecutorService printer =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "gmrl-print");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicLong newest = new AtomicLong();

  /** Whether the figure is to be drawn as soon as everybody has changed what they change. */
  private boolean awaited;

  /**
   * Shows what the studio prints.
   *
   * @param copy puts words on the clipboard
   * @param tabs titles of the tabs that were open last, by page
   */
  PreviewPane(StudioViewModel model, Consumer<String> copy, Map<String, String> tabs) {
    this.model = model;
    this.copy = copy;
    setMinSize(0, 0);
    data.setWrapText(false);
    data.getStyleClass().add("studio-data");
    eyes.getItems().setAll(ColourVision.values());
    eyes.setValue(ColourVision.NORMAL);
    zoom.getItems().setAll(Zoom.values());
    zoom.setValue(Zoom.FIT);
    eyes.valueProperty().addListener((o, old, now) -> print());
    zoom.valueProperty().addListener((o, old, now) -> print());
    size.getStyleClass().add("muted");
    // The choices come first where there is little room.
    size.setPrefWidth(0);
    HBox.setHgrow(size, Priority.ALWAYS);
    size.setMaxWidth(Double.MAX_VALUE);
    HBox bar = new HBox(8, zoom, eyes, size, tool());
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("studio-bar");
    setTop(bar);

    view.setPreserveRatio(true);
    StackPane paper = new StackPane(view);
    paper.getStyleClass().add("studio-paper");
    paper.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    paper.visibleProperty().bind(view.imageProperty().isNotNull());
    nothing.setWrapText(true);
    nothing.getStyleClass().add("muted");
    nothing.visibleProperty().bind(view.imageProperty().isNull());
    StackPane desk = new StackPane(paper, nothing);
    desk.getStyleClass().add("studio-desk");
    scroll.setContent(desk);
    scroll
        .viewportBoundsProperty()
        .addListener(
            (o, old, now) -> {
              boolean other =
                  Math.abs(old.getWidth() - now.getWidth()) > 1
                      || Math.abs(old.getHeight() - now.getHeight()) > 1;
              if (other && zoom.getValue() == Zoom.FIT) {
                print();
              }
            });
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setAccessibleText("The figure at print size");
    progress.textProperty().bind(model.progressProperty());
    progress.getStyleClass().add("studio-note");
    progress.visibleProperty().bind(model.progressProperty().isNotEmpty());
    progress.setMouseTransparent(true);
    StackPane.setAlignment(progress, Pos.TOP_CENTER);
    StackPane top = new StackPane(scroll, progress);
    PageParts.wrapped(remarks);
    remarks.getStyleClass().add("studio-remarks");
    PageParts.show(remarks, false);
    TabPane below =
        new TabPane(
            tab("Caption", caption),
            tab("LaTeX", latex),
            tab("Markdown", markdown),
            tab("Data", data));
    below.getStyleClass().add("studio-words");
    below.getTabs().stream()
        .filter(tab -> tab.getText().equals(tabs.get(StudioFeature.TITLE)))
        .forEach(below.getSelectionModel()::select);
    below
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, old, now) -> tabs.put(StudioFeature.TITLE, now.getText()));
    VBox lower = new VBox(remarks, below);
    VBox.setVgrow(below, Priority.ALWAYS);
    SplitPane split = new SplitPane(top, lower);
    split.setOrientation(javafx.geometry.Orientation.VERTICAL);
    split.setDividerPositions(0.72);
    SplitPane.setResizableWithParent(lower, false);
    setCenter(split);
    model.observe(this::print);
    model.paper.problemProperty().addListener((o, old, now) -> remark());
  }

  private HBox tool() {
    HBox tools =
        new HBox(2, PanelFrame.toolButton(Icons.COPY, "Copy the picture", this::copyPicture));
    tools.setMinWidth(Region.USE_PREF_SIZE);
    return tools;
  }

  private Tab tab(String title, TextArea area) {
    area.setAccessibleText(title);
    var button = PanelFrame.toolButton(Icons.COPY, "Copy this", () -> copy.accept(area.getText()));
    StackPane.setAlignment(button, Pos.TOP_RIGHT);
    Tab tab = new Tab(title, new StackPane(area, button));
    tab.setClosable(false);
    return tab;
  }

  private static TextArea words() {
    TextArea area = new TextArea();
    area.setWrapText(true);
    area.setEditable(false);
    area.setPrefRowCount(4);
    return area;
  }

  private void copyPicture() {
    if (view.getImage() != null) {
      ClipboardContent content = new ClipboardContent();
      content.putImage(view.getImage());
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  /**
   * Draws the figure anew, once for all that changes at one stroke; the newest wins, and nothing is
   * drawn while nobody looks.
   */
  void print() {
    if (!awaited) {
      awaited = true;
      Platform.runLater(this::draw);
    }
  }

  private void draw() {
    awaited = false;
    if (getScene() == null) {
      return;
    }
    Optional<Sketch> now = model.sketch();
    long ticket = newest.incrementAndGet();
    nothing.setText(now.isEmpty() ? EMPTY : "Drawing the figure …");
    if (now.isEmpty()) {
      show(null);
      return;
    }
    Print.Desk desk =
        new Print.Desk(
            Screen.getPrimary().getDpi(),
            zoom.getValue().factor,
            scroll.getViewportBounds().getWidth() - MARGIN,
            scroll.getViewportBounds().getHeight() - MARGIN,
            getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getOutputScaleX()));
    ColourVision seen = eyes.getValue();
    Set<FigureFormat> formats = Set.copyOf(model.paper.formats);
    printer.execute(
        () -> {
          if (ticket == newest.get()) {
            Consumer<PreviewPane> result = drawn(now.get(), formats, desk, seen);
            Platform.runLater(
                () -> {
                  if (ticket == newest.get()) {
                    result.accept(this);
                  }
                });
          }
        });
  }

  private static Consumer<PreviewPane> drawn(
      Sketch sketch, Set<FigureFormat> formats, Print.Desk desk, ColourVision seen) {
    try {
      Print print = Print.of(sketch, formats, desk, seen);
      return pane -> pane.show(print);
    } catch (IllegalArgumentException e) {
      return pane -> pane.refuse(String.valueOf(e.getMessage()));
    }
  }

  private void refuse(String why) {
    nothing.setText("");
    said = why;
    remark();
  }

  /** First of all that the picture is not as somebody wants it. */
  private void remark() {
    String problem = model.paper.problemProperty().get();
    String old = problem.isEmpty() ? "" : "Drawn as before, since " + problem + ".";
    remarks.setText((old + "  " + said).strip());
    remarks.pseudoClassStateChanged(Pseudo.ERROR, !problem.isEmpty());
    PageParts.show(remarks, !remarks.getText().isEmpty());
  }

  private void show(@Nullable Print print) {
    view.setImage(print == null ? null : print.image());
    caption.setText(print == null ? "" : print.caption());
    latex.setText(print == null ? "" : print.latex());
    markdown.setText(print == null ? "" : print.markdown());
    data.setText(print == null ? "" : print.data());
    said = print == null ? "" : String.join("  ", print.remarks());
    remark();
    size.setWords(
        print == null
            ? ""
            : String.format(
                Locale.ROOT,
                "%.2f × %.2f in  ·  %.0f %% of true size",
                print.widthInches(),
                print.heightInches(),
                100 * print.perInch() / Screen.getPrimary().getDpi()));
    if (print != null) {
      view.setFitWidth(print.widthInches() * print.perInch());
    }
  }
}
