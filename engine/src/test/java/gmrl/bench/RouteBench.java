package gmrl.bench;

import com.sun.management.OperatingSystemMXBean;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.RouteChoice;
import gmrl.experiment.bias.Spread;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.meta.Interval;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Processor time until every point of the dashboard's first two plots has a band narrower than a
 * tenth of its value, by the sharpest route and by sampling alone.
 *
 * <p>Band² falls as 1/M: a run of {@link #TRIALS} trials gives the trials that a point needs, and
 * two runs what a trial costs and what is prepared once. A point that sampling could tell from zero
 * only with more than {@link #MOST} trials counts as those, so the ratio is one from below.
 */
public final class RouteBench {
  private static final int TRIALS = 2000;
  private static final double WIDTH = 0.1;
  private static final double MOST = BiasSpec.MOST_TRIALS;
  private static final double[] SIZES = {2, 4, 8, 16, 32, 64, 128, 256};

  private RouteBench() {}

  /**
   * Prints seconds and their ratio; the optional argument is the number of trials to measure with.
   */
  public static void main(String[] args) {
    int trials = args.length > 0 ? Integer.parseInt(args[0]) : TRIALS;
    double alpha = args.length > 1 ? Double.parseDouble(args[1]) : BiasSpec.paper().setup().alpha();
    double allAuto = 0;
    double allSampled = 0;
    try (Workers workers = new Workers(1)) {
      for (boolean hessian : new boolean[] {false, true}) {
        double auto = seconds(hessian, RouteChoice.AUTO, trials, alpha, workers);
        double sampled = seconds(hessian, RouteChoice.SAMPLED, trials, alpha, workers);
        System.out.printf(
            Locale.ROOT,
            "%s bias: %.3g s by the sharpest route, %.3g s by sampling alone, ratio %.3g%n",
            hessian ? "Hessian" : "compositional",
            auto,
            sampled,
            sampled / auto);
        allAuto += auto;
        allSampled += sampled;
      }
    }
    System.out.printf(Locale.ROOT, "both plots: ratio %.3g%n", allSampled / allAuto);
  }

  /** Processor seconds until every point of a plot is sharp. */
  private static double seconds(
      boolean hessian, RouteChoice route, int trials, double alpha, Workers workers) {
    double total = 0;
    for (String estimator :
        hessian
            ? List.of("maml", "lvc", "loaded", "dice")
            : List.of("lvc", "dice-baseline", "dice")) {
      SlotSpec sampled = SlotSpec.parse(estimator);
      SlotSpec exact = SlotSpec.exact();
      List<String> needs = new ArrayList<>();
      for (double size : SIZES) {
        BiasSpec spec =
            BiasSpec.paper()
                .withSetup(setup -> setup.withAlpha(alpha))
                .withSlots(hessian ? exact : sampled, hessian ? sampled : exact, exact)
                .withSweep(Sweep.of(SweepVariable.SAMPLES, size))
                .withRoute(route)
                .withTrials(trials);
        double half = cost(spec.withTrials(trials / 2), workers);
        long before = cpu();
        BiasResult result = run(spec, workers);
        double spent = (cpu() - before) * 1e-9;
        // What is prepared once is not paid again by every trial.
        double each = Math.max(0, spent - half) / (trials - trials / 2);
        Interval band =
            BiasMeasure.BIAS_SQUARED.at(result.curves().get(0).points().get(0), Spread.TRIALS);
        double width = band.high() - band.low();
        double need =
            band.value() > 0
                ? trials * Math.pow(width / (WIDTH * band.value()), 2)
                : width > 0 ? MOST : 0;
        // The first two trials are what any point costs.
        need = Math.max(2, Math.min(MOST, need));
        total += Math.max(0, spent - trials * each) + each * need;
        needs.add(String.format(Locale.ROOT, "%.2g", need));
      }
      System.out.println("  " + route.token() + " " + estimator + " trials a point: " + needs);
    }
    return total;
  }

  private static double cost(BiasSpec spec, Workers workers) {
    long before = cpu();
    run(spec, workers);
    return (cpu() - before) * 1e-9;
  }

  private static BiasResult run(BiasSpec spec, Workers workers) {
    return new BiasExperiment(BiasStudy.of(spec))
        .run(workers, new CancellationToken(), (done, s) -> {});
  }

  private static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }
}
