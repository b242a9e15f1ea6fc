package gmrl.app.shell;

import gmrl.app.ui.PanelFrame;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Menu;

/**
 * A family of experiments that joins the window.
 *
 * <p>{@link #open} runs once on the interface thread before the window shows: it builds nodes and
 * asks for its first experiments, but computes nothing itself.
 */
@FunctionalInterface
public interface Feature {

  /** Builds the feature's part of the window. */
  Contribution open(LabContext context);

  /**
   * What a feature adds.
   *
   * @param panels shown on the page of plots, in this order after those of earlier features; built
   *     when that page is first opened
   * @param outcomes what the bias costs in the end, shown below the board; built when its curves
   *     have come
   * @param workspaces shown one at a time instead of the dashboard
   * @param menus appended to the menu bar, or to the menu of the same name that is there
   */
  record Contribution(
      List<Supplier<? extends PanelFrame>> panels,
      List<Supplier<? extends PanelFrame>> outcomes,
      List<Workspace> workspaces,
      List<Menu> menus) {
    /** Copies the lists. */
    public Contribution {
      panels = List.copyOf(panels);
      outcomes = List.copyOf(outcomes);
      workspaces = List.copyOf(workspaces);
      menus = List.copyOf(menus);
    }

    /** Only a panel on the page of plots. */
    public static Contribution ofPanel(Supplier<? extends PanelFrame> panel) {
      return new Contribution(List.of(panel), List.of(), List.of(), List.of());
    }
  }

  /**
   * A page beside the dashboard.
   *
   * @param group what its tab says; pages of one group share a tab
   * @param title one or two words, its own among all pages
   * @param controls which part of the control panel acts on it
   * @param content built when first opened
   */
  record Workspace(String group, String title, Controls controls, Supplier<Node> content) {
    /** Group of what is run with settings of one's own. */
    public static final String EXPERIMENTS = "Experiments";

    /** Group of learners that meet each other. */
    public static final String GAMES = "Games";

    /** Group of what was kept, and what is made of it. */
    public static final String RUNS = "Runs";

    /** A page with a tab of its own. */
    public Workspace(String title, Controls controls, Supplier<Node> content) {
      this(title, title, controls, content);
    }

    /** The same page behind the tab of a group. */
    public Workspace in(String tab) {
      return new Workspace(tab, title, controls, content);
    }
  }

  /** The part of the control panel that acts on a page; the rest is put away. */
  enum Controls {
    /** Everything. */
    ALL,
    /** α, K and |τ|. */
    INNER_LOOP,
    /** Nothing: no panel. */
    NONE
  }
}
