package gmrl.mdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import gmrl.meta.CurvatureSlot;
import gmrl.meta.InnerSlot;
import gmrl.meta.MetaGradient;
import gmrl.meta.TrialAccumulator;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The means that estimators converge to, against the reference's and against sampling. */
class EstimatorLimitTest {
  private final Mdp mdp = GoldenMdps.named("s5a3");
  private final int cells = mdp.cells();
  private final double[] theta = new SplittableRandom(2).doubles(cells, -1, 1).toArray();
  private final double[] direction = new SplittableRandom(3).doubles(cells, -1, 1).toArray();

  @Test
  void metaGradientsWithAverageHessiansAreThoseOfTheReference() {
    JsonNode golden = Golden.read("tabular_statistics.json");
    MamlProblem problem = new MamlProblem(mdp, Sampling.PAPER);
    int compared = 0;
    for (JsonNode config : golden.get("configs")) {
      if (!config.has("expected_mean")) {
        continue;
      }
      MetaGradient<MamlPoint> loop =
          new MetaGradient<>(
              problem,
              problem.exactInner(),
              problem.curvatureLimit(Estimator.parse(config.get("hessian").asText())),
              problem.exactOuter(),
              golden.get("alpha").asDouble(),
              config.get("K").asInt(),
              new double[cells]);
      double[] out = new double[cells];
      loop.estimate(new SplittableRandom(1), out);
      // The reference's 1e-8 inside ratios is all that is between us.
      assertThat(Golden.relativeError(out, Golden.flat(config.get("expected_mean"))))
          .as("%s K=%s", config.get("hessian"), config.get("K"))
          .isLessThan(1e-7);
      compared++;
    }
    assertThat(compared).isEqualTo(24);
  }

  @ParameterizedTest
  @EnumSource(Estimator.class)
  void sampledDerivativesAverageToTheLimit(Estimator estimator) {
    MamlProblem problem = new MamlProblem(mdp, new Sampling(4, 1));
    MamlPoint point = problem.newPoint();
    problem.moveTo(point, theta, theta);
    double[] mean = new double[cells];
    problem.innerLimit(estimator).gradient(point, 0, new SplittableRandom(1), mean);
    TrialAccumulator gradients = new TrialAccumulator(mean, 0);
    CurvatureSlot<MamlPoint> limit = problem.curvatureLimit(estimator);
    limit.draw(point, 0, new SplittableRandom(1));
    limit.hessianVector(direction, mean);
    TrialAccumulator products = new TrialAccumulator(mean, 0);
    InnerSlot<MamlPoint> inner = problem.inner(estimator, 8);
    CurvatureSlot<MamlPoint> curvature = problem.curvature(estimator, 8);
    SplittableRandom random = new SplittableRandom(5);
    double[] out = new double[cells];
    for (int i = 0; i < 4000; i++) {
      inner.gradient(point, 0, random.split(), out);
      gradients.add(out, new double[0]);
      curvature.draw(point, 0, random.split());
      curvature.hessianVector(direction, out);
      products.add(out, new double[0]);
    }
    assertThat(gradients.measures().biasSquared().contains(0)).isTrue();
    assertThat(products.measures().biasSquared().contains(0)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Estimator.class)
  void sampledMixedProductsAverageToTheLimit(Estimator estimator) {
    for (boolean criticGradient : new boolean[] {true, false}) {
      LirpgProblem problem = new LirpgProblem(mdp, new Sampling(4, 1), 0.7, criticGradient, theta);
      LirpgPoint point = problem.newPoint();
      problem.moveTo(point, direction, theta);
      CurvatureSlot<LirpgPoint> limit = problem.curvatureLimit(estimator);
      limit.draw(point, 0, new SplittableRandom(1));
      double[] out = new double[cells];
      limit.mixedVector(direction, out);
      TrialAccumulator mixed = new TrialAccumulator(out, 0);
      limit.hessianVector(direction, out);
      TrialAccumulator products = new TrialAccumulator(out, 0);
      CurvatureSlot<LirpgPoint> sampled = problem.curvature(estimator, 8);
      SplittableRandom random = new SplittableRandom(6);
      for (int i = 0; i < 4000; i++) {
        sampled.draw(point, 0, random.split());
        sampled.mixedVector(direction, out);
        mixed.add(out, new double[0]);
        sampled.hessianVector(direction, out);
        products.add(out, new double[0]);
      }
      assertThat(mixed.measures().biasSquared().contains(0)).isTrue();
      assertThat(products.measures().biasSquared().contains(0)).isTrue();
    }
  }

  @Test
  void finiteHorizonDerivativesAreThoseOfItsObjective() {
    PolicyPoint point = new PolicyPoint(mdp);
    FiniteHorizonReturn truncated = new FiniteHorizonReturn(point, 6);
    double[] gradient = new double[cells];
    double[] product = new double[cells];
    moveTo(point, truncated, theta);
    truncated.gradient(gradient);
    truncated.hessianVector(direction, product);
    double step = 1e-5;
    double[] up = new double[cells];
    double[] down = new double[cells];
    for (int i = 0; i < cells; i++) {
      double[] shifted = theta.clone();
      shifted[i] += step;
      moveTo(point, truncated, shifted);
      double above = truncated.objective();
      shifted[i] -= 2 * step;
      moveTo(point, truncated, shifted);
      assertThat(gradient[i]).isCloseTo((above - truncated.objective()) / (2 * step), offset(1e-9));
    }
    moveTo(point, truncated, along(step));
    truncated.gradient(up);
    moveTo(point, truncated, along(-step));
    truncated.gradient(down);
    for (int i = 0; i < cells; i++) {
      assertThat(product[i]).isCloseTo((up[i] - down[i]) / (2 * step), offset(1e-9));
    }
  }

  private double[] along(double step) {
    double[] shifted = theta.clone();
    for (int i = 0; i < cells; i++) {
      shifted[i] += step * direction[i];
    }
    return shifted;
  }

  private void moveTo(PolicyPoint point, FiniteHorizonReturn truncated, double[] at) {
    point.moveTo(at);
    truncated.reset(mdp.cellRewards());
  }

  @Test
  void theHorizonCostsGammaToTheT() {
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(theta);
    ReturnEvaluation endless = new ReturnEvaluation(point);
    for (int horizon : new int[] {5, 20, 80}) {
      FiniteHorizonReturn truncated = new FiniteHorizonReturn(point, horizon);
      truncated.reset(mdp.cellRewards());
      double missing = endless.objective() - truncated.objective();
      assertThat(Math.abs(missing))
          .isLessThan(Math.pow(mdp.gamma(), horizon) / (1 - mdp.gamma()) + 1e-14);
      assertThat(Math.abs(missing)).isGreaterThan(Math.pow(mdp.gamma(), horizon) / 10);
    }
  }
}
