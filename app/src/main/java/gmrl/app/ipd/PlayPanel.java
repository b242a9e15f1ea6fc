package gmrl.app.ipd;

import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.HelpMark;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.PanelFrame;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The game as it is played, beside the two policies. */
final class PlayPanel extends PanelFrame {
  /** From this width on there is room for both. */
  private static final double WIDE = 520;

  private PlayPanel(LabContext context, IpdWorkspaceViewModel model) {
    super("The game", "");
    PlayView view = new PlayView(model.playProperty(), context.time().chartThemeProperty());
    Runnable studio =
        ChartPanel.exhibit(
            context,
            "payoffs",
            "The game as it is played",
            view,
            model::matrix,
            () -> model.plan(GamePanel.View.MATRIX));
    addTool(Icons.EXPORT, "The matrix in the figure studio", studio);
    setContent(view);
    HelpMark.mark(this, "ipd-game");
  }

  /** Puts the game beside the policies, where there is room. */
  static HBox beside(LabContext context, IpdWorkspaceViewModel model, Region policies) {
    PlayPanel panel = new PlayPanel(context, model);
    HBox row = new HBox(8, policies, panel);
    HBox.setHgrow(policies, Priority.ALWAYS);
    row.setMinSize(0, 0);
    row.widthProperty()
        .addListener(
            (o, was, is) -> {
              boolean both = is.doubleValue() >= WIDE;
              PageParts.show(panel, both);
              double share = Math.min(320, is.doubleValue() * 0.42);
              panel.setMinWidth(both ? share : 0);
              panel.setPrefWidth(share);
            });
    return row;
  }
}
