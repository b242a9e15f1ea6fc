package gmrl.cli;

import static gmrl.cli.BiasCommandTest.run;
import static gmrl.cli.BiasCommandTest.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.experiment.file.CsvTable;
import gmrl.numpy.NamedArray;
import gmrl.numpy.Npz;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be had beside the trials of a bias study. */
class BiasExtrasTest {
  @TempDir Path folder;

  @Test
  void boundsStandBesideWhatTheyBound() throws Exception {
    String[] inner = {"--hessian", "exact", "--sweep", "samples=2,8", "--bounds"};
    JsonNode bounds = run(with(inner, "--format", "json")).json().get("bounds");
    assertThat(bounds).hasSize(1);
    assertThat(bounds.at("/0/kind").asText()).isEqualTo("compositional");
    assertThat(bounds.at("/0/points/0/biasSquared").asDouble())
        .isGreaterThan(bounds.at("/0/points/1/biasSquared").asDouble());
    Cli csv = run(with(inner, "--format", "csv"));
    CsvTable table = CsvTable.parse(csv.out());
    int last = table.header().size() - 1;
    assertThat(table.header().subList(last - 1, last + 1))
        .containsExactly("biasSquaredBound", "biasSquaredProvedBound");
    assertThat(Double.parseDouble(table.rows().get(0).get(last - 1)))
        .isEqualTo(bounds.at("/0/points/0/mdps/0").asDouble());
    assertThat(Double.parseDouble(table.rows().get(0).get(last)))
        .isEqualTo(bounds.at("/0/points/0/proved/mdps/0").asDouble());
    assertThat(run(inner).out()).contains("bound (estimate)", "bound (proved)");
    Cli none = run("--bounds");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).startsWith("--bounds: no curve has a sampled inner slot alone");
  }

  @Test
  void limitsStandBelowSlotBySlotAndEstimatorByEstimator() throws Exception {
    String[] sweep = {"--sweep", "alpha=1,2", "--limits"};
    JsonNode limits = run(with(sweep, "--format", "json")).json().get("limits");
    assertThat(limits.at("/0/points/1/sweep/alpha").asDouble()).isEqualTo(2);
    double horizon = limits.at("/0/points/1/estimators/loaded/horizonBias").asDouble();
    assertThat(limits.at("/0/points/1/estimators/loaded/relativeBias").asDouble())
        .isCloseTo(horizon, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(run(sweep).out()).contains("as |τ| → ∞").contains("hessian alone").contains("maml");
  }

  /** Every row has all that the document says of its point and of its curve, under its path. */
  @Test
  void rowsHaveLimitsAndHeadlineToo() throws Exception {
    String[] asked = {"--sweep", "alpha=1,2", "--limits", "--headline", "--quiet"};
    JsonNode json = run(with(asked, "--format", "json")).json();
    Path npz = folder.resolve("bias.npz");
    assertThat(run(with(asked, "--out", npz.toString())).err()).isEmpty();
    Map<String, NamedArray> arrays = Npz.read(Files.readAllBytes(npz));
    CsvTable table = CsvTable.parse(run(with(asked, "--format", "csv")).out());
    assertThat(table.size()).isEqualTo(2 * 2);
    assertThat(arrays.keySet()).containsExactlyElementsOf(table.header());
    for (int row = 0; row < table.size(); row++) {
      JsonNode limits = json.at("/limits/0/points/" + row / 2);
      JsonNode headline = json.at("/headline/0");
      for (String path :
          List.of(
              "/all/biasSquared", "/slots/inner/relativeBias", "/estimators/maml/horizonBias")) {
        assertThat(cell(table, row, "limits" + path.replace('/', '.')))
            .as(path)
            .isEqualTo(limits.at(path).asText());
      }
      for (String path : List.of("/now/angle", "/best/change", "/best/clear")) {
        assertThat(cell(table, row, "headline" + path.replace('/', '.')))
            .as(path)
            .isEqualTo(headline.at(path).asText());
      }
      for (JsonNode source : headline.get("sources")) {
        assertThat(cell(table, row, "headline.sources." + source.get("source").asText() + ".total"))
            .isEqualTo(source.get("total").asText());
      }
    }
    assertThat(table.header()).doesNotContain("limits.sweep.alpha");
  }

  static String cell(CsvTable table, int row, String column) {
    return table.text(row, table.header().indexOf(column));
  }

  @Test
  void theHeadlineNamesSourcesAndWhatHelps() throws Exception {
    JsonNode headline = run("--headline", "--format", "json").json().at("/headline/0");
    assertThat(headline.at("/now/total").asDouble()).isPositive();
    assertThat(headline.get("sources").findValuesAsText("source"))
        .containsExactlyInAnyOrder("inner", "hessian");
    assertThat(headline.at("/best/total").asDouble())
        .isEqualTo(
            headline.at("/now/total").asDouble() * (1 - headline.at("/best/gain").asDouble()),
            org.assertj.core.api.Assertions.within(1e-9));
    assertThat(run("--headline").out())
        .contains("inner alone")
        .contains("best change")
        .contains("rms bias")
        .contains("rms: root of the mean square over MDPs");
  }

  @Test
  void whereThereIsNoErrorNoChangeIsRecommendedAndWhatIsNoNumberIsADash() {
    assertThat(Cli.run("bias", "--alpha", "0", "--trials", "4", "--headline").out())
        .contains("as it is")
        .doesNotContain("best change", "NaN");
    assertThat(Cli.run("bias", "--alpha", "1e300", "--trials", "4", "--headline").out())
        .contains("as it is  -")
        .doesNotContain("NaN°", "NaN %");
  }
}
