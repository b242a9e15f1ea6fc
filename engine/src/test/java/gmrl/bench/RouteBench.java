package gmrl.bench;

import com.sun.management.OperatingSystemMXBean;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.Aggregate;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult.MdpResult;
import gmrl.experiment.bias.BiasResult.PointResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.RouteChoice;
import gmrl.experiment.bias.Spread;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.meta.Interval;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/**
 * Processor time until every point of the first two rows of a page has a band narrower than a tenth
 * of its value: by the sharpest route, trials dealt where the bands need them, and by sampling
 * alone, the same number of trials everywhere.
 *
 * <p>The first is run until it is there. The second would take hours: a run of {@link #TRIALS}
 * trials tells the band of bias², and band² falls as 1/M where the value is told from zero, as 1/M²
 * where it is not, which is the least it may need. A point counts {@link BiasSpec#MOST_TRIALS} at
 * most, so the ratio is one from below.
 */
public final class RouteBench {
  private static final int TRIALS = 1000;
  private static final double WIDTH = 0.1;

  /** What the board sweeps, but for the Hessian's error, whose curves are closed forms. */
  private static final List<String> BOARD =
      List.of(
          "alpha=0.1,0.2,0.5,1,2,3,5,10,20,30",
          "steps=1,2,3,4,5,6,7,8",
          "samples=2,4,8,16,32,64,128,256");

  private RouteBench() {}

  /**
   * Prints seconds and their ratio.
   *
   * @param args {@code board} for its curves of relative bias, {@code plots} for those of bias²;
   *     the step size at which all sweeps are made, 3; then sweeps (NAME=v1,v2,…), those of the
   *     board
   */
  public static void main(String[] args) {
    boolean board = args.length == 0 || args[0].equals("board");
    Aggregate aggregate = board ? Aggregate.RELATIVE_BIAS : Aggregate.BIAS_SQUARED;
    double alpha = args.length < 2 ? 3 : Double.parseDouble(args[1]);
    List<String> sweeps = args.length < 3 ? BOARD : List.of(args).subList(2, args.length);
    List<String> inner = board ? List.of("lvc") : List.of("lvc", "dice-baseline", "dice");
    List<String> hessian =
        board ? List.of("lvc", "maml") : List.of("maml", "lvc", "loaded", "dice");
    try (Workers workers = new Workers(1)) {
      // Compiles the kernels.
      new RouteBench.Curve("lvc", false, "samples=2,32", alpha, aggregate).sampled(workers);
      for (String sweep : sweeps) {
        plot(sweep, alpha, false, inner, aggregate, workers);
        plot(sweep, alpha, true, hessian, aggregate, workers);
      }
    }
  }

  private static void plot(
      String sweep,
      double alpha,
      boolean hessian,
      List<String> estimators,
      Aggregate aggregate,
      Workers workers) {
    double sharpest = 0;
    double sampling = 0;
    for (String estimator : estimators) {
      Curve curve = new Curve(estimator, hessian, sweep, alpha, aggregate);
      Sharp sharp = curve.sharpest(workers);
      double sampled = curve.sampled(sharp.points(), workers);
      System.out.printf(
          Locale.ROOT,
          "  %s: %.3g s (%s trials), sampling %.3g s%n",
          estimator,
          sharp.seconds(),
          sharp.trials(),
          sampled);
      sharpest += sharp.seconds();
      sampling += sampled;
    }
    System.out.printf(
        Locale.ROOT,
        "%s bias over %s: %.3g s by the sharpest route, %.3g s by sampling alone, ratio %.3g%n",
        hessian ? "Hessian" : "compositional",
        sweep,
        sharpest,
        sampling,
        sampling / sharpest);
  }

  /** What the sharpest route took, with the points it reached and their trials over MDPs. */
  private record Sharp(double seconds, List<PointResult> points) {
    List<Long> trials() {
      return points.stream()
          .map(p -> p.mdps().stream().mapToLong(m -> m.measures().trials()).sum())
          .toList();
    }
  }

  private record Curve(
      String estimator, boolean hessian, String sweep, double alpha, Aggregate aggregate) {
    private BiasSpec spec(RouteChoice route, int trials) {
      SlotSpec sampled = SlotSpec.parse(estimator);
      SlotSpec exact = SlotSpec.exact();
      BiasSpec paper = BiasSpec.paper();
      return paper
          .withSetup(paper.setup().withAlpha(alpha))
          .withSlots(hessian ? exact : sampled, hessian ? sampled : exact, exact)
          .withSweep(Sweep.parse(sweep))
          .withRoute(route)
          .withTrials(trials);
    }

    Sharp sharpest(Workers workers) {
      CancellationToken token = new CancellationToken();
      List<PointResult> reached = new ArrayList<>();
      int points = spec(RouteChoice.AUTO, 2).points().size();
      long before = cpu();
      try {
        new BiasExperiment(BiasStudy.of(spec(RouteChoice.AUTO, BiasSpec.MOST_TRIALS)))
            .sharpening(aggregate)
            .run(
                workers,
                token,
                (done, snapshot) -> {
                  List<PointResult> now = snapshot.curves().get(0).points();
                  if (now.size() == points && now.stream().allMatch(this::isSharp)) {
                    reached.addAll(now);
                    token.cancel();
                  }
                });
      } catch (CancellationException e) {
        return new Sharp((cpu() - before) * 1e-9, reached);
      }
      throw new IllegalStateException(this + " is not sharp after all trials");
    }

    /** The band of the mean square, of which a relative bias is the root. */
    private Interval band(PointResult point) {
      if (aggregate == Aggregate.BIAS_SQUARED) {
        return BiasMeasure.BIAS_SQUARED.at(point, Spread.TRIALS);
      }
      double square = 0;
      double half = 0;
      for (MdpResult mdp : point.mdps()) {
        double norm =
            Arrays.stream(mdp.exact().metaGradient().flat()).map(g -> g * g).sum()
                * point.mdps().size();
        Interval one = mdp.measures().biasSquared();
        square += one.value() / norm;
        half = Math.hypot(half, (one.high() - one.low()) / 2 / norm);
      }
      return new Interval(square, square - half, square + half);
    }

    /** Width of a narrow band of the mean square, relative to its value. */
    private double width() {
      return aggregate == Aggregate.BIAS_SQUARED ? WIDTH : 2 * WIDTH;
    }

    private boolean isSharp(PointResult point) {
      Interval band = band(point);
      return band.high() - band.low() <= width() * band.value();
    }

    double sampled(Workers workers) {
      BiasSpec spec = spec(RouteChoice.SAMPLED, TRIALS);
      return sampled(run(spec, workers), workers);
    }

    /** Processor seconds that sampling needs for the bands around known values. */
    double sampled(List<PointResult> known, Workers workers) {
      BiasSpec whole = spec(RouteChoice.SAMPLED, TRIALS);
      double total = 0;
      for (int p = 0; p < known.size(); p++) {
        BiasSpec spec =
            whole.withSweep(
                new Sweep(
                    whole.sweep().orElseThrow().variable(),
                    List.of(whole.sweep().orElseThrow().values().get(p))));
        long before = cpu();
        Interval band = band(run(spec, workers).get(0));
        double spent = (cpu() - before) * 1e-9;
        double value = band(known.get(p)).value();
        double ratio = (band.high() - band.low()) / (width() * value);
        double need = TRIALS * (band.low() > 0 ? ratio * ratio : ratio);
        total += spent / TRIALS * Math.max(2, Math.min(BiasSpec.MOST_TRIALS, need));
      }
      return total;
    }

    private static List<PointResult> run(BiasSpec spec, Workers workers) {
      return new BiasExperiment(BiasStudy.of(spec))
          .run(workers, new CancellationToken(), (done, s) -> {})
          .curves()
          .get(0)
          .points();
    }
  }

  private static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }
}
