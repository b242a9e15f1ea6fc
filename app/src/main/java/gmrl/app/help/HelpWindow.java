package gmrl.app.help;

import gmrl.app.ui.HelpMark;
import gmrl.app.ui.Lazily;
import gmrl.app.ui.Theme;
import gmrl.app.ui.WantedSize;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The help, in a window of its own beside the laboratory. */
public final class HelpWindow {
  private static final double WIDTH = 920;
  private static final double HEIGHT = 680;

  /** Reads glossary and guides, which the window does not wait for. */
  private final Lazily<HelpViewModel> model = new Lazily<>(HelpViewModel::new);

  private final Stage owner;
  private final Attention attention;
  private final ReadOnlyBooleanProperty dark;
  private final Supplier<List<Keys>> keys;
  private final Consumer<String> copy;
  private final Consumer<String> browse;
  private @Nullable Stage window;

  /**
   * A help that is not shown yet.
   *
   * @param owner the window it belongs to
   * @param dark whether the dark theme is on
   * @param keys what keys do, asked for whenever they are shown
   * @param copy puts text on the clipboard
   * @param browse opens an address outside
   */
  public HelpWindow(
      Stage owner,
      ReadOnlyBooleanProperty dark,
      Supplier<List<Keys>> keys,
      Consumer<String> copy,
      Consumer<String> browse) {
    this.owner = owner;
    attention = new Attention(owner);
    this.dark = dark;
    this.keys = keys;
    this.copy = copy;
    this.browse = browse;
  }

  /** The keys of all menus, as they are bound, and those of charts, sliders and pages. */
  public static List<Keys> keys(MenuBar menus, List<Keys> more) {
    return Keys.all(menus, more);
  }

  /** The help's menu. */
  public Menu menu() {
    Menu menu = new Menu("_Help");
    menu.getItems()
        .addAll(
            item("_What am I looking at", "F1", this::explain),
            item("_Glossary", "Shift+F1", () -> open(new HelpViewModel.Page.Glossary())),
            item("_Formulas", null, () -> open(new HelpViewModel.Page.Formulas())),
            item("_Keyboard", "Shortcut+Shift+K", () -> open(new HelpViewModel.Page.Keys())));
    Menu guides = new Menu("G_uides");
    menu.setOnShowing(
        e -> {
          if (guides.getItems().isEmpty()) {
            list(guides);
          }
        });
    menu.getItems()
        .addAll(
            guides,
            new SeparatorMenuItem(),
            item("The _paper", null, () -> open(new HelpViewModel.Page.Paper())),
            item("_About GMRL Lab", null, () -> open(new HelpViewModel.Page.About())));
    return menu;
  }

  private void list(Menu guides) {
    String group = "";
    for (HelpFiles.Guide guide : model.get().guides()) {
      if (!group.isEmpty() && !group.equals(guide.group())) {
        guides.getItems().add(new SeparatorMenuItem());
      }
      group = guide.group();
      guides
          .getItems()
          .add(item(guide.title(), null, () -> open(new HelpViewModel.Page.Reading(guide))));
    }
  }

  private static MenuItem item(String text, @Nullable String key, Runnable action) {
    MenuItem item = new MenuItem(text);
    if (key != null) {
      item.setAccelerator(KeyCombination.keyCombination(key));
    }
    item.setOnAction(e -> action.run());
    return item;
  }

  /** Says what was clicked or has the focus, or what page is open. */
  private void explain() {
    String topic =
        attention.topic(model.get()::knows).or(() -> shown(owner.getScene().getRoot())).orElse("");
    model.get().lookAt(topic);
    show();
  }

  /** The first marked part on screen. */
  private java.util.Optional<String> shown(Node root) {
    return root.lookupAll("*").stream()
        .flatMap(node -> HelpMark.of(node, model.get()::knows).stream())
        .findFirst();
  }

  private void open(HelpViewModel.Page page) {
    model.get().open(page);
    show();
  }

  private void show() {
    if (window == null) {
      window = build();
      Stage first = window;
      first.show();
      WantedSize.hold(first, place());
    }
    window.show();
    window.toFront();
    window.requestFocus();
  }

  /** Over the middle of its owner. */
  private Rectangle2D place() {
    return new Rectangle2D(
        Math.max(0, owner.getX() + (owner.getWidth() - WIDTH) / 2),
        Math.max(0, owner.getY() + (owner.getHeight() - HEIGHT) / 3),
        WIDTH,
        HEIGHT);
  }

  private Stage build() {
    HelpViewModel model = this.model.get();
    HelpPages pages = new HelpPages(model, keys, copy, browse);
    ListView<HelpViewModel.Page> list = new ListView<>();
    list.getStyleClass().add("help-list");
    list.setMinWidth(180);
    list.setPrefWidth(240);
    list.setCellFactory(view -> new HelpCell());
    ScrollPane content = new ScrollPane();
    content.setFitToWidth(true);
    content.getStyleClass().addAll("help-content", "edge-to-edge");
    SplitPane split = new SplitPane(list, content);
    split.setDividerPositions(0.26);
    SplitPane.setResizableWithParent(list, false);
    split.getStyleClass().add("help");
    Runnable fill =
        () -> {
          HelpViewModel.Page page = model.pageProperty().get();
          list.getItems().setAll(model.pages());
          list.getSelectionModel().select(page);
          content.setContent(null);
          model.prepare(
              page,
              Platform::runLater,
              () -> {
                if (page.equals(model.pageProperty().get())) {
                  content.setContent(pages.build(page));
                  content.setVvalue(0);
                }
              });
        };
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, old, now) -> {
              if (now != null && !now.equals(model.pageProperty().get())) {
                model.open(now);
              }
            });
    model.pageProperty().addListener((o, old, now) -> fill.run());
    fill.run();
    Scene scene = new Scene(split, WIDTH, HEIGHT);
    Theme.dress(scene);
    wear(split, dark.get());
    dark.addListener((o, was, is) -> wear(split, is));
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.setTitle("GMRL Lab: help");
    stage.setScene(scene);
    stage.setMinWidth(560);
    stage.setMinHeight(360);
    // A list would keep Escape for itself.
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE || e.getCode() == KeyCode.F1) {
            stage.hide();
            e.consume();
          }
        });
    return stage;
  }

  private static void wear(Node root, boolean dark) {
    root.getStyleClass().remove("dark");
    if (dark) {
      root.getStyleClass().add("dark");
    }
  }
}
