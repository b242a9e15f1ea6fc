package gmrl.app.board;

import gmrl.app.bias.BiasFeature;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Coming;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellViewModel;
import gmrl.app.state.LabState;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.ParameterViewModel;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.file.JsonView;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Opens the board. */
public final class BoardFeature {
  /** What figures call the board's plots. */
  public static final String PLOTS = BoardPanel.FAMILY;

  /** How long what the bias costs waits for the board's own curves. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /**
   * A plot of the board that stands in a figure's document.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static PanelPlan read(JsonView panel) {
    if (MechanismPanel.isOne(panel)) {
      return MechanismPanel.read(panel);
    }
    return PathPanel.isOne(panel) ? PathPanel.read(panel) : BoardPanel.read(panel);
  }

  private BoardFeature() {}

  /**
   * Begins what the board will compute first at a state, before it follows the state: until every
   * curve can be drawn, coarsely. Does nothing where the state has no answer.
   *
   * @param bank from where the board goes on
   * @param token stops it earlier
   * @return ends with it, however it ends
   */
  public static CompletionStage<?> ahead(
      LabState state, TrialBank bank, ExperimentRunner runner, CancellationToken token) {
    BoardStudy board;
    try {
      board = BoardStudy.of(state);
    } catch (IllegalArgumentException e) {
      return CompletableFuture.completedFuture(token); // the board will say why
    }
    return runner
        .start(
            BoardViewModel.experiment(board, state, bank),
            token,
            event -> {
              if (event instanceof ExperimentEvent.Progress<BiasResult> news
                  && BoardCharts.areWhole(board, new Readings(news.snapshot()))) {
                token.cancel();
              }
            })
        .end();
  }

  /** The models of the four sliders, in the order of the columns. */
  public record Sliders(
      ParameterViewModel alpha,
      ParameterViewModel steps,
      ParameterViewModel samples,
      ParameterViewModel coefficient) {}

  /**
   * Builds the board; it computes while it is on screen.
   *
   * @param bank keeps the trials of all views of the window
   * @param sliders the common knobs
   * @param headline what stands on top
   * @param slots which slots are sampled
   * @param outcomes what the bias costs, side by side below the columns; built and computed once
   *     the board's own curves are there, which would come later otherwise
   */
  public static Node open(
      LabContext context,
      TrialBank bank,
      Sliders sliders,
      Region headline,
      Node slots,
      List<Supplier<? extends PanelFrame>> outcomes) {
    BoardViewModel model = new BoardViewModel(context.laboratory(), context.state(), bank);
    MechanismViewModel picture =
        new MechanismViewModel(context.laboratory(), context.state(), model);
    BoardPage page =
        new BoardPage(
            context,
            model,
            picture,
            headline,
            BoardPage.knobs(
                sliders.alpha(), sliders.steps(), sliders.samples(), sliders.coefficient()),
            slots,
            outcomes);
    model
        .answerProperty()
        .addListener(
            (o, old, now) -> {
              if (now != null) {
                context.shelf().hear(BiasFeature.FAMILY, now.to(now.question().study()), 1);
              }
            });
    Coming.first(
        model.answerProperty(),
        answer ->
            answer != null
                && BoardCharts.areWhole(answer.question(), new Readings(answer.snapshot())),
        answer -> page.completeWhenDrawn());
    context.whileShowing(
        page,
        new ShellViewModel.Timed() {
          @Override
          public void start() {
            model.start();
            picture.start();
            context.laboratory().later().run(PATIENCE, page::complete);
          }

          @Override
          public void stop() {
            model.stop();
            picture.stop();
          }

          @Override
          public void restart() {
            model.restart();
          }
        });
    return page;
  }
}
