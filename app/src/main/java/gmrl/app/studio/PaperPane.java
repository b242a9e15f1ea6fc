package gmrl.app.studio;

import gmrl.app.chart.ChartTheme;
import gmrl.app.figure.FigureFormat;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.Pseudo;
import gmrl.app.ui.SmallChoice;
import gmrl.app.ui.Tip;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** How the figure stands on paper, and which files it becomes. */
final class PaperPane extends VBox {
  private final CheckBox captions = box("caption", "The words for LaTeX and Markdown, as files");

  /**
   * A usual width.
   *
   * @param title where it is usual
   * @param inches how wide; nothing where that is said below
   */
  private record Preset(String title, String inches) {}

  private static final List<Preset> PRESETS =
      List.of(
          new Preset("NeurIPS, ICLR: text, 5.5 in", "5.5"),
          new Preset("half of that, 2.65 in", "2.65"),
          new Preset("ICML: column, 3.25 in", "3.25"),
          new Preset("ICML: page, 6.75 in", "6.75"),
          new Preset("slide, 10 in", "10"));

  private static final Preset OWN = new Preset("own width", "");

  private final StudioViewModel model;

  /** Kept here, since a binding does not keep it. */
  private final ObjectProperty<Integer> columnsOfDraft;

  PaperPane(StudioViewModel model) {
    this.model = model;
    PaperDraft draft = model.paper;
    columnsOfDraft = draft.columns.asObject();
    getStyleClass().add("studio-side");
    getChildren().add(PanelsPane.title("On paper"));
    ChoiceBox<Preset> presets = SmallChoice.of("Usual widths", Preset::title, 192);
    presets.getItems().setAll(PRESETS);
    presets.getItems().add(OWN);
    presets.setMaxWidth(Double.MAX_VALUE);
    Runnable match =
        () ->
            presets.setValue(
                PRESETS.stream()
                    .filter(p -> p.inches().equals(draft.width.get()))
                    .findFirst()
                    .orElse(OWN));
    match.run();
    draft.width.addListener((o, old, now) -> match.run());
    presets
        .valueProperty()
        .addListener(
            (o, old, now) -> {
              if (now != null && !now.equals(OWN)) {
                draft.width.set(now.inches());
              }
            });
    GridPane grid = new GridPane();
    grid.getStyleClass().add("studio-grid");
    row(grid, "Width", "Inches, or with a unit such as 14cm", draft.width, "in");
    row(grid, "Height", "Empty for what the panels ask for", draft.height, "in");
    row(grid, "Type", "Ticks and legend; labels are an eighth larger", draft.fontSize, "pt");
    row(grid, "Lines", "Curves; markers grow with them", draft.lineWidth, "pt");
    row(grid, "Bitmap", "Pixels per inch of a PNG", draft.dpi, "dpi");
    ChoiceBox<Integer> columns = SmallChoice.of("Panels per row", n -> "" + n, 64);
    columns.getItems().setAll(1, 2, 3, 4, 5, 6);
    both(columns.valueProperty(), columnsOfDraft);
    grid.addRow(grid.getRowCount(), StudioField.quiet("Columns"), columns);
    ChoiceBox<ChartTheme.Tone> tone =
        SmallChoice.of(
            "Colour or grey", t -> t == ChartTheme.Tone.GREY ? "shades of grey" : "colour", 110);
    tone.getItems().setAll(ChartTheme.Tone.values());
    both(tone.valueProperty(), draft.tone);
    grid.addRow(grid.getRowCount(), StudioField.quiet("Ink"), tone);
    GridPane.setColumnSpan(tone, 2);
    getChildren()
        .addAll(
            presets,
            grid,
            PageParts.problem(draft.problemProperty()),
            tied("one legend for all", "Under all panels, instead of one each", draft.sharedLegend),
            tied("letters (a), (b) …", "Where there are several panels", draft.letters),
            tied(
                "headings",
                "They tell several panels apart; a single figure's title belongs to its caption",
                draft.titles),
            tied("cursors", "Where the sliders stood; papers do without", draft.cursor),
            PanelsPane.title("Files"));
    FlowPane kinds = new FlowPane(10, 6);
    for (FigureFormat format : FigureFormat.values()) {
      String name =
          format == FigureFormat.TIKZ
              ? "PGFPlots"
              : format.extension().toUpperCase(java.util.Locale.ROOT);
      CheckBox box = box(name, "Write ." + format.extension());
      box.setSelected(draft.formats.contains(format));
      box.selectedProperty()
          .addListener(
              (o, was, is) -> {
                if (is) {
                  draft.formats.add(format);
                } else {
                  draft.formats.remove(format);
                }
              });
      kinds.getChildren().add(box);
    }
    kinds.getChildren().add(captions);
    Label beside = PageParts.remark("Data (CSV) and specification (JSON) lie beside them.");
    getChildren().addAll(kinds, beside);
  }

  /** Whether the words are wanted as files. */
  boolean captions() {
    return captions.isSelected();
  }

  private static <T> void both(Property<T> control, Property<T> value) {
    control.bindBidirectional(value);
  }

  private void row(GridPane grid, String name, String what, StringProperty value, String unit) {
    StudioField field = new StudioField(model, value, what);
    field.getStyleClass().addAll("value-field", "small");
    field.setPrefWidth(64);
    field.setAccessibleText(name + ". " + what);
    InvalidationListener mark =
        o -> {
          String why = model.paper.refused.getOrDefault(value, "");
          field.pseudoClassStateChanged(Pseudo.ERROR, !why.isEmpty());
          field.setAccessibleHelp(why.isEmpty() ? what : why);
        };
    model.paper.refused.addListener(mark);
    grid.addRow(grid.getRowCount(), field.label(name), field, StudioField.quiet(unit));
  }

  private static CheckBox tied(String text, String what, BooleanProperty value) {
    CheckBox box = box(text, what);
    box.selectedProperty().bindBidirectional(value);
    return box;
  }

  private static CheckBox box(String text, String what) {
    CheckBox box = new CheckBox(text);
    box.getStyleClass().add("small");
    Tip.on(box, what);
    return box;
  }
}
