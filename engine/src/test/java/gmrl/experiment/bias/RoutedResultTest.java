package gmrl.experiment.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasResult.MdpResult;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.meta.Interval;
import gmrl.meta.Measures;
import gmrl.meta.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a bias result says of its routes, its limits and its horizon. */
class RoutedResultTest {
  private static final SlotSpec LVC = SlotSpec.parse("lvc:16");
  private static final SlotSpec EXACT = SlotSpec.exact();
  private static final BiasSpec BASE =
      BiasSpec.paper()
          .withSetup(s -> s.withMdps(new MdpSource.Generated(5, 3, 0.5, 1, 2)).withAlpha(3))
          .withTrials(400);

  @Test
  void theHessianSlotAloneHasAClosedFormThatNoSampleSizeMoves() {
    BiasSpec spec = BASE.withSlots(EXACT, LVC, EXACT).withSweep(Sweep.parse("samples=2,64"));
    BiasResult.CurveResult curve = run(spec);
    for (int mdp = 0; mdp < 2; mdp++) {
      Measures few = curve.points().get(0).mdps().get(mdp).measures();
      Measures many = curve.points().get(1).mdps().get(mdp).measures();
      assertThat(few.route()).isEqualTo(Route.CLOSED_FORM);
      assertThat(few.biasSquared()).isEqualTo(many.biasSquared());
      assertThat(few.biasSquared().low()).isEqualTo(few.biasSquared().high()).isPositive();
      assertThat(few.variance()).isGreaterThan(4 * many.variance());
    }
    BiasResult.CurveResult sampled = run(spec.withRoute(RouteChoice.SAMPLED));
    for (int p = 0; p < 2; p++) {
      assertAgreement(curve.points().get(p).mdps(), sampled.points().get(p).mdps());
    }
  }

  @Test
  void theCorrectedBiasIsSharperAndAgreesWithSampling() {
    BiasSpec spec = BASE.withSlots(SlotSpec.parse("lvc:64"), LVC, LVC);
    BiasResult.CurveResult auto = run(spec);
    BiasResult.CurveResult sampled = run(spec.withRoute(RouteChoice.SAMPLED));
    assertAgreement(auto.points().get(0).mdps(), sampled.points().get(0).mdps());
    for (int mdp = 0; mdp < 2; mdp++) {
      Measures sharp = auto.points().get(0).mdps().get(mdp).measures();
      Measures plain = sampled.points().get(0).mdps().get(mdp).measures();
      assertThat(sharp.route()).isEqualTo(Route.CONTROLLED);
      assertThat(plain.route()).isEqualTo(Route.SAMPLED);
      assertThat(width(sharp.biasSquared())).isLessThan(width(plain.biasSquared()) / 2);
      // Everything but the bias is that of the trials, to the last bit.
      assertThat(sharp.mean()).containsExactly(plain.mean());
      assertThat(sharp.variance()).isEqualTo(plain.variance());
      assertThat(sharp.gradMse()).isEqualTo(plain.gradMse());
      assertThat(sharp.correlation()).isEqualTo(plain.correlation());
    }
    assertThat(auto.points().get(0).route()).isEqualTo(Route.CONTROLLED);
  }

  @Test
  void aCorrectionThatDoesNotPayIsGivenUp() {
    SlotSpec dice = SlotSpec.parse("dice:2");
    BiasSpec inner = BASE.withSetup(s -> s.withAlpha(20)).withSlots(dice, EXACT, EXACT);
    Measures auto = run(inner).points().get(0).mdps().get(0).measures();
    Measures sampled =
        run(inner.withRoute(RouteChoice.SAMPLED)).points().get(0).mdps().get(0).measures();
    assertThat(auto.route()).isEqualTo(Route.SAMPLED);
    assertThat(auto.biasSquared()).isEqualTo(sampled.biasSquared());
    BiasSpec all = inner.withSlots(dice, dice, EXACT);
    assertThat(run(all).points().get(0).mdps().get(0).measures().route())
        .isEqualTo(Route.CONDITIONED);
  }

  @Test
  void theHorizonBiasIsWhatIsLeftOfTheRightEstimators() {
    for (String estimator : new String[] {"loaded", "dice"}) {
      SlotSpec slot = SlotSpec.parse(estimator + ":2");
      double last = Double.POSITIVE_INFINITY;
      for (int horizon : new int[] {2, 10, 60}) {
        MdpResult mdp =
            run(BASE.withTrials(2)
                    .withSetup(s -> s.withHorizon(horizon))
                    .withSlots(EXACT, slot, slot))
                .points()
                .get(0)
                .mdps()
                .get(0);
        // A right second derivative leaves nothing but the horizon.
        assertThat(mdp.limits().relativeBias()).isEqualTo(mdp.limits().horizonBias());
        assertThat(mdp.measures().relativeBias().value())
            .isCloseTo(mdp.limits().horizonBias(), offset(1e-12));
        double discount = Math.pow(0.8, horizon);
        assertThat(mdp.exact().horizonDiscount()).isCloseTo(discount, offset(1e-12));
        assertThat(mdp.limits().horizonBias()).isBetween(discount / 20, 20 * discount);
        assertThat(mdp.limits().horizonBias()).isLessThan(last);
        last = mdp.limits().horizonBias();
      }
    }
    MdpResult lvc =
        run(BASE.withTrials(2).withSlots(EXACT, LVC, EXACT)).points().get(0).mdps().get(0);
    assertThat(lvc.limits().horizonBias()).isLessThan(lvc.limits().relativeBias() / 2);
    MdpResult none =
        run(BASE.withTrials(2).withSlots(EXACT, EXACT, EXACT)).points().get(0).mdps().get(0);
    assertThat(none.limits().horizonBias()).isZero();
  }

  @Test
  void jsonSaysHowTheBiasWasObtained() {
    BiasStudy study = BiasStudy.of(BASE.withTrials(30).withSlots(LVC, LVC, EXACT));
    JsonNode json = new BiasFamily().json(study, run(study), new RunFacts(true, 0, 1));
    JsonNode mdp = json.at("/points/0/mdps/0");
    assertThat(mdp.at("/biasSquared/route").asText()).isEqualTo("conditioned");
    assertThat(mdp.at("/relativeBias/route").asText()).isEqualTo("conditioned");
    assertThat(json.at("/points/0/aggregate/biasSquared/route").asText()).isEqualTo("conditioned");
    assertThat(json.at("/config/route").asText()).isEqualTo("auto");
    assertThat(mdp.at("/exact/horizonBias").asDouble()).isBetween(1e-4, 0.1);
    assertThat(mdp.at("/exact/horizonDiscount").asDouble())
        .isCloseTo(Math.pow(0.8, 20), offset(1e-12));
    assertThat(mdp.at("/limitRelativeBias").asDouble())
        .isGreaterThan(mdp.at("/exact/horizonBias").asDouble());
  }

  /** Two intervals of one truth are seldom further apart than they are wide. */
  private static void assertAgreement(List<MdpResult> one, List<MdpResult> other) {
    for (int i = 0; i < one.size(); i++) {
      Interval a = one.get(i).measures().biasSquared();
      Interval b = other.get(i).measures().biasSquared();
      assertThat(Math.abs(a.value() - b.value())).as("%s %s", a, b).isLessThan(width(a) + width(b));
    }
  }

  private static double width(Interval interval) {
    return interval.high() - interval.low();
  }

  private static BiasResult.CurveResult run(BiasSpec spec) {
    return run(BiasStudy.of(spec)).curves().get(0);
  }

  private static BiasResult run(BiasStudy study) {
    try (Workers workers = new Workers(2)) {
      return new BiasExperiment(study).run(workers, new CancellationToken(), (done, s) -> {});
    }
  }
}
