package gmrl.app.coin;

import gmrl.app.chart.ChartModel;
import gmrl.app.shelf.Overlays;
import gmrl.app.shelf.Shelf;
import gmrl.app.shelf.Source;
import gmrl.app.shelf.StoredAnswers;
import gmrl.app.shell.LabContext;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.coin.CoinResult;
import gmrl.experiment.coin.CoinSpec;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Kept runs of the Coin Game. */
final class CoinRuns {
  private static final CoinFamily FAMILY = new CoinFamily();

  private CoinRuns() {}

  /** What a stored run needs to be reopened. */
  static void register(Shelf shelf, StoredAnswers<CoinSpec, CoinResult> answers) {
    shelf.register(
        Source.of(
                FAMILY,
                List.of(CoinFeature.TITLE),
                CoinViewModel::spec,
                (spec, state) ->
                    CoinSettings.of(spec, CoinSettings.of(state)).in(state.withSeed(spec.seed())))
            .taking(
                FAMILY,
                CoinFeature.TITLE,
                answers,
                (kept, state) -> CoinViewModel.spec(state).equals(kept.spec())));
  }

  /** Lets complete results be kept. */
  static void offer(Shelf shelf, CoinViewModel model) {
    shelf.follow(FAMILY, model.answerProperty(), CoinSpec::updates);
  }

  /** A plot with kept runs over it. */
  static ReadOnlyObjectProperty<ChartModel> over(
      LabContext context, CoinViewModel model, CoinCharts.Plot plot) {
    Shelf shelf = context.shelf();
    return shelf.over(
        FAMILY.id(),
        model.chart(plot),
        (run, now) ->
            run.table().orElseThrow().curves().stream()
                .map(
                    curve ->
                        Overlays.of(
                            run, curve, plot.key(), shelf.inLegend(run), Overlays.dash(run), true))
                .toList());
  }
}
