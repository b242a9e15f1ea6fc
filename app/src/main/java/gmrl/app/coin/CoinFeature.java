package gmrl.app.coin;

import gmrl.app.figure.PanelPlan;
import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellViewModel;
import gmrl.experiment.file.JsonView;
import java.util.List;
import javafx.scene.Node;

/** The Coin Game on a page of its own; nothing of it runs while the page is hidden. */
public final class CoinFeature implements Feature {

  /**
   * A plot of the Coin Game that stands in a figure's document.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static PanelPlan read(JsonView panel) {
    return CoinPanel.read(panel);
  }

  /** Title of its page. */
  static final String TITLE = "Coin Game";

  @Override
  public Contribution open(LabContext context) {
    CoinRuns.register(context.shelf());
    return new Contribution(
        List.of(),
        List.of(),
        List.of(new Workspace(TITLE, Controls.NONE, () -> page(context)).in(Workspace.GAMES)),
        List.of());
  }

  private static Node page(LabContext context) {
    CoinViewModel model = new CoinViewModel(context.laboratory(), context.state());
    CoinRuns.offer(context.shelf(), model);
    CoinPage page = new CoinPage(context, model);
    context.whileShowing(
        page,
        new ShellViewModel.Timed() {
          @Override
          public void start() {
            model.start();
          }

          @Override
          public void stop() {
            model.stop();
          }

          @Override
          public void restart() {
            model.restart();
          }
        });
    return page;
  }
}
