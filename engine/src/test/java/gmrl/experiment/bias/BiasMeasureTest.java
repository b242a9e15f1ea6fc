package gmrl.experiment.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.experiment.RunFacts;
import gmrl.experiment.bias.BiasResult.CurveResult;
import gmrl.experiment.bias.BiasResult.Exact;
import gmrl.experiment.bias.BiasResult.Limits;
import gmrl.experiment.bias.BiasResult.MdpResult;
import gmrl.experiment.bias.BiasResult.PointResult;
import gmrl.experiment.tabular.Table;
import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import gmrl.meta.Measures;
import gmrl.meta.TrialAccumulator;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every measure says the same number in document, table and plot: its own. */
class BiasMeasureTest {
  /** Two MDPs on which all measures differ, and one where everything relative is undefined. */
  private static final Measures FIRST =
      collect(new double[] {1, 2, -1}, new double[][] {{1, 3, 0}, {2, 2, -2}, {0.5, 1, 1}});

  private static final Measures SECOND =
      collect(new double[] {2, 1, 4}, new double[][] {{5, 3, 1}, {2, 0, 3}, {1, 1, 2}});
  private static final Measures UNDEFINED =
      collect(new double[3], new double[][] {{1, 1, 0}, {2, 1, 1}});

  private static final Limits LIMITS = new Limits(0.011, 0.37, 0.61);

  private static final PointResult POINT = point(FIRST, SECOND, UNDEFINED);

  private static Measures collect(double[] exact, double[][] trials) {
    TrialAccumulator sums = new TrialAccumulator(exact, 2);
    for (double[] trial : trials) {
      sums.add(trial, new double[] {trial[0], 3 * trial[0] + 1});
    }
    return sums.measures();
  }

  private static PointResult point(Measures... measures) {
    Exact exact = new Exact(0.25, Table.of("metaGradient", new double[][] {{1, 2, -1}}), 0.5);
    return new PointResult(
        BiasSpec.paper().setup(),
        Optional.empty(),
        java.util.Arrays.stream(measures).map(m -> new MdpResult(exact, m, LIMITS)).toList());
  }

  private static BiasResult result() {
    return new BiasResult(
        List.of(new CurveResult("a, b", BiasSpec.paper(), List.of(POINT))),
        new BiasResult.Timing(Duration.ofSeconds(1), 10));
  }

  /** What each measure must be, written out a second time. */
  private static double expected(BiasMeasure measure, Measures m) {
    return switch (measure) {
      case GRAD_MSE -> m.gradMse();
      case BIAS_SQUARED -> m.biasSquared().value();
      case RELATIVE_BIAS -> m.relativeBias().value();
      case VARIANCE -> m.variance();
      case SUM_OF_STANDARD_DEVIATIONS -> m.sumOfStandardDeviations();
      case CORRELATION -> m.correlation().mean();
      case COSINE -> m.cosine().mean();
      case RELATIVE_MSE -> m.relativeMse();
      case LAST_INNER_ERROR -> m.innerError()[1];
      case ANGLE -> m.angle();
      case TRIAL_ANGLE -> m.trialAngle().mean();
      case LIMIT_BIAS_SQUARED -> LIMITS.biasSquared();
      case LIMIT_RELATIVE_BIAS -> LIMITS.relativeBias();
      case HORIZON_BIAS -> LIMITS.horizonBias();
      case COST -> BiasSpec.paper().setup().environmentStepsPerTrial();
    };
  }

  @Test
  void theSampleTellsTheMeasuresApart() {
    Set<Double> values = new HashSet<>();
    for (BiasMeasure measure : BiasMeasure.values()) {
      values.add(expected(measure, FIRST));
    }
    assertThat(values).hasSize(BiasMeasure.values().length);
  }

  @ParameterizedTest
  @EnumSource(BiasMeasure.class)
  void documentTableAndPlotSayTheSameNumber(BiasMeasure measure) {
    JsonNode json =
        BiasResultJson.write(BiasStudy.of(BiasSpec.paper()), result(), new RunFacts(true, 0, 1));
    List<String> header = BiasResultJson.csv(result()).header();
    List<Measures> all = List.of(FIRST, SECOND, UNDEFINED);
    for (int mdp = 0; mdp < all.size(); mdp++) {
      double value = expected(measure, all.get(mdp));
      assertThat(measure.on(POINT, mdp).value()).isEqualTo(Double.valueOf(value));
      JsonNode node = json.at("/points/0/mdps/" + mdp + "/" + measure.key());
      JsonNode number =
          node.has("value") ? node.get("value") : node.has("mean") ? node.get("mean") : node;
      List<String> row = BiasResultJson.csv(result()).rows().get(mdp);
      String cell = row.get(header.indexOf(measure.key()));
      if (Double.isNaN(value)) {
        assertThat(number.isNull()).isTrue();
        assertThat(cell).isEmpty();
      } else {
        assertThat(number.doubleValue()).isEqualTo(value);
        assertThat(Double.parseDouble(cell)).isEqualTo(value);
      }
    }
    MeanEstimate aggregate =
        MeanEstimate.of(all.stream().mapToDouble(m -> expected(measure, m)).toArray());
    assertThat(measure.overMdps(POINT)).isEqualTo(aggregate);
    JsonNode node = json.at("/points/0/aggregate/" + measure.key());
    assertThat(node.get("mean").doubleValue()).isEqualTo(aggregate.mean());
    if (Double.isFinite(aggregate.standardError())) {
      assertThat(node.get("standardError").doubleValue()).isEqualTo(aggregate.standardError());
    }
    assertThat(BiasMeasure.parse(measure.key())).isEqualTo(measure);
  }

  @Test
  void whatIsUndefinedOnAnMdpIsAveragedOverTheOthers() {
    assertThat(BiasMeasure.COSINE.overMdps(POINT).count()).isEqualTo(2);
    assertThat(BiasMeasure.VARIANCE.overMdps(POINT).count()).isEqualTo(3);
    assertThat(POINT.trials()).isEqualTo(8);
    assertThat(POINT.innerErrors()).hasSize(2);
  }

  @Test
  void intervalsOverMdpsAreNinetyFivePercentOfTheMean() {
    double[] values = {FIRST.variance(), SECOND.variance(), UNDEFINED.variance()};
    double mean = (values[0] + values[1] + values[2]) / 3;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double half = 4.302653 * Math.sqrt(squares / 2 / 3); // Student's t, 2 degrees of freedom
    Interval interval = BiasMeasure.VARIANCE.at(POINT, Spread.MDPS);
    assertThat(interval.value()).isCloseTo(mean, within(1e-12));
    assertThat(interval.high() - mean).isCloseTo(half, within(1e-4 * half));
    assertThat(mean - interval.low()).isCloseTo(half, within(1e-4 * half));
    assertThat(BiasMeasure.VARIANCE.at(POINT, Spread.TRIALS)).isEqualTo(interval);
  }

  @Test
  void intervalsFromTrialsAddInSquaresAndShrinkWithTheNumberOfMdps() {
    PointResult two = point(FIRST, SECOND);
    double low =
        4.302653 // Student's t, 2 degrees of freedom: 3 trials each
            * Math.hypot(FIRST.biasSquaredError(), SECOND.biasSquaredError());
    Interval both = BiasMeasure.BIAS_SQUARED.at(two, Spread.TRIALS);
    assertThat(both.value() - both.low()).isCloseTo(low / 2, within(1e-6 * low));
    Interval four = BiasMeasure.BIAS_SQUARED.at(point(FIRST, SECOND, FIRST, SECOND), Spread.TRIALS);
    assertThat(four.value() - four.low()).isCloseTo(low / 2 / Math.sqrt(2), within(1e-6 * low));
    assertThat(BiasMeasure.BIAS_SQUARED.at(point(FIRST), Spread.MDPS))
        .isEqualTo(FIRST.biasSquared());
  }

  @Test
  void everyNameIsItsOwn() {
    Map<String, BiasMeasure> columns = new HashMap<>();
    for (BiasMeasure measure : BiasMeasure.values()) {
      measure.columns().forEach(c -> assertThat(columns.put(c, measure)).isNull());
      assertThat(measure.title()).isNotBlank();
      assertThat(measure.label()).isNotBlank();
    }
    assertThatThrownBy(() -> BiasMeasure.parse("bias"))
        .hasMessageStartingWith("the measure is \"bias\", expected one of gradMse, biasSquared");
  }
}
