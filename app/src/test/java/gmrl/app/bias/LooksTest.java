package gmrl.app.bias;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.Colours;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Style;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One colour, one meaning: the only curve of a bias has its colour, and no other curve has it. */
class LooksTest {
  private static final SlotSpec EXACT = new SlotSpec.Exact();

  private static SlotSpec sampled(Estimator estimator) {
    return new SlotSpec.Sampled(estimator, 8);
  }

  private static BiasSpec curve(SlotSpec inner, SlotSpec hessian, SlotSpec outer) {
    TabularSetup setup =
        TabularSetup.paper().with().inner(inner).hessian(hessian).outer(outer).build();
    return BiasSpec.paper().withSetup(setup);
  }

  private static List<Hue> hues(Looks looks, BiasSpec... curves) {
    return looks.styles(List.of(curves)).stream().map(Style::hue).toList();
  }

  @Test
  void theOnlyCurveOfASlotHasItsColour() {
    SlotSpec lvc = sampled(Estimator.LVC);
    List<Hue> hues =
        hues(
            Looks.CATEGORIES,
            curve(EXACT, EXACT, lvc),
            curve(lvc, EXACT, EXACT),
            curve(EXACT, lvc, EXACT),
            curve(EXACT, lvc, lvc),
            curve(lvc, lvc, EXACT),
            curve(lvc, EXACT, lvc),
            curve(lvc, lvc, lvc));
    assertThat(hues).doesNotHaveDuplicates();
    assertThat(hues.subList(0, 3))
        .containsExactly(new Hue.Muted(), Colours.COMPOSITIONAL, Colours.HESSIAN);
    assertThat(hues).doesNotContain(Colours.PLAIN_HESSIAN);
  }

  @Test
  void oneCurveAloneHasTheColourOfItsBiasWhateverItsName() {
    SlotSpec lvc = sampled(Estimator.LVC);
    for (Looks looks : Looks.values()) {
      assertThat(hues(looks, curve(lvc, EXACT, EXACT))).containsExactly(Colours.COMPOSITIONAL);
      assertThat(hues(looks, curve(EXACT, lvc, EXACT))).containsExactly(Colours.HESSIAN);
    }
  }

  @Test
  void curvesOfOneBiasAreToldApartByTheirEstimators() {
    List<Estimator> two = List.of(Estimator.LVC, Estimator.DICE);
    List<BiasSpec> curves =
        Stream.concat(
                two.stream().map(e -> curve(sampled(e), EXACT, EXACT)),
                Stream.of(curve(EXACT, sampled(Estimator.MAML), EXACT)))
            .toList();
    List<Hue> hues = Looks.CATEGORIES.styles(curves).stream().map(Style::hue).toList();
    assertThat(hues).doesNotHaveDuplicates();
    assertThat(hues).element(0).as("LVC, as on the board").isEqualTo(Colours.COMPOSITIONAL);
    assertThat(hues).element(2).isEqualTo(Colours.HESSIAN);
    List<Hue> twice =
        hues(
            Looks.CATEGORIES,
            curve(sampled(Estimator.LVC), EXACT, EXACT),
            curve(sampled(Estimator.LVC), EXACT, EXACT));
    assertThat(twice).doesNotHaveDuplicates().doesNotContain(Colours.COMPOSITIONAL);
  }

  /** A study whose Hessian slot a slider has moved: all of its curves share that estimator. */
  @Test
  void whatAllSampleByTellsNoneApart() {
    SlotSpec lvc = sampled(Estimator.LVC);
    List<Estimator> inner = List.of(Estimator.MAML, Estimator.LVC, Estimator.DICE);
    List<TabularSetup> setups =
        inner.stream().map(e -> curve(sampled(e), lvc, EXACT).setup()).toList();
    assertThat(Looks.CATEGORIES.ofEstimators(setups))
        .isEqualTo(inner.stream().map(Symbols::style).toList());
  }
}
