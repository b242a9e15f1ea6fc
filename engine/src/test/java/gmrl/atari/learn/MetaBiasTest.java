package gmrl.atari.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.Golden;
import gmrl.atari.StatefulRandom;
import gmrl.atari.VectorEnvironment;
import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import gmrl.meta.MeanEstimate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The reference of the deep meta-gradient, and what is said beside it. */
class MetaBiasTest {
  private static final LearningSettings SETTINGS =
      LearningSettings.published(Algorithm.MGRL)
          .withNumProcesses(4)
          .withNumEnvSteps(1_000_000)
          .withLr(0.02)
          .withCoefficients(new MetaParameters(0.8, 0.6, 0.4, 0.1))
          .withMeta(MetaSettings.published().withInnerSteps(2));

  private final VectorEnvironment environments = Corridor.vector(4, 40, 3);
  private final NetworkSpec spec = NetworkSpec.dense(environments.shape(), 2, 8, true);

  private MetaBiasStudy study(LearningSettings settings) {
    Trainer trainer = Trainer.start(settings, spec, environments, 11);
    for (int i = 0; i < 10; i++) {
      trainer.update();
    }
    return new MetaBiasStudy(settings, spec, environments, trainer.checkpoint());
  }

  /** With the experience held fixed, nothing may be missing: clip, baseline, values, told γ. */
  @Test
  void thePathOfTheReferenceIsTheDerivativeOfTheUpdatesAsTheyAreMade() {
    double[] raw = {1.2, 0.5, -0.4, -2};
    double[] expected = new double[4];
    for (int i = 0; i < 4; i++) {
      double h = 1e-4;
      double[] above = raw.clone();
      double[] below = raw.clone();
      above[i] += h;
      below[i] -= h;
      expected[i] = (made(above) - made(below)) / (2 * h);
    }
    List<FullGradient.Batch> seen =
        rollouts.subList(0, 2).stream().map(r -> new FullGradient.Batch(r, last)).toList();
    double[] found =
        new FullGradient(new ActorCritic(spec), rule, 1)
            .of(start, Variable.of(raw), seen, (p, weights) -> end(p));
    assertThat(Golden.relativeError(found, expected)).isLessThan(1e-5);
  }

  private final SplittableRandom random = new SplittableRandom(17);
  private final Losses losses = new Losses(new ActorCritic(spec));
  private final InnerRule rule = new InnerRule(0.02, 1e-8, 0.5);
  private final Learner start = start();
  private final Variable last = random(random, 4, 1, 5, 1);
  private final List<Rollout> rollouts = List.of(madeUp(), madeUp(), madeUp());

  private Learner start() {
    List<Variable> p = doubles(new ActorCritic(spec).initial(new StatefulRandom(1)).variables());
    List<Variable> v = p.stream().map(x -> Variable.full(x.type(), 1e-3, x.shape())).toList();
    return new Learner(p, p.stream().map(Ops::zerosLike).toList(), v, 30);
  }

  private Rollout madeUp() {
    return new Rollout(
        random(random, 12, 1, 5, 1),
        random.ints(12, 0, 2).toArray(),
        random(random, 3, 4).times(20),
        random(random, 3, 4),
        random(random, 4),
        random(random, 4, 4).times(0).plus(1),
        null,
        null);
  }

  /** Σ log π after two published updates, each on values asked of the critic as it then is. */
  private double made(double[] raw) {
    Coefficients c = Coefficients.ofRaw(Variable.of(raw));
    Learner at = start;
    for (int k = 0; k < 2; k++) {
      Rollout r = rollouts.get(k);
      Variable all = Ops.concatenate(0, List.of(r.observations(), last));
      Variable values = new ActorCritic(spec).apply(at.p(), all, c.gamma()).values();
      Rollout valued =
          new Rollout(
              r.observations(),
              r.actions(),
              r.rewards(),
              Ops.slice(values, 0, 0, 12).reshape(3, 4),
              Ops.slice(values, 0, 12, 16),
              r.masks(),
              null,
              null);
      List<Variable> p = at.leaves().p();
      Variable loss = losses.inner(p, valued, c, Surrogate.PLAIN, true).total();
      at = rule.apply(at, Autodiff.gradOnce(loss, p)).constants();
    }
    return end(at.p()).item();
  }

  private Variable end(List<Variable> p) {
    return losses.taken(p, rollouts.get(2), Variable.of(new double[] {0.9}, 1)).sum();
  }

  private static Variable random(SplittableRandom random, int... shape) {
    int size = 1;
    for (int d : shape) {
      size *= d;
    }
    return Variable.of(random.doubles(size, 0, 1).toArray(), shape);
  }

  private static List<Variable> doubles(List<Variable> floats) {
    return floats.stream().map(x -> Variable.of(x.toDoubles(), x.shape())).toList();
  }

  @Test
  void theEstimatesAreToldApart() {
    MetaBias bias = study(SETTINGS).run(12, 4, 5, done -> {});
    assertThat(bias.trials()).isEqualTo(12);
    assertThat(bias.environments()).isEqualTo(16);
    for (MetaBias.Estimate e : List.of(bias.plain(), bias.lvc())) {
      assertThat(e.variance()).isPositive();
      assertThat(e.cosine().value()).isBetween(-1.0, 1.0);
      for (int i = 0; i < 4; i++) {
        double sum = 0;
        for (int k = 0; k < 2; k++) {
          sum += e.mixed()[k][i] + e.transported()[k][i];
        }
        double mean = e.mean().get(i).mean();
        assertThat(sum).isCloseTo(mean, within(1e-4 * Math.abs(mean) + 1e-12));
        MeanEstimate reference = bias.reference().get(i);
        assertThat(e.bias().get(i).mean()).isCloseTo(mean - reference.mean(), within(1e-9));
      }
    }
  }

  /** The reference against windows that were really played at other meta-parameters. */
  @Test
  void theReferenceIsTheDerivativeOfWindowsThatArePlayed() {
    MetaBiasStudy study = study(SETTINGS);
    MetaBias bias = study.run(20, 16, 5, done -> {});
    List<MeanEstimate> played = study.differences(40, 16, 0.5, 9);
    assertThat(bias.resolved()).isTrue();
    int entropy = MetaParameters.Name.ENTROPY_COEF.position();
    assertThat(Math.abs(played.get(entropy).mean()))
        .isGreaterThan(3 * played.get(entropy).standardError());
    for (int i = 0; i < 4; i++) {
      MeanEstimate a = bias.reference().get(i);
      MeanEstimate b = played.get(i);
      assertThat(a.mean())
          .as("by meta-parameter %d", i)
          .isCloseTo(b.mean(), within(3.5 * Math.hypot(a.standardError(), b.standardError())));
      // What makes the study possible: the reference is about as exact as what it judges.
      assertThat(a.standardError()).isLessThan(3 * bias.plain().mean().get(i).standardError());
    }
  }

  @Test
  void withOneStepTheEstimatesAgreeExactly() {
    MetaBias bias =
        study(SETTINGS.withMeta(MetaSettings.published().withInnerSteps(1)))
            .run(3, 2, 5, done -> {});
    assertThat(bias.lvc().mean()).isEqualTo(bias.plain().mean());
    assertThat(bias.between().value()).isEqualTo(1);
    assertThat(bias.lvc().transported()[0]).containsOnly(0);
  }

  @Test
  void theReturnOfAWindowStopsAtTheEndOfTheEpisode() {
    Segment segment =
        new Segment(
            2,
            2,
            environments.shape(),
            new float[30],
            new int[4],
            new float[] {1, 2, 4, 8},
            new boolean[] {true, false, false, false},
            List.of(),
            new float[6],
            new float[0]);
    WindowReturn objective = new WindowReturn(segment, new float[] {10, 20, 30, 40, 50, 60}, 0.5);
    // The first environment ends after its first step; the second goes on into V̄ = 60.
    assertThat(objective.value()).isEqualTo((1 + 2 + 0.5 * (8 + 0.5 * 60)) / 4);
    assertThat(objective.weights())
        .containsExactly((1 - 10) / 4f, (21 - 20) / 4f, 0, 0.5f * (38 - 40) / 4);
  }

  @Test
  void learnersWithoutMetaGradientAreRefused() {
    LearningSettings a2c = SETTINGS.withAlgorithm(Algorithm.A2C);
    Trainer trainer = Trainer.start(a2c, spec, environments, 1);
    Checkpoint checkpoint = trainer.checkpoint();
    assertThatThrownBy(() -> new MetaBiasStudy(a2c, spec, environments, checkpoint))
        .hasMessageContaining("a2c learns no coefficients");
  }
}
