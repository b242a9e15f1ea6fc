package gmrl.bench;

import gmrl.atari.StatefulRandom;
import gmrl.atari.VectorEnvironment;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.MetaBias;
import gmrl.atari.learn.MetaBiasStudy;
import gmrl.atari.learn.MetaParameters;
import gmrl.atari.learn.NetworkSpec;
import gmrl.atari.learn.Trainer;
import gmrl.atari.mini.Miniature;
import gmrl.atari.mini.MiniatureGame;
import gmrl.atari.mini.MiniatureSettings;
import gmrl.autodiff.Scope;
import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints the bias of plain and LVC meta-gradients of a learner on a miniature game.
 *
 * <p>Arguments: game, steps to train first, trials, K, copies of each environment. Miniature
 * settings, seed 1.
 */
public final class DeepBias {
  private DeepBias() {}

  public static void main(String[] args) {
    Miniature game = Miniature.of(args[0]);
    long steps = Long.parseLong(args[1]);
    int trials = Integer.parseInt(args[2]);
    LearningSettings usual = LearningSettings.miniature(Algorithm.MGRL_LVC);
    LearningSettings settings =
        usual.withMeta(usual.meta().withInnerSteps(Integer.parseInt(args[3])));
    StatefulRandom seeds = new StatefulRandom(~1L);
    List<MiniatureGame> games = new ArrayList<>();
    for (int i = 0; i < settings.numProcesses(); i++) {
      games.add(
          new MiniatureGame(
              MiniatureSettings.of(game).withMinimalActions(true),
              new StatefulRandom(seeds.nextLong())));
    }
    try (VectorEnvironment environments = new VectorEnvironment(games, 1);
        Scope scope = Scope.open()) {
      NetworkSpec spec = NetworkSpec.miniature(environments.shape(), environments.actions(), true);
      Trainer trainer = Trainer.start(settings, spec, environments, 1);
      while (trainer.steps() < steps) {
        trainer.update();
      }
      MetaBias bias =
          new MetaBiasStudy(settings, spec, environments, trainer.checkpoint())
              .run(trials, Integer.parseInt(args[4]), 2, done -> {});
      System.out.printf(
          "%s after %d steps, %d windows of %d environments, objective %s, %.0f MB%n",
          environments.label(),
          trainer.steps(),
          bias.trials(),
          bias.environments(),
          show(bias.objective()),
          scope.bytesReserved() / 1e6);
      row("reference", bias.reference());
      print("plain", bias.plain());
      print("lvc", bias.lvc());
      print("plain, reference's outer gradient", bias.plainInner());
      print("lvc, reference's outer gradient", bias.lvcInner());
    }
  }

  private static void print(String name, MetaBias.Estimate e) {
    row(name, e.mean());
    row("  bias", e.bias());
    System.out.printf(
        "  bias² %.3e, variance %.3e (reference %.3e), relative bias %s, cosine %s%n",
        e.biasSquared(), e.variance(), e.referenceVariance(), show(e.relative()), show(e.cosine()));
    for (int k = 0; k < e.mixed().length; k++) {
      System.out.printf("  step %d: mixed", k + 1);
      for (double x : e.mixed()[k]) {
        System.out.printf(" % .3e", x);
      }
      System.out.print("  transported");
      for (double x : e.transported()[k]) {
        System.out.printf(" % .3e", x);
      }
      System.out.println();
    }
  }

  private static void row(String name, List<MeanEstimate> values) {
    System.out.printf("%-34s", name);
    for (MetaParameters.Name parameter : MetaParameters.Name.values()) {
      System.out.printf(" %s %s", parameter.id(), show(values.get(parameter.position())));
    }
    System.out.println();
  }

  private static String show(Interval i) {
    return "%.3f [%.3f, %.3f]".formatted(i.value(), i.low(), i.high());
  }

  private static String show(MeanEstimate e) {
    return "% .3e ± %.1e".formatted(e.mean(), e.standardError());
  }
}
