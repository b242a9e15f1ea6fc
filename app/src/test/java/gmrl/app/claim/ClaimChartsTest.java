package gmrl.app.claim;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.Style;
import gmrl.app.state.Symbols;
import gmrl.mdp.Estimator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimChartsTest {
  /** Also under the names that it has in files of before. */
  @Test
  void anEstimatorLooksAsItDoesInExperiments() {
    for (String plain : List.of("plain differentiation", "AD (maml)", "plain MAML", "MAML")) {
      assertThat(ClaimCharts.styles(List.of(plain, "LVC", "Loaded DiCE")))
          .as(plain)
          .containsExactly(
              Symbols.style(Estimator.MAML),
              Symbols.style(Estimator.LVC),
              Symbols.style(Estimator.LOADED));
    }
  }

  @Test
  void otherCurvesAreToldApartByWhatTheyAre() {
    List<String> ordered = List.of("K = 1", "K = 2");
    List<String> mixed = List.of("fresh batches", "LVC");
    assertThat(ClaimCharts.styles(ordered)).isEqualTo(Style.among(ordered));
    assertThat(ClaimCharts.styles(mixed)).isEqualTo(Style.among(mixed));
  }

  /** Tables have tokens, people have words; what all curves share tells none apart. */
  @Test
  void curvesAreCalledAsPeopleCallThem() {
    assertThat(ClaimCharts.titles(List.of("lvc", "loaded", "maml")))
        .containsExactly("LVC", "loaded DiCE", "plain differentiation");
    assertThat(ClaimCharts.titles(List.of("LVC", "Loaded DiCE")))
        .containsExactly("LVC", "loaded DiCE");
    assertThat(ClaimCharts.titles(List.of("minatar:asterix · mgrl-lvc", "minatar:asterix · a2c")))
        .containsExactly("MGRL-LVC", "A2C");
    assertThat(ClaimCharts.titles(List.of("", "K = 2"))).containsExactly("", "K = 2");
  }
}
