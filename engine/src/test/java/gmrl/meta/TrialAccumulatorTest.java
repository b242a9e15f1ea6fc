package gmrl.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every measure against its definition, by hand and by a direct loop over stored trials. */
class TrialAccumulatorTest {
  private static final Offset<Double> TIGHT = within(1e-12);
  private static final double[] NO_INNER = {};

  private static TrialAccumulator collect(double[] exact, double[]... trials) {
    TrialAccumulator accumulator = new TrialAccumulator(exact, 0);
    for (double[] trial : trials) {
      accumulator.add(trial, NO_INNER);
    }
    return accumulator;
  }

  @Test
  void twoTrialsByHand() {
    TrialAccumulator accumulator = new TrialAccumulator(new double[] {3, 4}, 2);
    accumulator.add(new double[] {4, 4}, new double[] {0.5, 2});
    accumulator.add(new double[] {6, 4}, new double[] {1.5, 4});
    Measures m = accumulator.measures();

    assertThat(m.trials()).isEqualTo(2);
    assertThat(m.nonFiniteTrials()).isZero();
    assertThat(m.mean()).containsExactly(5, 4);
    assertThat(m.standardError()).containsExactly(1, 0);
    assertThat(m.gradMse()).isEqualTo(2); // (2² + 0²) / 2
    assertThat(m.variance()).isEqualTo(2);
    assertThat(m.sumOfStandardDeviations()).isCloseTo(Math.sqrt(2), TIGHT);
    assertThat(m.biasSquared().value()).isCloseTo(4 - 2.0 / 2, TIGHT);
    assertThat(m.relativeBias().value()).isCloseTo(Math.sqrt(3) / 5, TIGHT);
    assertThat(m.relativeMse()).isCloseTo((1 + 9) / 2.0 / 25, TIGHT);
    assertThat(m.cosine().mean())
        .isCloseTo((28 / (5 * Math.sqrt(32)) + 34 / (5 * Math.sqrt(52))) / 2, TIGHT);
    // Two entries correlate fully or not at all: the first trial is constant, so undefined.
    assertThat(m.correlation().count()).isEqualTo(1);
    assertThat(m.correlation().mean()).isCloseTo(-1, TIGHT);
    assertThat(m.innerError()).containsExactly(1, 3);
    assertThat(m.angle())
        .isCloseTo(Math.toDegrees(Math.acos(31 / (5 * Math.sqrt(41)))), within(1e-9));
  }

  @Test
  void agreesWithADirectLoop() {
    Random random = new Random(1);
    int d = 7;
    int n = 50;
    double[] exact = random.doubles(d, -1, 1).toArray();
    double[][] trials = new double[n][];
    for (int i = 0; i < n; i++) {
      trials[i] = random.doubles(d, -3, 4).toArray();
    }
    Measures m = collect(exact, trials).measures();
    double variance = 0;
    double deviations = 0;
    for (int j = 0; j < d; j++) {
      int entry = j;
      MeanEstimate e = MeanEstimate.of(Arrays.stream(trials).mapToDouble(t -> t[entry]).toArray());
      assertThat(m.mean()[j]).isCloseTo(e.mean(), TIGHT);
      assertThat(m.standardError()[j]).isCloseTo(e.standardError(), TIGHT);
      variance += n * e.standardError() * e.standardError();
      deviations += Math.sqrt(n) * e.standardError();
    }
    assertThat(m.variance()).isCloseTo(variance, within(1e-10));
    assertThat(m.sumOfStandardDeviations()).isCloseTo(deviations, within(1e-10));
    double[] correlations = new double[n];
    for (int i = 0; i < n; i++) {
      correlations[i] = pearson(trials[i], exact);
    }
    assertThat(m.correlation().mean()).isCloseTo(MeanEstimate.of(correlations).mean(), TIGHT);
    assertThat(m.correlation().standardError())
        .isCloseTo(MeanEstimate.of(correlations).standardError(), TIGHT);
    // The corrected squared bias is the mean product of two different trials' errors.
    double pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int l = 0; l < n; l++) {
        for (int j = 0; j < d && i != l; j++) {
          pairs += (trials[i][j] - exact[j]) * (trials[l][j] - exact[j]);
        }
      }
    }
    assertThat(m.biasSquared().value()).isCloseTo(pairs / n / (n - 1), within(1e-10));
  }

  @Test
  void blocksMergedInOrderGiveOneAnswerWhateverTheThreads() {
    double[] exact = {1, -2, 0.5};
    TrialAccumulator[] blocks = new TrialAccumulator[6];
    TrialAccumulator whole = new TrialAccumulator(exact, 1);
    Random random = new Random(4);
    for (int b = 0; b < blocks.length; b++) {
      blocks[b] = new TrialAccumulator(exact, 1);
      for (int i = 0; i < 9; i++) {
        double[] trial = random.doubles(3, -5, 5).toArray();
        double[] inner = {random.nextDouble()};
        blocks[b].add(trial, inner);
        whole.add(trial, inner);
      }
    }
    Measures first = merge(exact, blocks);
    Measures again = merge(exact, blocks);
    assertThat(again).usingRecursiveComparison().isEqualTo(first);
    assertThat(first)
        .usingRecursiveComparison()
        .withEqualsForType((a, b) -> Math.abs(a - b) < 1e-9 * (1 + Math.abs(a)), Double.class)
        .ignoringFields("mean", "standardError", "innerError")
        .isEqualTo(whole.measures());
    assertThat(first.mean()).containsExactly(whole.measures().mean(), within(1e-12));
  }

  private static Measures merge(double[] exact, TrialAccumulator[] blocks) {
    TrialAccumulator total = new TrialAccumulator(exact, 1);
    for (TrialAccumulator block : blocks) {
      total.merge(block);
    }
    return total.measures();
  }

  @Test
  void oneTrialLeavesSpreadsUndefined() {
    Measures m = collect(new double[] {1, 2}, new double[] {2, 2}).measures();
    assertThat(m.gradMse()).isEqualTo(0.5);
    assertThat(m.variance()).isNaN();
    assertThat(m.standardError()[0]).isNaN();
    assertThat(m.biasSquared()).isEqualTo(Interval.undefined());
    assertThat(m.biasSquared().contains(0)).isFalse();
    assertThat(m.cosine().standardError()).isNaN();
  }

  @Test
  void noTrialsAtAllIsUndefinedNotZero() {
    Measures m = collect(new double[] {1, 2}).measures();
    assertThat(m.trials()).isZero();
    assertThat(m.gradMse()).isNaN();
    assertThat(m.relativeMse()).isNaN();
    assertThat(m.cosine().mean()).isNaN();
  }

  @Test
  void aZeroExactGradientLeavesRelativeMeasuresUndefined() {
    Measures m =
        collect(new double[2], new double[] {1, 2}, new double[] {-1, 2}, new double[] {0, 1})
            .measures();
    assertThat(m.biasSquared().value()).isFinite();
    assertThat(m.relativeBias().value()).isNaN();
    assertThat(m.relativeMse()).isNaN();
    assertThat(m.correlation().mean()).isNaN();
    assertThat(m.correlation().count()).isZero();
    assertThat(m.angle()).isNaN();
  }

  @Test
  void exactTrialsHaveNoErrorAndAnIntervalAtZero() {
    double[] exact = {1, 2, 4};
    Measures m = collect(exact, exact, exact, exact, exact, exact).measures();
    assertThat(m.biasSquared()).isEqualTo(new Interval(0, 0, 0));
    assertThat(m.variance()).isZero();
    assertThat(m.correlation().mean()).isCloseTo(1, TIGHT);
    assertThat(m.trialAngle().mean()).isCloseTo(0, within(1e-5));
  }

  @Test
  void lostTrialsAreCountedAndLeftOut() {
    double[] exact = {1, 2};
    Measures clean = collect(exact, new double[] {1, 3}, new double[] {2, 2}).measures();
    Measures m =
        collect(
                exact,
                new double[] {1, 3},
                new double[] {Double.NaN, 0},
                new double[] {1e200, 0},
                new double[] {2, 2},
                new double[] {0, Double.NEGATIVE_INFINITY})
            .measures();
    assertThat(m.nonFiniteTrials()).isEqualTo(3);
    assertThat(m.trials()).isEqualTo(2);
    assertThat(m.mean()).isEqualTo(clean.mean());
    assertThat(m.biasSquared()).isEqualTo(clean.biasSquared());
    assertThat(m.cosine()).isEqualTo(clean.cosine());
  }

  @Test
  void unknownInnerErrorsDoNotLoseATrialButInfiniteOnesDo() {
    TrialAccumulator trials = new TrialAccumulator(new double[] {1, 2}, 1);
    trials.add(new double[] {1, 3}, new double[] {Double.NaN});
    trials.add(new double[] {2, 2}, new double[] {Double.NaN});
    trials.add(new double[] {2, 2}, new double[] {Double.POSITIVE_INFINITY});
    Measures m = trials.measures();
    assertThat(m.trials()).isEqualTo(2);
    assertThat(m.nonFiniteTrials()).isEqualTo(1);
    assertThat(m.variance()).isEqualTo(1);
    assertThat(m.innerError()[0]).isNaN();
  }

  @Test
  void largeFiniteTrialsStayFinite() {
    Measures m =
        collect(
                new double[] {1, 2},
                new double[] {1e69, 3},
                new double[] {-1e69, 2},
                new double[] {0, 1e69},
                new double[] {1e69, 1e69})
            .measures();
    assertThat(m.nonFiniteTrials()).isZero();
    assertThat(m.biasSquared().low()).isFinite();
    assertThat(m.biasSquared().high()).isFinite();
  }

  @Test
  void badInputIsNamed() {
    assertThatThrownBy(() -> new TrialAccumulator(new double[] {1, Double.NaN}, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("entry 1 = NaN");
    TrialAccumulator accumulator = new TrialAccumulator(new double[2], 1);
    assertThatThrownBy(() -> accumulator.add(new double[3], new double[1]))
        .hasMessageContaining("3 gradient entries");
    assertThatThrownBy(() -> accumulator.merge(new TrialAccumulator(new double[3], 1)))
        .hasMessageContaining("different exact gradients");
  }

  private static double pearson(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
