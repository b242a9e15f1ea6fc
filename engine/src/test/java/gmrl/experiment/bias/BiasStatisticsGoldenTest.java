package gmrl.experiment.bias;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.mdp.Mdp;
import gmrl.meta.Measures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The runner's statistics against 100 000 and more trials of the authors' program.
 *
 * <p>z compares two means, z = (m₁ − m₂) / √(se₁² + se₂²). Over 48 configurations × 15 entries the
 * z of an agreeing pair are standard normal, correlated within a configuration; the verdict asks
 * for a mean square near 1 and no entry beyond 5.
 */
class BiasStatisticsGoldenTest {
  private static final int TRIALS = 3000;
  private static final JsonNode GOLDEN = Golden.read("tabular_statistics.json");
  private static final Mdp MDP = mdp();

  @Test
  void meansAndVariancesAgreeWithTheAuthorsProgram() {
    List<JsonNode> configs = new ArrayList<>();
    GOLDEN.get("configs").forEach(configs::add);
    assertThat(configs).hasSize(48);
    BiasResult result = run(configs);
    double squares = 0;
    int entries = 0;
    for (int i = 0; i < configs.size(); i++) {
      Measures measures = measures(result, i);
      double[] z = z(configs.get(i), measures, "mean");
      assertThat(max(z)).as(result.curves().get(i).label()).isLessThan(5);
      for (double one : z) {
        squares += one * one;
        entries++;
      }
      double variance = IntStream.range(0, 15).mapToDouble(variances(configs.get(i))).sum();
      // Heavy tails: the variance of a Hessian estimate by dice needs more trials than its mean.
      assertThat(measures.variance() / variance)
          .as(result.curves().get(i).label())
          .isBetween(0.6, 1.7);
    }
    assertThat(entries).isEqualTo(720);
    assertThat(squares / entries).isBetween(0.7, 1.4);
  }

  @Test
  void theExactGradientIsTheAuthors() {
    for (JsonNode config : List.of(GOLDEN.get("configs").get(0), GOLDEN.get("configs").get(3))) {
      BiasResult result = run(List.of(config));
      double[] exact =
          result.curves().get(0).points().get(0).mdps().get(0).exact().metaGradient().flat();
      double[] golden =
          Golden.flat(GOLDEN.get("exact_meta_gradient").get("K" + config.get("K").asInt()));
      assertThat(Golden.relativeError(exact, golden)).isLessThan(1e-9);
    }
  }

  @Test
  void aBiasedEstimatorIsRejected() {
    List<JsonNode> hessian = new ArrayList<>();
    for (JsonNode config : GOLDEN.get("configs")) {
      if (config.get("inner").asText().equals("exact")
          && config.get("K").asInt() == 2
          && config.get("n_traj").asInt() == 32) {
        hessian.add(config);
      }
    }
    JsonNode maml =
        hessian.stream()
            .filter(c -> c.get("hessian").asText().equals("maml"))
            .findFirst()
            .orElseThrow();
    JsonNode lvc =
        hessian.stream()
            .filter(c -> c.get("hessian").asText().equals("lvc"))
            .findFirst()
            .orElseThrow();
    Measures measures = measures(run(List.of(maml)), 0);
    assertThat(max(z(maml, measures, "expected_mean"))).isLessThan(5);
    assertThat(max(z(lvc, measures, "expected_mean"))).isGreaterThan(20);
  }

  private static BiasResult run(List<JsonNode> configs) {
    List<BiasStudy.Curve> curves = new ArrayList<>();
    for (JsonNode config : configs) {
      BiasSpec spec =
          BiasSpec.paper()
              .withSetup(
                  setup ->
                      setup
                          .withMdps(new MdpSource.Given("s5a3", MDP))
                          .withGamma(MDP.gamma())
                          .withAlpha(GOLDEN.get("alpha").asDouble())
                          .withSteps(config.get("K").asInt())
                          .withSlots(
                              slot(config, "inner"),
                              slot(config, "hessian"),
                              slot(config, "outer")))
              .withTrials(TRIALS);
      curves.add(new BiasStudy.Curve(curves.size() + " " + spec.setup(), spec));
    }
    try (Workers workers = new Workers(2)) {
      return new BiasExperiment(new BiasStudy("golden", "", "", curves))
          .run(workers, new CancellationToken(), (done, snapshot) -> {});
    }
  }

  private static SlotSpec slot(JsonNode config, String role) {
    return SlotSpec.parse(config.get(role).asText()).withSamples(config.get("n_traj").asInt());
  }

  private static Measures measures(BiasResult result, int curve) {
    return result.curves().get(curve).points().get(0).mdps().get(0).measures();
  }

  private static double[] z(JsonNode config, Measures measures, String reference) {
    double[] mean = Golden.flat(config.get(reference));
    double[] error = Golden.flat(config.get("standard_error"));
    double[] z = new double[mean.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = (measures.mean()[i] - mean[i]) / Math.hypot(error[i], measures.standardError()[i]);
    }
    return z;
  }

  private static java.util.function.IntToDoubleFunction variances(JsonNode config) {
    double[] variance = Golden.flat(config.get("variance"));
    return i -> variance[i];
  }

  private static double max(double[] z) {
    return IntStream.range(0, z.length).mapToDouble(i -> Math.abs(z[i])).max().orElseThrow();
  }

  private static Mdp mdp() {
    double[] flat = Golden.flat(GOLDEN.get("P"));
    double[][][] transition = new double[5][3][5];
    for (int i = 0; i < flat.length; i++) {
      transition[i / 15][i / 5 % 3][i % 5] = flat[i];
    }
    return Mdp.of(transition, Golden.table(GOLDEN.get("R")), GOLDEN.get("gamma").asDouble(), 0);
  }
}
