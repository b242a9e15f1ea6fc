package gmrl.bench;

import gmrl.atari.VectorEnvironment;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.MetaBias;
import gmrl.atari.learn.MetaBiasStudy;
import gmrl.atari.learn.NetworkSpec;
import gmrl.atari.learn.Trainer;
import gmrl.atari.mini.Miniature;
import gmrl.atari.mini.MiniatureSettings;
import gmrl.autodiff.Scope;
import gmrl.experiment.atari.GameSpec;
import gmrl.meta.MeanEstimate;
import java.util.List;
import java.util.Locale;

/**
 * Checks the reference of a study of bias against finite differences with chances of their own:
 * along the direction of the reference, and along the direction of the published estimate, whose
 * derivatives the study foretells.
 *
 * <p>Arguments: steps to train first, windows of the study, copies, pairs of windows of the
 * differences, their step in raw numbers; then seeds of learners. Miniature Breakout, MGRL-LVC,
 * minimal actions, usual settings.
 */
public final class CheckReference {
  private CheckReference() {}

  public static void main(String[] args) {
    long steps = Long.parseLong(args[0]);
    int windows = Integer.parseInt(args[1]);
    int copies = Integer.parseInt(args[2]);
    int pairs = Integer.parseInt(args[3]);
    double step = Double.parseDouble(args[4]);
    GameSpec game =
        new GameSpec.Mini(MiniatureSettings.of(Miniature.BREAKOUT).withMinimalActions(true));
    LearningSettings settings = game.usual(Algorithm.MGRL_LVC);
    for (int i = 5; i < args.length; i++) {
      long seed = Long.parseLong(args[i]);
      try (VectorEnvironment played = game.open(settings.numProcesses(), seed, null, 1);
          VectorEnvironment others = game.open(settings.numProcesses(), seed, null, 1);
          Scope scope = Scope.open()) {
        scope.bytesInUse();
        NetworkSpec network = game.network(played, true);
        Trainer trainer = Trainer.start(settings, network, played, seed);
        while (trainer.steps() < steps) {
          trainer.update();
        }
        MetaBiasStudy study = new MetaBiasStudy(settings, network, others, trainer.checkpoint());
        MetaBias bias = study.run(windows, copies, 1000 + seed, now -> {});
        double[] reference = unit(bias.reference());
        double[] plain = unit(bias.plain().mean());
        System.out.printf(
            Locale.ROOT,
            "seed %d, %d steps, %d windows of %d environments: reference %s, plain %s, cosine plain"
                + " %.3f [%.3f, %.3f], lvc %.3f, relative bias plain %.2f%n",
            seed,
            trainer.steps(),
            bias.trials(),
            bias.environments(),
            text(bias.reference()),
            text(bias.plain().mean()),
            bias.plain().cosine().value(),
            bias.plain().cosine().low(),
            bias.plain().cosine().high(),
            bias.lvc().cosine().value(),
            bias.plain().relative().value());
        System.out.flush();
        for (double h : new double[] {step, step / 2}) {
          row("along the reference", reference, bias.reference(), study, pairs, copies, h, seed);
          row("along plain", plain, bias.reference(), study, pairs, copies, h, seed);
        }
      }
    }
  }

  private static void row(
      String name,
      double[] direction,
      List<MeanEstimate> reference,
      MetaBiasStudy study,
      int pairs,
      int copies,
      double step,
      long seed) {
    double foretold = 0;
    for (int i = 0; i < direction.length; i++) {
      foretold += direction[i] * reference.get(i).mean();
    }
    MeanEstimate found = study.difference(direction, pairs, copies, step, 5000 + seed);
    System.out.printf(
        Locale.ROOT,
        "  %s, step %.2f: differences %.2e ± %.1e, foretold %.2e%n",
        name,
        step,
        found.mean(),
        found.standardError(),
        foretold);
    System.out.flush();
  }

  private static double[] unit(List<MeanEstimate> means) {
    double[] out = means.stream().mapToDouble(MeanEstimate::mean).toArray();
    double norm = 0;
    for (double x : out) {
      norm += x * x;
    }
    for (int i = 0; i < out.length; i++) {
      out[i] /= Math.sqrt(norm);
    }
    return out;
  }

  private static String text(List<MeanEstimate> means) {
    StringBuilder out = new StringBuilder();
    for (MeanEstimate each : means) {
      out.append(String.format(Locale.ROOT, " %.2e ± %.1e", each.mean(), each.standardError()));
    }
    return "[" + out.substring(1) + "]";
  }
}
