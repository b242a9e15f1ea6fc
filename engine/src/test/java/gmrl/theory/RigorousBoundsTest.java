package gmrl.theory;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.mdp.Estimator;
import gmrl.mdp.MamlPoint;
import gmrl.mdp.MamlProblem;
import gmrl.mdp.Mdp;
import gmrl.mdp.Sampling;
import gmrl.meta.CurvatureSlot;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody who looks for a policy that breaks a bound finds none, but comes near. */
class RigorousBoundsTest {
  private static final double GAMMA = 0.7;
  private static final int SEARCH = 300;

  /** A small MDP whose rewards use all of [0, 1], and where in it a search stands. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Place(MamlProblem problem, double[] theta, double[] direction) {
    static Place random(SplittableRandom random) {
      int states = 1 + random.nextInt(3);
      int actions = 2 + random.nextInt(2);
      double[][][] p = new double[states][actions][states];
      double[][] r = new double[states][actions];
      for (int s = 0; s < states; s++) {
        for (int a = 0; a < actions; a++) {
          p[s][a][random.nextInt(states)] = 1;
          r[s][a] = random.nextInt(2);
        }
      }
      r[0][0] = 0;
      r[0][1] = 1;
      int cells = states * actions;
      return new Place(
          new MamlProblem(Mdp.of(p, r, GAMMA, 0), new Sampling(6, 1)),
          random.doubles(cells, -3, 3).toArray(),
          unit(random.doubles(cells, -1, 1).toArray()));
    }

    Place near(SplittableRandom random) {
      double scale = random.nextDouble();
      double[] moved = theta.clone();
      double[] turned = direction.clone();
      for (int i = 0; i < moved.length; i++) {
        moved[i] += scale * random.nextDouble(-1, 1);
        turned[i] += scale * random.nextDouble(-1, 1);
      }
      return new Place(problem, moved, unit(turned));
    }

    MamlPoint point(double along) {
      MamlPoint point = problem.newPoint();
      double[] there = theta.clone();
      for (int i = 0; i < there.length; i++) {
        there[i] += along * direction[i];
      }
      problem.moveTo(point, there, there);
      return point;
    }

    /** vᵀ ∇²J v. */
    double second(double along) {
      CurvatureSlot<MamlPoint> slot = problem.exactCurvature();
      slot.draw(point(along), 0, new SplittableRandom(0));
      double[] product = new double[theta.length];
      slot.hessianVector(direction, product);
      double sum = 0;
      for (int i = 0; i < product.length; i++) {
        sum += product[i] * direction[i];
      }
      return Math.abs(sum);
    }

    double first() {
      double[] gradient = new double[theta.length];
      problem.exactInner().gradient(point(0), 0, new SplittableRandom(0), gradient);
      return SpectralNorm.length(gradient);
    }

    /** The third derivative along v. */
    double third() {
      double h = 1e-4;
      CurvatureSlot<MamlPoint> slot = problem.exactCurvature();
      double change = 0;
      for (int sign = -1; sign <= 1; sign += 2) {
        slot.draw(point(sign * h), 0, new SplittableRandom(0));
        double[] product = new double[theta.length];
        slot.hessianVector(direction, product);
        for (int i = 0; i < product.length; i++) {
          change += sign * product[i] * direction[i];
        }
      }
      return Math.abs(change) / (2 * h);
    }

    private static double[] unit(double[] vector) {
      double length = SpectralNorm.length(vector);
      return Arrays.stream(vector).map(x -> x / length).toArray();
    }
  }

  /** The largest value that climbing from several places finds. */
  private static double largest(ToDoubleFunction<Place> of) {
    SplittableRandom random = new SplittableRandom(7);
    double most = 0;
    for (int start = 0; start < 10; start++) {
      Place place = Place.random(random);
      double here = of.applyAsDouble(place);
      for (int i = 0; i < SEARCH; i++) {
        Place next = place.near(random);
        double there = of.applyAsDouble(next);
        if (there > here) {
          place = next;
          here = there;
        }
      }
      most = Math.max(most, here);
    }
    return most;
  }

  private static final ReturnBounds RETURNS = new ReturnBounds(GAMMA, 0, 1);

  @Test
  void noGradientIsLonger() {
    assertThat(largest(Place::first)).isBetween(RETURNS.gradient() / 10, RETURNS.gradient());
  }

  @Test
  void noCurvatureIsLarger() {
    assertThat(largest(place -> place.second(0)))
        .isBetween(RETURNS.curvature() / 20, RETURNS.curvature());
  }

  @Test
  void noThirdDerivativeIsLarger() {
    assertThat(largest(Place::third)).isBetween(RETURNS.third() / 200, RETURNS.third());
  }

  @ParameterizedTest
  @EnumSource(Estimator.class)
  void noSampledGradientIsFurtherAwayOnAverage(Estimator estimator) {
    SplittableRandom random = new SplittableRandom(11);
    double most = 0;
    for (int n = 0; n < 60; n++) {
      Place place = Place.random(random);
      for (int samples : new int[] {1, 16}) {
        most = Math.max(most, error(place, estimator, samples) / bound(place, estimator, samples));
      }
    }
    assertThat(most).isBetween(0.02, 1.0);
  }

  private static double bound(Place place, Estimator estimator, int samples) {
    BatchNoise noise =
        BatchNoise.of(
            RETURNS,
            6,
            place.problem().mdp().states(),
            place.problem().mdp().actions(),
            !estimator.truncatesAtHorizon()
                ? BatchNoise.Critic.BOOTSTRAP
                : estimator.usesCritic() ? BatchNoise.Critic.BASELINE : BatchNoise.Critic.NONE,
            1,
            1);
    return noise.asOfOne(samples) / Math.sqrt(samples);
  }

  private static double error(Place place, Estimator estimator, int samples) {
    double[] exact = new double[place.theta().length];
    MamlPoint point = place.point(0);
    SplittableRandom random = new SplittableRandom(3);
    place.problem().exactInner().gradient(point, 0, random, exact);
    var slot = place.problem().inner(estimator, samples);
    double[] gradient = new double[exact.length];
    double sum = 0;
    int trials = 50;
    for (int i = 0; i < trials; i++) {
      slot.gradient(point, 0, random.split(), gradient);
      for (int j = 0; j < gradient.length; j++) {
        gradient[j] -= exact[j];
      }
      sum += SpectralNorm.length(gradient) / trials;
    }
    return sum;
  }
}
