package gmrl.experiment.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.file.JsonView;
import gmrl.meta.Interval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

  static ClaimResult run(ClaimSpec claim) {
    try (Workers workers = new Workers(1)) {
      return new ClaimExperiment(claim).run(workers, new CancellationToken(), (d, s) -> {});
    }
  }

  @Test
  void everyClaimOfTheRegisterIsReadAndJudgesSomething() {
    List<ClaimSpec> all = Claims.all();
    assertThat(all).hasSizeGreaterThanOrEqualTo(12);
    assertThat(all).extracting(ClaimSpec::id).containsExactlyElementsOf(Claims.ids());
    assertThat(all).allMatch(claim -> claim.judged() > 0 && !claim.panels().isEmpty());
  }

  /** What is known in closed form has the same verdict whatever the MDPs. */
  @ParameterizedTest
  @ValueSource(longs = {42, 1, 2})
  void closedFormsHaveTheSameVerdictForThreeSeeds(long seed) {
    for (String id : List.of("hessian-coefficient", "dice-horizon", "outer-critic")) {
      ClaimResult result = run(Claims.find(id).withSeed(seed).quick());
      assertThat(result.verdict()).as("%s: %s", id, result.json()).contains(Verdict.SUPPORTED);
    }
    assertThat(run(Claims.find("mgrl-lvc").withSeed(seed)).verdict())
        .contains(Verdict.INCONCLUSIVE);
  }

  /** The opposite of a true statement must not pass. */
  @Test
  void aWrongClaimIsContradicted() {
    String text =
        """
        {"id":"wrong","title":"t","statement":"s","source":{"kind":"ours","citation":"c"},
         "measure":"biasSquared","over":"geometric",
         "experiments":[{"name":"e","family":"bias","config":{"steps":2,"inner":"exact",
           "hessian":"exact","trials":2,"sweep":{"variable":"hessian-coef","values":[1,2,4]}},
           "quick":{"alpha":1}}],
         "findings":[{"says":"falls","order":{"at":[1,4],"rises":false}},
                     {"says":"told","exponent":{}}],
         "panels":[{"title":"p"}]}
        """;
    ClaimSpec claim = ClaimJson.read(JsonView.parse("wrong.json", text));
    ClaimResult result = run(claim);
    assertThat(result.verdict()).contains(Verdict.CONTRADICTED);
    assertThat(result.answers().get(0).finding().says()).isEqualTo("falls: 1 → 4");
    assertThat(result.answers().get(0).estimate().samples()).isEqualTo(10);
    assertThat(result.answers().get(1).verdict()).isEmpty();
    // A small error acts in proportion, here at a small α: bias² with exponent 2.
    assertThat(run(claim.quick()).answers().get(1).estimate().value()).isBetween(2.0, 2.2);
    assertThatThrownBy(
            () ->
                ClaimJson.read(
                    JsonView.parse("wrong.json", text.replace("\"trials\"", "\"trails\""))))
        .hasMessageContaining("wrong.json: experiments[0].config")
        .hasMessageContaining("trails");
    assertThatThrownBy(
            () -> run(ClaimJson.read(JsonView.parse("wrong.json", text.replace("[1,4]", "[1,3]")))))
        .hasMessageContaining("at 3.0");
  }

  @Test
  void anIntervalDecidesAndTheStricterOneContradicts() {
    Interval usual = new Interval(1, 0.5, 1.5);
    Interval strict = new Interval(1, 0.1, 1.9);
    assertThat(Relation.above(0.4).judge(usual, strict)).isEqualTo(Verdict.SUPPORTED);
    assertThat(Relation.above(1.7).judge(usual, strict)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Relation.above(2).judge(usual, strict)).isEqualTo(Verdict.CONTRADICTED);
    assertThat(Relation.above(0).judge(Interval.undefined(), Interval.undefined()))
        .isEqualTo(Verdict.INCONCLUSIVE);
    Interval one = new Interval(1, 1, 1);
    assertThat(Relation.above(1).judge(one, one)).isEqualTo(Verdict.CONTRADICTED);
    assertThat(Relation.below(1).judge(one, one)).isEqualTo(Verdict.CONTRADICTED);
    assertThat(new Relation(1, 1).judge(one, one)).isEqualTo(Verdict.SUPPORTED);
    assertThat(new Relation(0.9, 1.1).words()).isEqualTo("0.9 to 1.1");
    assertThat(new Relation(0.999999, 1.000001).words()).isEqualTo("equal to 1");
    assertThatThrownBy(() -> new Relation(2, 1)).hasMessageContaining("2.0 to 1.0");
  }

  @Test
  void theBootstrapFindsTheErrorOfAMeanAndPairsCancelWhatTheyShare() {
    SplittableRandom random = new SplittableRandom(3);
    Map<String, Double> first = new HashMap<>();
    Map<String, Double> second = new HashMap<>();
    double squares = 0;
    for (int i = 0; i < 50; i++) {
      double x = random.nextGaussian();
      squares += x * x;
      first.put("s" + i, x);
      second.put("s" + i, x + 1 + 0.01 * random.nextGaussian());
    }
    Estimate mean = Over.MEAN.estimate(first);
    assertThat(mean.error())
        .isBetween(0.85 * Math.sqrt(squares) / 50, 1.15 * Math.sqrt(squares) / 50);
    Estimate paired =
        Resampling.of(
            List.of(second, first),
            true,
            false,
            rows -> Over.MEAN.of(rows[0]) - Over.MEAN.of(rows[1]));
    Estimate alone =
        Resampling.of(
            List.of(second, first),
            false,
            false,
            rows -> Over.MEAN.of(rows[0]) - Over.MEAN.of(rows[1]));
    assertThat(paired.value()).isBetween(0.99, 1.01);
    assertThat(paired.error()).isLessThan(0.01);
    assertThat(alone.error()).isGreaterThan(0.1);
    assertThat(alone.freedom()).isEqualTo(98);
  }
}
