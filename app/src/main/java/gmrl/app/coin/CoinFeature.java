package gmrl.app.coin;

import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.ResultPlot;
import gmrl.app.shelf.StoredAnswers;
import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellViewModel;
import gmrl.experiment.KeptResult;
import gmrl.experiment.coin.CoinResult;
import gmrl.experiment.coin.CoinSpec;
import gmrl.experiment.file.JsonView;
import java.util.List;
import java.util.Map;
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

  /**
   * What is drawn of a result that is there already.
   *
   * @param kept the result
   */
  public static List<ResultPlot> plots(KeptResult<CoinSpec, CoinResult> kept) {
    Map<CoinSpec, CoinResult> known = Map.of(kept.spec(), kept.result());
    return List.of(
        ResultPlot.of(
            "coin-returns",
            "Returns",
            new CoinPanel("", kept.spec(), CoinCharts.Plot.RETURNS, true),
            known),
        ResultPlot.of(
            "coin-own-share",
            "Share of own coins",
            new CoinPanel("", kept.spec(), CoinCharts.Plot.OWN_SHARE, true),
            known));
  }

  /** Title of its page. */
  static final String TITLE = "Coin Game";

  @Override
  public Contribution open(LabContext context) {
    StoredAnswers<CoinSpec, CoinResult> answers = new StoredAnswers<>();
    CoinRuns.register(context.shelf(), answers);
    return new Contribution(
        List.of(),
        List.of(),
        List.of(
            new Workspace(TITLE, Controls.NONE, () -> page(context, answers)).in(Workspace.GAMES)),
        List.of());
  }

  private static Node page(LabContext context, StoredAnswers<CoinSpec, CoinResult> answers) {
    CoinViewModel model = new CoinViewModel(context.laboratory(), context.state());
    answers.to((kept, state) -> model.recall(kept));
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
