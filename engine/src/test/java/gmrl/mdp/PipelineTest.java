package gmrl.mdp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import gmrl.meta.CurvatureSlot;
import gmrl.meta.MetaGradient;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.junit.jupiter.api.Test;

/** Whole recorded K-step runs, replayed through the loop with the recorded batches. */
class PipelineTest {
  /** The reference adds 1e-8 inside ratios and logarithms, which α = 3 and K steps amplify. */
  private static final double REFERENCE_EPSILONS = 2e-5;

  @Test
  void recordedRunsGiveTheirMetaGradients() {
    int sampled = 0;
    for (JsonNode run : Golden.read("tabular_pipeline.json").get("runs")) {
      boolean exact =
          run.get("inner").asText().equals("exact")
              && run.get("hessian").asText().equals("exact")
              && run.get("outer").asText().equals("exact");
      sampled += exact ? 0 : 1;
      Mdp mdp = GoldenMdps.named(run.get("mdp").asText());
      double[] out = new double[mdp.cells()];
      MetaGradient<MamlPoint> loop = replay(mdp, run);
      loop.estimate(new SplittableRandom(1), out);
      double tolerance = exact ? 1e-9 : REFERENCE_EPSILONS;
      assertThat(Golden.relativeError(out, Golden.flat(run.get("meta_gradient"))))
          .as("%s", run.get("mdp") + " " + run.get("inner") + run.get("hessian") + run.get("K"))
          .isLessThan(tolerance);
      for (int k = 0; k < run.get("K").asInt(); k++) {
        double[] next = Golden.flat(run.get("steps").get(k).get("theta_next"));
        assertThat(Golden.relativeError(loop.theta(k + 1), next)).isLessThan(tolerance);
      }
    }
    assertThat(sampled).isGreaterThan(40);
  }

  /** A recorded error on the diagonal of an otherwise exact Hessian, 2/(S·A) of it as published. */
  @Test
  void recordedHessianErrorsGiveTheirMetaGradients() {
    int runs = 0;
    for (JsonNode run : Golden.read("tabular_pipeline.json").get("hessian_error_runs")) {
      runs++;
      Mdp mdp = GoldenMdps.named(run.get("mdp").asText());
      MamlProblem problem = new MamlProblem(mdp, Sampling.PAPER);
      double[] out = new double[mdp.cells()];
      new MetaGradient<>(
              problem,
              problem.exactInner(),
              new DisturbedCurvature(problem.exactCurvature(), run.get("error_matrix")),
              problem.exactOuter(),
              3,
              run.get("K").asInt(),
              Golden.flat(run.get("theta0")))
          .estimate(new SplittableRandom(1), out);
      assertThat(Golden.relativeError(out, Golden.flat(run.get("meta_gradient")))).isLessThan(1e-9);
    }
    assertThat(runs).isEqualTo(27);
  }

  private static final class DisturbedCurvature implements CurvatureSlot<MamlPoint> {
    private final CurvatureSlot<MamlPoint> exact;
    private final JsonNode errors;
    private double[] diagonal = {};

    DisturbedCurvature(CurvatureSlot<MamlPoint> exact, JsonNode errors) {
      this.exact = exact;
      this.errors = errors;
    }

    @Override
    public void draw(MamlPoint point, int step, SplittableGenerator random) {
      exact.draw(point, step, random);
      diagonal = Golden.flat(errors.get(step));
    }

    @Override
    public void hessianVector(double[] vector, double[] product) {
      exact.hessianVector(vector, product);
      for (int i = 0; i < product.length; i++) {
        product[i] += 2 * diagonal[i] / product.length * vector[i];
      }
    }

    @Override
    public void mixedVector(double[] vector, double[] product) {
      exact.mixedVector(vector, product);
    }
  }

  private static MetaGradient<MamlPoint> replay(Mdp mdp, JsonNode run) {
    MamlProblem problem = new MamlProblem(mdp, Sampling.PAPER);
    JsonNode steps = run.get("steps");
    return new MetaGradient<>(
        problem,
        (point, k, random, gradient) ->
            read(mdp, point, steps.get(k).get("inner")).gradient(gradient),
        new CurvatureSlot<>() {
          private Derivatives drawn = exact(problem.newPoint());

          @Override
          public void draw(MamlPoint point, int k, SplittableGenerator random) {
            drawn = read(mdp, point, steps.get(k).get("hessian"));
          }

          @Override
          public void hessianVector(double[] vector, double[] product) {
            drawn.hessianVector(vector, product);
          }

          @Override
          public void mixedVector(double[] vector, double[] product) {
            Arrays.fill(product, 0);
          }
        },
        (point, random, theta, phi) -> {
          read(mdp, point, run.get("outer_batch")).gradient(theta);
          Arrays.fill(phi, 0);
        },
        3,
        run.get("K").asInt(),
        Golden.flat(run.get("theta0")));
  }

  private interface Derivatives {
    void gradient(double[] out);

    void hessianVector(double[] vector, double[] product);
  }

  private static Derivatives read(Mdp mdp, MamlPoint point, JsonNode slot) {
    if (slot.get("estimator").asText().equals("exact")) {
      return exact(point);
    }
    BatchEstimate estimate =
        new BatchEstimate(mdp, Estimator.parse(slot.get("estimator").asText()));
    estimate.read(
        point.policy(),
        GoldenMdps.batch(mdp, slot.get("trajectories")),
        Golden.flat(slot.get("V")));
    return new Derivatives() {
      @Override
      public void gradient(double[] out) {
        estimate.gradient(out);
      }

      @Override
      public void hessianVector(double[] vector, double[] product) {
        estimate.hessianVector(vector, product);
      }
    };
  }

  private static Derivatives exact(MamlPoint point) {
    return new Derivatives() {
      @Override
      public void gradient(double[] out) {
        point.evaluation().gradient(out);
      }

      @Override
      public void hessianVector(double[] vector, double[] product) {
        point.evaluation().hessianVector(vector, product);
      }
    };
  }
}
