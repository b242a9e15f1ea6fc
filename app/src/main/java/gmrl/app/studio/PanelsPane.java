package gmrl.app.studio;

import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.FigureOptions;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.FigureReader;
import gmrl.app.shelf.Document;
import gmrl.app.shell.Exhibit;
import gmrl.app.shell.Exhibits;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.Dialogs;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.Tip;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What the figure consists of: where panels come from, their order, their headings. */
final class PanelsPane extends VBox {
  private static final Dialogs.FileKind FIGURE =
      Dialogs.FileKind.of("Figure", "pdf", "svg", "png", "tex", "json");

  private final LabContext context;
  private final StudioViewModel model;
  private final StudioFeature.Library library;
  private final ListView<StudioPanel> list = new ListView<>();
  private final CheckBox small = new CheckBox("few trials");

  /** Whose heading is being typed: another panel is chosen before the field is left for it. */
  private int named = -1;

  /** The heading that was put into its field last. */
  private String said = "";

  /** The panel that was chosen last: panels that come anew do not let go of it. */
  private int chosen = -1;

  PanelsPane(LabContext context, StudioViewModel model, StudioFeature.Library library) {
    this.context = context;
    this.model = model;
    this.library = library;
    getStyleClass().add("studio-side");
    MenuButton begin =
        sources(
            "Begin with",
            plot -> model.show(request(Optional.of(plot), Optional.empty())),
            plan -> model.show(request(Optional.empty(), Optional.of(plan))));
    MenuButton add = sources("Add", model::add, model::add);
    Button open = PanelFrame.toolButton(Icons.OPEN, "Open a figure that was saved", this::open);
    HBox sources = new HBox(6, begin, add, open);
    sources.setAlignment(Pos.CENTER_LEFT);
    Tip.on(
        small,
        "Figures of the catalogue are computed from few trials, MDPs and seeds: in seconds, not"
            + " minutes, and less exactly");
    small.getStyleClass().add("small");
    list.setItems(model.panels);
    list.setAccessibleText("Panels of the figure");
    list.setPlaceholder(placeholder());
    list.setCellFactory(view -> new Cell());
    list.setFixedCellSize(-1);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren()
        .addAll(
            title("Panels"),
            sources,
            budget(),
            list,
            undo(),
            headings(),
            title("Words"),
            field("Title", "First sentence of the caption", model.title),
            field("File", "Name of the files, without an ending", model.name));
    list.getSelectionModel()
        .selectedIndexProperty()
        .addListener((o, old, now) -> chosen = now.intValue() < 0 ? chosen : now.intValue());
    ListChangeListener<StudioPanel> hold =
        c -> {
          if (list.getSelectionModel().isEmpty() && chosen >= 0) {
            list.getSelectionModel().select(Math.min(chosen, model.panels.size() - 1));
          }
        };
    model.panels.addListener(hold);
  }

  /** What was taken out last; there while it can be brought back. */
  private StackPane undo() {
    StackPane place = new StackPane();
    model
        .goneProperty()
        .subscribe(
            gone -> {
              place
                  .getChildren()
                  .setAll(
                      gone.stream()
                          .map(
                              last ->
                                  PageParts.bringBack(
                                      "“" + last.panel().heading() + "” is out.", model::bringBack))
                          .toList());
              PageParts.show(place, gone.isPresent());
            });
    return place;
  }

  private HBox budget() {
    HBox row = new HBox(8, small, kept());
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Exhibits.Request request(Optional<Exhibit> plot, Optional<FigurePlan> plan) {
    return new Exhibits.Request(plot, plan, plan.map(p -> FigureOptions.PAPER));
  }

  static Label title(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("panel-title");
    return label;
  }

  private static Label placeholder() {
    Label empty = new Label("No panel yet: “Begin with” above.");
    empty.setWrapText(true);
    empty.setPadding(new javafx.geometry.Insets(8));
    empty.getStyleClass().add("muted");
    return empty;
  }

  private MenuButton sources(String text, Consumer<Exhibit> plot, Consumer<FigurePlan> figure) {
    MenuButton button = new MenuButton(text);
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    // An empty menu would not open.
    button.getItems().setAll(new MenuItem(""));
    button.setOnShowing(
        e -> {
          button.getItems().clear();
          context
              .time()
              .exhibits()
              .plots()
              .forEach(
                  (page, plots) ->
                      button.getItems().add(menu(page, plots, one -> one.title().get(), plot)));
          if (!button.getItems().isEmpty()) {
            button.getItems().add(new SeparatorMenuItem());
          }
          SourceGroups.of(library.all().get())
              .forEach(
                  (group, plans) ->
                      button
                          .getItems()
                          .add(
                              menu(
                                  group,
                                  plans,
                                  FigurePlan::title,
                                  plan ->
                                      figure.accept(small.isSelected() ? plan.quick() : plan))));
        });
    return button;
  }

  private static <T> Menu menu(
      String title, List<T> all, Function<T, String> words, Consumer<T> action) {
    Menu menu = new Menu(title);
    menu.setMnemonicParsing(false);
    for (T one : all) {
      MenuItem item = new MenuItem(words.apply(one));
      item.setMnemonicParsing(false);
      item.setOnAction(e -> action.accept(one));
      menu.getItems().add(item);
    }
    return menu;
  }

  /** Which of the kept runs lie over the plots; there while there are any. */
  private MenuButton kept() {
    MenuButton button = new MenuButton("Kept runs");
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    Tip.on(button, "Which of the kept runs over the plots belong into the figure");
    ListChangeListener<StudioPanel> follow =
        change -> {
          List<String> runs = model.keptRuns();
          PageParts.show(button, !runs.isEmpty());
          button.getItems().setAll(runs.stream().map(this::choice).toList());
        };
    model.panels.addListener(follow);
    PageParts.show(button, false);
    return button;
  }

  private CheckMenuItem choice(String run) {
    CheckMenuItem item = new CheckMenuItem(run);
    item.setMnemonicParsing(false);
    item.setSelected(model.isShown(run));
    item.setOnAction(e -> model.show(run, item.isSelected()));
    return item;
  }

  private void open() {
    context
        .dialogs()
        .open("Open a figure", FIGURE)
        .ifPresent(file -> context.shelf().pages().open(file, this::read));
  }

  /** Only the figure: the settings that stand in the window stay. On any thread. */
  private Optional<Runnable> read(Document document) {
    FigureDocument figure = FigureDocument.in(FigureReader.unstamped(document.json()));
    FigurePlan plan = library.read().apply(figure);
    FigureOptions options = figure.options();
    return Optional.of(
        () -> {
          model.show(
              new Exhibits.Request(Optional.empty(), Optional.of(plan), Optional.of(options)));
          context.notices().info("Opened " + document.place().getFileName() + ".");
        });
  }

  private HBox headings() {
    TextField heading = new TextField();
    heading.setPromptText("its heading");
    heading.setAccessibleText("Heading of the chosen panel");
    Tip.on(heading, "Heading of the chosen panel; its letter comes by itself");
    HBox.setHgrow(heading, Priority.ALWAYS);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, old, now) -> {
              // What is being typed stays, but not what was taken back under the caret.
              if (now != null && (!heading.isFocused() || heading.getText().equals(said))) {
                say(heading, now.heading());
              }
            });
    heading.setOnAction(
        e -> {
          String text = heading.getText();
          rename(list.getSelectionModel().getSelectedIndex(), text);
          say(heading, text);
        });
    heading
        .focusedProperty()
        .addListener(
            (o, was, is) -> {
              if (is) {
                named = list.getSelectionModel().getSelectedIndex();
              } else {
                rename(named, heading.getText());
                StudioPanel chosen = list.getSelectionModel().getSelectedItem();
                say(heading, chosen == null ? "" : chosen.heading());
              }
            });
    HBox row =
        new HBox(
            2,
            heading,
            PanelFrame.toolButton(Icons.UP, "One place up", () -> move(-1)),
            PanelFrame.toolButton(Icons.DOWN, "One place down", () -> move(1)),
            PanelFrame.toolButton(Icons.BIN, "Take the panel out", this::remove));
    row.setAlignment(Pos.CENTER_LEFT);
    row.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    return row;
  }

  /** The letters before it are the field's to take back no more. */
  private void say(TextField heading, String text) {
    said = text;
    int caret = heading.getCaretPosition();
    heading.setText(text);
    heading.positionCaret(caret);
  }

  private void rename(int index, String text) {
    boolean there = index >= 0 && index < model.panels.size();
    if (there && !model.panels.get(index).heading().equals(text)) {
      model.rename(index, text);
    }
  }

  private void move(int by) {
    int index = list.getSelectionModel().getSelectedIndex();
    model.move(index, by);
    list.getSelectionModel().select(Math.max(0, Math.min(model.panels.size() - 1, index + by)));
  }

  private void remove() {
    int index = list.getSelectionModel().getSelectedIndex();
    if (index >= 0) {
      model.remove(index);
    }
  }

  private HBox field(String text, String what, javafx.beans.property.StringProperty value) {
    StudioField field = new StudioField(model, value, what);
    Label label = field.label(text);
    label.setPrefWidth(36);
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox row = new HBox(6, label, field);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static final class Cell extends ListCell<StudioPanel> {
    Cell() {
      setWrapText(true);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(StudioPanel panel, boolean empty) {
      super.updateItem(panel, empty);
      if (empty || panel == null) {
        setText("");
      } else {
        String state =
            panel.isComplete()
                ? ""
                : panel.chart().isPresent()
                    ? "  ·  " + panel.chart().get().mark()
                    : "  ·  not computed yet";
        String heading = panel.heading().isBlank() ? "without words" : panel.heading();
        setText((char) ('a' + getIndex() % 26) + "   " + heading + state);
      }
    }
  }
}
