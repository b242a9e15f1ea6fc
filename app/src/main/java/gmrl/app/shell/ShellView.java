package gmrl.app.shell;

import gmrl.app.ui.Icons;
import gmrl.app.ui.Island;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.PageScroll;
import gmrl.app.ui.PanelFrame;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Header, controls, headline, dashboard, status bar and notices, put together. */
public final class ShellView extends StackPane {
  /** Title of the page of later starts. */
  public static final String BOARD = "Board";

  /** Title of the page of all plots. */
  public static final String PLOTS = "Plots";

  private final DashboardGrid grid = new DashboardGrid();
  private final StackPane pages = new StackPane();
  private final BorderPane frame = new BorderPane();
  private final Function<Feature.Controls, Node> controls;
  private final Region black = new Region();

  /** Before a hall, where neither the status bar nor the button of the pause is. */
  private final Label held = new Label("Paused: Ctrl+P goes on");

  private final VBox top;
  private final Island status;
  private final WorkspaceTabs tabs;
  private final HeaderView header;
  private final StackPane besideMenus = new StackPane();
  private final StackPane ownLine = new StackPane();
  private @Nullable Node drawer;
  private boolean bare;
  private Feature.Controls acting = Feature.Controls.ALL;
  private final SeedBox seed;
  private final ShellViewModel time;
  private final int panelCount;

  /**
   * Puts the window together.
   *
   * @param context what features use
   * @param controls the part of the control panel that acts on a page, built when first needed
   * @param story the page of a first start
   * @param board builds the page of later starts
   * @param contributions of the features, in order
   */
  public ShellView(
      LabContext context,
      Function<Feature.Controls, Node> controls,
      Feature.Workspace story,
      Supplier<Node> board,
      List<Feature.Contribution> contributions,
      MenuBar menus) {
    this.controls = controls;
    SeedBox seed = new SeedBox(context.state());
    status =
        Island.of(
            new StatusBarView(context.laboratory().tasks(), context.time(), this::toggleControls));
    context
        .time()
        .playingProperty()
        .addListener((o, was, playing) -> context.laboratory().tasks().setPaused(!playing));
    NoticesView notices = NoticesView.ofWhatWasDone(context.notices());
    NoticesView problems = NoticesView.ofWhatWentWrong(context.notices());
    context
        .time()
        .pageProperty()
        .addListener(
            (o, was, is) -> {
              notices.leavePage();
              problems.leavePage();
            });
    panelCount = contributions.stream().mapToInt(c -> c.panels().size()).sum();
    tabs = new WorkspaceTabs(context.time(), this::open);
    tabs.add(story);
    tabs.add(new Feature.Workspace(BOARD, Feature.Controls.NONE, board));
    tabs.add(
        new Feature.Workspace(PLOTS, Feature.Controls.ALL, () -> plots(contributions))
            .in(Feature.Workspace.EXPERIMENTS));
    for (Feature.Contribution contribution : contributions) {
      contribution.workspaces().forEach(tabs::add);
      contribution.menus().forEach(menu -> join(menus, menu));
    }
    ownLine.getStyleClass().add("tab-line");
    ownLine.getChildren().add(tabs);
    header =
        new HeaderView(
            context.time(),
            context.laboratory().tasks(),
            menus,
            seed,
            besideMenus,
            context.shelf().openProperty());
    top = new VBox(header, ownLine, tabs.lines());
    frame.setTop(top);
    frame.setCenter(Island.filled(pages));
    // Below the page: over it, it would cover something.
    held.getStyleClass().add("presented-pause");
    held.setMaxWidth(Double.MAX_VALUE);
    PageParts.showWhile(
        held, context.time().presentingProperty().and(context.time().playingProperty().not()));
    frame.setBottom(new VBox(problems, status, held));
    black.getStyleClass().add("blackout");
    black.setVisible(false);
    black.setCursor(Cursor.NONE);
    getChildren().addAll(frame, notices, black);
    this.seed = seed;
    this.time = context.time();
    context.dark().addListener((o, was, dark) -> wear(dark));
    wear(context.dark().get());
  }

  /** Commands that belong together stand in one menu, whoever brings them. */
  private static void join(MenuBar bar, Menu menu) {
    bar.getMenus().stream()
        .filter(there -> there.getText().equals(menu.getText()))
        .findFirst()
        .ifPresentOrElse(
            there -> {
              List<MenuItem> items = List.copyOf(menu.getItems());
              menu.getItems().clear();
              there.getItems().add(new SeparatorMenuItem());
              there.getItems().addAll(items);
            },
            () -> bar.getMenus().add(menu));
  }

  /** For the few colours that carry a meaning and differ between the themes. */
  private void wear(boolean dark) {
    getStyleClass().remove("dark");
    if (dark) {
      getStyleClass().add("dark");
    }
  }

  /** Whether the tabs stand beside the menus, where there is room for both. */
  private boolean isRoomBeside() {
    double others = header.prefWidth(-1) - besideMenus.prefWidth(-1);
    return others + tabs.prefWidth(-1) <= getWidth();
  }

  private void placeTabs() {
    boolean beside = isRoomBeside();
    StackPane place = beside ? besideMenus : ownLine;
    if (tabs.getParent() != place) {
      ownLine.getChildren().clear();
      besideMenus.getChildren().clear();
      place.getChildren().add(tabs);
    }
    PageParts.show(ownLine, !beside);
  }

  /** Widths are true here only: after the styles of a pulse were applied. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (tabs.getParent() != (isRoomBeside() ? besideMenus : ownLine)) {
      Platform.runLater(this::placeTabs);
    }
  }

  /** Whether no page is open, since none has the title that was asked for. */
  public boolean isEmpty() {
    return pages.getChildren().isEmpty();
  }

  /** Draws a new seed, unless it is locked. */
  public void newSeed() {
    seed.draw();
  }

  /** Goes some pages on, or back; stays where there is none. */
  public void turnPage(int by) {
    tabs.turn(by);
  }

  /** Goes back from a maximised panel to the grid. */
  public void restorePanels() {
    grid.restore();
  }

  /** How many panels the dashboard has. */
  public int panelCount() {
    return panelCount;
  }

  /** Maximises the n-th panel of the dashboard, or restores it. */
  public void togglePanel(int index) {
    time.openPage(PLOTS);
    List<Region> panels = grid.panels();
    if (index < panels.size()) {
      grid.toggleMaximised(panels.get(index));
    }
  }

  private void open(Node page, Feature.Controls controlsOfPage) {
    pages.getChildren().setAll(page);
    acting = controlsOfPage;
    placeControls();
  }

  /** Shows all controls on a page that needs none, or puts them away again. */
  private void toggleControls() {
    acting = acting == Feature.Controls.ALL ? Feature.Controls.NONE : Feature.Controls.ALL;
    placeControls();
  }

  private void placeControls() {
    frame.setLeft(bare || acting == Feature.Controls.NONE ? null : controls.apply(acting));
    frame.setRight(bare ? null : drawer);
  }

  /** Takes everything away but the page, or brings it back. */
  void setBare(boolean now) {
    bare = now;
    grid.setPresented(now);
    setBlack(false);
    // Hidden, not taken out: the menus' keys are the scene's as long as they are in it.
    PageParts.show(top, !bare);
    PageParts.show(status, !bare);
    getStyleClass().remove("presenting");
    if (bare) {
      getStyleClass().add("presenting");
    }
    placeControls();
  }

  /** Whether the screen is blacked out. */
  boolean isBlack() {
    return black.isVisible();
  }

  /** Blacks the screen out, or shows it again. */
  void setBlack(boolean now) {
    black.setVisible(now);
  }

  /**
   * Turns the present page, scrolls it, or goes to another one where neither goes further.
   *
   * @param by 1 or −1
   * @param leave whether other pages may be gone to
   * @return whether the key was of any use
   */
  boolean turn(int by, boolean leave) {
    Node page = pages.getChildren().get(0);
    boolean mine = leave || PageTurn.has(page);
    boolean turned = PageTurn.turn(page, by) || (mine && PageScroll.page(page, by));
    if (!turned && leave) {
      tabs.turn(by);
    }
    return mine;
  }

  /** Shows the beginning of the present page, or its end where {@code by} is 1. */
  void toEnd(int by) {
    PageScroll.toEnd(pages.getChildren().get(0), by);
  }

  /** Puts a drawer beside the pages, or takes it away. */
  public void setDrawer(@Nullable Node now) {
    drawer = now;
    frame.setRight(bare ? null : drawer);
  }

  private Node plots(List<Feature.Contribution> contributions) {
    contributions.stream().flatMap(c -> c.panels().stream()).forEach(p -> addPanel(p.get()));
    return grid;
  }

  private void addPanel(PanelFrame panel) {
    Button maximise =
        panel.addTool(
            Icons.MAXIMISE, "Fill the window with this panel", () -> grid.toggleMaximised(panel));
    grid.maximisedProperty()
        .addListener(
            (o, was, is) ->
                maximise.setGraphic((is == panel ? Icons.RESTORE : Icons.MAXIMISE).node()));
    if (panel instanceof ChartPanel chart) {
      chart.chart().setOnMaximise(() -> grid.toggleMaximised(panel));
    }
    grid.add(panel);
  }
}
