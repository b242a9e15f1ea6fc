package gmrl.experiment.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Workers;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.ipd.Samples;
import gmrl.ipd.shaping.Learner;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learners side by side: what is known of them, files, and threads. */
class ShapingExperimentTest {
  private static final ShapingFamily FAMILY = new ShapingFamily();

  private static ShapingResult run(ShapingSpec spec, int threads) {
    try (Workers workers = new Workers(threads)) {
      return FAMILY.experiment(spec).run(workers, new CancellationToken(), (done, s) -> {});
    }
  }

  /** Letcher et al. 2019: LOLA and stable opponent shaping cooperate, naive learners defect. */
  @Test
  void whoShapesTheOtherCooperatesInThePrisonersDilemma() {
    ShapingResult result = run(ShapingSpec.DEFAULT, 2);
    assertThat(last(result, Learner.NAIVE)).isLessThan(-1.9);
    assertThat(last(result, Learner.LOLA)).isGreaterThan(-1.2);
    assertThat(last(result, Learner.SOS)).isGreaterThan(-1.2);
    assertThat(result.runs()).allMatch(r -> r.environmentSteps() == 0 && r.relativeBias() == 0);
  }

  /** 40 learners that each had a copy of these payoffs would need 1.3 GB. */
  @Test
  void manyLearnersOfALargeGameShareItsPayoffs() {
    double[][] payoff = new double[1000][1000];
    payoff[0][0] = 1;
    ShapingSpec spec =
        ShapingSpec.DEFAULT
            .with()
            .game(new ShapingGame.Own("large", payoff, payoff))
            .learners(LearnerList.parse("naive"))
            .updates(1)
            .seeds(40)
            .build();
    ShapingResult result = run(spec, 2);
    assertThat(result.over(Learner.NAIVE, r -> r.steps().get(1).return1()).mean())
        .isPositive()
        .isGreaterThan(result.over(Learner.NAIVE, r -> r.steps().get(0).return1()).mean());
  }

  private static double last(ShapingResult result, Learner learner) {
    int end = result.updates();
    return result
        .over(learner, r -> (r.steps().get(end).return1() + r.steps().get(end).return2()) / 2)
        .mean();
  }

  @Test
  void samplesCostStepsAndThreadsChangeNothing() {
    ShapingSpec spec =
        FAMILY.quick(
            ShapingSpec.DEFAULT
                .with()
                .inner(new Samples.Fresh(8))
                .outer(new Samples.Fresh(16))
                .rate(0.1)
                .build());
    ShapingResult one = run(spec, 1);
    ShapingResult two = run(spec, 2);
    for (ShapingResult.Run run : one.runs()) {
      boolean naive = run.learner() == Learner.NAIVE;
      assertThat(run.environmentSteps()).isEqualTo(naive ? 3200 : 4800);
      assertThat(run.variance()).isPositive();
    }
    String json = Json.line(FAMILY.json(spec, one, new RunFacts(true, 0, 10)));
    assertThat(Json.line(FAMILY.json(spec, two, new RunFacts(true, 0, 10)))).isEqualTo(json);
    assertThat(JsonView.parse("", json).at("config").at("outer").text()).isEqualTo("16");
    assertThat(FAMILY.csv(spec, one, 10).header()).contains("learner", "relativeBias");
  }

  /** Both lose where LOLA settles: x + y = (1 − 2α)/(1 − 4α) and a value of 2θ − (x + y)². */
  @Test
  void inTheTandemGameLolaLeavesTheFixedPoints() {
    ShapingSpec spec =
        ShapingSpec.DEFAULT.with().game(new ShapingGame.Tandem()).alpha(0.1).rate(0.05).build();
    ShapingResult result = run(spec.with().updates(400).build(), 1);
    int end = result.updates();
    double sum = 0.8 / 0.6;
    for (ShapingResult.Run run : result.runs()) {
      ShapingResult.Step last = run.steps().get(end);
      boolean lola = run.learner() == Learner.LOLA;
      assertThat(last.return1() + last.return2())
          .isCloseTo(lola ? 2 * sum - 2 * sum * sum : 0, offset(1e-4));
      assertThat(last.slope()).isCloseTo(lola ? Math.sqrt(2) * (2 * sum - 2) : 0, offset(1e-4));
    }
    assertThatThrownBy(() -> spec.with().outer(new Samples.Fresh(2)).build())
        .hasMessageContaining("in tandem, expected exact");
    assertThatThrownBy(() -> ShapingGame.parse("chess")).hasMessageContaining("stag-hunt");
  }

  @Test
  void specificationsComeBackAndRefuseWhatIsOutOfRange() {
    ShapingSpec spec = ShapingSpec.DEFAULT.with().alpha(0.3).inner(new Samples.Fresh(3)).build();
    JsonView read = JsonView.parse("", Json.line(FAMILY.write(spec)));
    assertThat(FAMILY.read(read)).isEqualTo(spec);
    assertThatThrownBy(() -> ShapingSpec.DEFAULT.with().hessian(new Samples.AsInner()).build())
        .hasMessageContaining("hessian is shared");
    assertThatThrownBy(() -> LearnerList.parse("lola,lola")).hasMessageContaining("each once");
    assertThatThrownBy(() -> run(ShapingSpec.DEFAULT.with().rate(1e308).updates(9).build(), 1))
        .hasMessageContaining("overflows in update");
  }

  /** A file's payoffs, not its path, are what a specification holds. */
  @Test
  void aGameOfOnesOwnComesFromAFileAndGoesIntoResults(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("scissors.json");
    Files.writeString(
        file,
        "{\"payoff1\":[[0,-1,1],[1,0,-1],[-1,1,0]],\"payoff2\":[[0,1,-1],[-1,0,1],[1,-1,0]]}");
    String asked =
        "{\"game\":\"%s\",\"learners\":\"lola,pola\",\"rate\":0.2,\"updates\":200,\"seeds\":2}"
            .formatted(file.toString().replace("\\", "/"));
    ShapingSpec spec = FAMILY.read(JsonView.parse("asked", asked));
    assertThat(spec.game().token()).isEqualTo("scissors");
    Files.delete(file);
    String written = Json.line(FAMILY.write(spec));
    assertThat(FAMILY.read(JsonView.parse("written", written))).isEqualTo(spec);
    ShapingResult result = run(spec, 1);
    for (ShapingResult.Run run : result.runs()) {
      ShapingResult.Step last = run.steps().get(200);
      assertThat(last.return1() + last.return2()).isCloseTo(0, offset(1e-9));
      assertThat(last.place1()).as("who shapes the other finds the mixture").isBetween(0.2, 0.5);
    }
    RunFacts facts = new RunFacts(true, 0, 100);
    JsonView json = JsonView.parse("", Json.line(FAMILY.json(spec, result, facts)));
    assertThat(FAMILY.kept(json).result().runs().get(1).steps().get(2).place1())
        .isEqualTo(result.runs().get(1).steps().get(200).place1());
    assertThatThrownBy(() -> spec.with().outer(new Samples.Fresh(2)).build())
        .hasMessageContaining("expected exact");
    assertThatThrownBy(
            () -> FAMILY.read(JsonView.parse("x", "{\"game\":{\"payoff1\":[[1,2],[3,4]]}}")))
        .hasMessageContaining("payoff2");
  }

  /** Rollouts for each gradient and each curvature of both climbs: its bias and cost are told. */
  @Test
  void proximalLearnersAreSampledToo() {
    ShapingSpec spec =
        ShapingSpec.DEFAULT
            .with()
            .learners(LearnerList.parse("lola,pola"))
            .inner(new Samples.Fresh(4))
            .outer(new Samples.Fresh(8))
            .rollout(10)
            .alpha(0.5)
            .rate(0.1)
            .updates(2)
            .trials(20)
            .seeds(1)
            .build();
    ShapingResult result = run(spec, 2);
    ShapingResult.Run pola = result.runs().get(1);
    // Two players × ten steps, each with ten gradients of the answer and one look behind it.
    assertThat(pola.environmentSteps()).isEqualTo(2 * 10 * (10 * 2 * 4 * 10 + 2 * 8 * 10));
    assertThat(pola.variance()).isPositive();
    assertThat(pola.cosine()).isBetween(0.2, 1.0);
  }
}
