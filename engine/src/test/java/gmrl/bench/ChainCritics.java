package gmrl.bench;

import gmrl.atari.VectorEnvironment;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.MetaParameters;
import gmrl.atari.learn.OuterLoss;
import gmrl.atari.learn.Trainer;
import gmrl.atari.learn.UpdateReport;
import gmrl.experiment.atari.GameSpec;
import gmrl.meta.Comparison;
import gmrl.meta.Interval;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * What a learnt critic does to the meta-gradient by the discount on the Discounting Chain: two
 * learners, one with the shared critic and one with a critic of its own, whose γ does not move, so
 * that both play the same experience number for number and differ in the meta-gradient alone.
 *
 * <p>Arguments: the first seed, the number of seeds, windows, windows before the first that counts.
 */
public final class ChainCritics {
  private static final int GAMES = 100;
  private static final int STEPS = 20;

  /** So small a meta step that γ stays where it is. */
  private static final double STILL = 1e-12;

  private ChainCritics() {}

  public static void main(String[] args) {
    long first = Long.parseLong(args[0]);
    int seeds = Integer.parseInt(args[1]);
    int windows = Integer.parseInt(args[2]);
    int before = Integer.parseInt(args[3]);
    double[] shared = new double[seeds];
    double[] own = new double[seeds];
    double[] apart = new double[seeds];
    for (int i = 0; i < seeds; i++) {
      Path a = play(first + i, windows, before, OuterLoss.Critic.SHARED);
      Path b = play(first + i, windows, before, OuterLoss.Critic.OWN);
      if (!Arrays.equals(a.entropies(), b.entropies())) {
        throw new IllegalStateException("the two did not play the same experience");
      }
      shared[i] = mean(a.upwards());
      own[i] = mean(b.upwards());
      apart[i] = own[i] - shared[i];
      System.out.printf(
          Locale.ROOT,
          "seed %d: shared %.3e, own %.3e, apart %.3e; entropy at the end %.4f%n",
          first + i,
          shared[i],
          own[i],
          apart[i],
          a.entropies()[windows - 1]);
    }
    print("shared", Comparison.interval(shared));
    print("own", Comparison.interval(own));
    print("own − shared", Comparison.interval(apart));
  }

  private static void print(String name, Interval i) {
    System.out.printf(Locale.ROOT, "%s: %.3e [%.3e, %.3e]%n", name, i.value(), i.low(), i.high());
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** Meta-gradients that move γ upwards, of the windows that count, and all policies' entropies. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Path(double[] upwards, double[] entropies) {}

  private static Path play(long seed, int windows, int before, OuterLoss.Critic critic) {
    GameSpec game = GameSpec.of("discounting-chain");
    LearningSettings usual = game.usual(Algorithm.MGRL);
    OuterLoss outer = usual.meta().outer();
    LearningSettings settings =
        usual
            .withNumProcesses(GAMES)
            .withNumSteps(STEPS)
            .withLr(0.003)
            .withCoefficients(new MetaParameters(0.99, 0.95, 0.5, 0.9))
            .withNumEnvSteps((long) windows * GAMES * STEPS)
            .withMeta(
                usual
                    .meta()
                    .withInnerSteps(1)
                    .withMetaLr(STILL)
                    .withLearned(Set.of(MetaParameters.Name.GAMMA))
                    .withOuter(
                        new OuterLoss(
                            1,
                            outer.gaeLambda(),
                            outer.valueLossCoef(),
                            outer.entropyCoef(),
                            outer.klCoef(),
                            critic)));
    double[] upwards = new double[windows - before];
    double[] entropies = new double[windows];
    try (VectorEnvironment environments = game.open(GAMES, seed, null, 1)) {
      Trainer trainer =
          Trainer.start(settings, game.network(environments, true), environments, seed);
      for (int i = 0; i < windows; i++) {
        UpdateReport report = trainer.update();
        entropies[i] = report.entropy();
        if (i >= before) {
          upwards[i - before] = -Objects.requireNonNull(report.meta()).gradient()[0];
        }
      }
    }
    return new Path(upwards, entropies);
  }
}
