package gmrl.app.shell;

import gmrl.app.ui.HelpMark;
import gmrl.app.ui.PageParts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the page. Pages that belong together share one tab, which opens the one that was last
 * open; a line of their own below the tabs chooses between them.
 */
final class WorkspaceTabs extends StackPane {
  /** Style class of whatever opens one page. */
  static final String PAGE = "page-tab";

  private final SegmentedButton tabs = new SegmentedButton();
  private final Map<String, Group> groups = new LinkedHashMap<>();

  /** As their tabs stand from left to right. */
  private final List<Page> pages = new ArrayList<>();

  private final StackPane lines = new StackPane();
  private final BiConsumer<Node, Feature.Controls> show;
  private final ShellViewModel time;
  private @Nullable Page open;

  /** A page and what opens it. */
  private static final class Page {
    private final Group group;
    private final Feature.Workspace workspace;
    private final ToggleButton button;
    private @Nullable Node built;

    Page(Group group, Feature.Workspace workspace, ToggleButton button) {
      this.group = group;
      this.workspace = workspace;
      this.button = button;
    }

    Node content() {
      if (built == null) {
        built = workspace.content().get();
        HelpMark.mark(built, "page:" + workspace.title());
      }
      return built;
    }
  }

  /** Pages behind one tab. */
  private static final class Group {
    private final ToggleButton tab;
    private final HBox line = new HBox();
    private @Nullable Page last;

    Group(ToggleButton tab) {
      this.tab = tab;
      line.setAlignment(Pos.CENTER);
      line.setSpacing(4);
      line.setVisible(false);
    }
  }

  WorkspaceTabs(ShellViewModel time, BiConsumer<Node, Feature.Controls> show) {
    this.time = time;
    this.show = show;
    time.pageProperty().addListener((o, old, now) -> open(now));
    getStyleClass().add("workspace-tabs");
    steady(tabs.getToggleGroup());
    getChildren().add(tabs);
    lines.getStyleClass().add("page-line");
    PageParts.show(lines, false);
  }

  /** Where the pages of the open tab are chosen; invisible while it has only one. */
  Node lines() {
    return lines;
  }

  /** Adds a page, last of its group. */
  void add(Feature.Workspace workspace) {
    // Alone in its group a page is opened by the tab itself, which then bears its title.
    Group group = groups.computeIfAbsent(workspace.group(), this::group);
    boolean alone = workspace.group().equals(workspace.title());
    ToggleButton button = alone ? group.tab : button(workspace.title());
    Page page = new Page(group, workspace, button);
    pages.add(behind(group), page);
    if (group.last == null || workspace.title().equals(time.tabs().get(workspace.group()))) {
      group.last = page;
    }
    button.getStyleClass().add(PAGE);
    if (!alone) {
      button.setToggleGroup(
          group.line.getChildren().isEmpty() ? steady(new ToggleGroup()) : of(group));
      group.line.getChildren().add(button);
    }
    button
        .selectedProperty()
        .addListener(
            (o, was, is) -> {
              if (is) {
                time.openPage(workspace.title());
              }
            });
  }

  /** Where the next page of a group stands among all. */
  private int behind(Group group) {
    for (int i = pages.size(); i > 0; i--) {
      if (pages.get(i - 1).group == group) {
        return i;
      }
    }
    return pages.size();
  }

  private static ToggleGroup of(Group group) {
    return ((ToggleButton) group.line.getChildren().get(0)).getToggleGroup();
  }

  private Group group(String title) {
    ToggleButton tab = button(title);
    Group group = new Group(tab);
    tabs.getButtons().add(tab);
    lines.getChildren().add(group.line);
    tab.selectedProperty()
        .addListener(
            (o, was, is) -> {
              if (is && (open == null || open.group != group)) {
                time.openPage(Objects.requireNonNull(group.last).workspace.title());
              }
            });
    return group;
  }

  private static ToggleButton button(String title) {
    ToggleButton button = new ToggleButton(title);
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  /** A group of which one is always chosen. */
  private static ToggleGroup steady(ToggleGroup group) {
    group
        .selectedToggleProperty()
        .addListener(
            (o, old, now) -> {
              if (now == null && old != null) {
                group.selectToggle(old);
              }
            });
    return group;
  }

  /** Goes some pages on or back; stays where there is none. */
  void turn(int by) {
    int to = pages.indexOf(open) + by;
    if (to >= 0 && to < pages.size()) {
      time.openPage(pages.get(to).workspace.title());
    }
  }

  private void open(String title) {
    for (Page page : pages) {
      if (page.workspace.title().equals(title)) {
        open = page;
        page.group.last = page;
        if (!page.workspace.group().equals(title)) {
          time.tabs().put(page.workspace.group(), title);
        }
        page.button.setSelected(true);
        page.group.tab.setSelected(true);
        groups.values().forEach(g -> g.line.setVisible(g == page.group));
        PageParts.show(lines, page.group.line.getChildren().size() > 1);
        time.exhibits().setPage(title);
        show.accept(page.content(), page.workspace.controls());
      }
    }
  }
}
