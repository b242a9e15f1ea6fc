package gmrl.experiment.example;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import gmrl.autodiff.inspect.GradientGraph;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Keeper;
import gmrl.experiment.Workers;
import gmrl.experiment.example.ExampleSnapshot.Curve;
import gmrl.experiment.example.ExampleSnapshot.Growing;
import gmrl.experiment.example.ExampleSnapshot.Panel;
import gmrl.optim.Adam;
import gmrl.optim.Sgd;
import gmrl.optim.bilevel.Adaptation;
import gmrl.optim.bilevel.BilevelGradient;
import gmrl.optim.bilevel.ByValues;
import gmrl.optim.bilevel.Explicit;
import gmrl.optim.bilevel.Implicit;
import gmrl.optim.implicit.ConjugateGradient;
import gmrl.optim.implicit.NeumannSeries;
import gmrl.optim.implicit.Packing;
import gmrl.optim.zeroorder.Smoothing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Implicit MAML on few-shot ridge regression (Rajeswaran et al. 2019): learns the prior mean φ and
 * its strength e^ρ for a family of linear problems whose exact meta-gradient is known.
 *
 * <p>First every way to a meta-gradient is measured against the exact one at the start, by number
 * of inner steps: the implicit way converges with the inner problem, a truncated unroll keeps a
 * bias, evolution strategies keep their noise. Then φ is learned with the implicit one and, beside
 * it, with the whole and the truncated unroll.
 *
 * @param iterations outer updates
 * @param tasks per outer update
 * @param dimension number of features
 * @param points to adapt to, and as many to be judged on
 * @param innerSteps gradient steps of the inner problem while learning
 * @param seed of tasks and directions
 */
public record ImplicitRidge(
    int iterations, int tasks, int dimension, int points, int innerSteps, long seed)
    implements Example {

  private static final int[] STEPS = {1, 2, 4, 8, 16, 32, 64};
  private static final int PROBES = 3;
  private static final double INNER_RATE = 0.3;
  private static final double OUTER_RATE = 0.05;
  private static final double SPREAD = 0.3;
  private static final int POINTS_PER_RUN = 40;

  public ImplicitRidge {
    Limits.updates("iterations", iterations);
    Limits.count("tasks", tasks);
    Limits.count("dimension", dimension);
    Limits.points("points", points);
    Limits.count("innerSteps", innerSteps);
  }

  /** Eight features from six points. */
  public static ImplicitRidge standard(long seed) {
    return new ImplicitRidge(150, 8, 8, 6, 16, seed);
  }

  @Override
  public String id() {
    return "imaml-ridge";
  }

  @Override
  public String title() {
    return "Implicit MAML on ridge regression";
  }

  @Override
  public String about() {
    return "Learns the prior of few-shot linear regression through the inner problem's optimality"
        + " condition, and measures every meta-gradient against the exact one.";
  }

  @Override
  public String biases() {
    return "Every gradient here is exact, so nothing is sampled and there is no"
        + " compositional bias. The ways differ in how they take the curvature of the"
        + " inner problem: few Neumann terms and a truncated unroll are Hessian bias, an"
        + " error that no averaging removes; evolution strategies have noise instead.";
  }

  @Override
  @SuppressWarnings("try") // the scope is there to be closed
  public GradientGraph graph() {
    try (Scope drawing = Scope.open()) {
      RidgeTask task = RidgeTask.draw(new SplittableRandom(seed), centre(), SPREAD, points);
      List<Variable> start = startOfMeta();
      List<Variable> meta = List.of(start.get(0).tracked("φ"), start.get(1).tracked("ρ"));
      Variable theta = meta.get(0);
      for (int k = 0; k < Math.min(innerSteps, 2); k++) {
        Variable loss = task.inner(meta, List.of(theta), k);
        theta = theta.minus(Autodiff.grad(loss, theta).times(INNER_RATE));
      }
      return GradientGraph.of(task.outer(meta, List.of(theta)).named("outer loss"));
    }
  }

  @Override
  public long total() {
    return (long) STEPS.length + iterations;
  }

  private static Map<String, BilevelGradient> ways() {
    Map<String, BilevelGradient> ways = new LinkedHashMap<>();
    ways.put("unrolled", Explicit.unrolled());
    ways.put("truncated to 2 steps", Explicit.truncated(2));
    ways.put("implicit, conjugate gradients", new Implicit(solver()));
    ways.put("implicit, 4 Neumann terms", new Implicit(new NeumannSeries(4, INNER_RATE)));
    ways.put(
        "evolution strategies, 16 pairs",
        new ByValues(new Smoothing(Smoothing.Method.ANTITHETIC, 16, 0.05)));
    return ways;
  }

  private static ConjugateGradient solver() {
    return ConjugateGradient.standard().withRtol(1e-8);
  }

  private List<Variable> startOfMeta() {
    return List.of(
        Variable.of(new double[dimension], dimension, 1),
        Variable.of(new double[] {Math.log(0.3)}, 1, 1));
  }

  private double[] centre() {
    double[] centre = new double[dimension];
    Arrays.setAll(centre, j -> j % 2 == 0 ? 1.5 : -1);
    return centre;
  }

  @Override
  public ExampleSnapshot run(
      Workers workers,
      CancellationToken token,
      Keeper keeper,
      Snapshots<ExampleSnapshot> snapshots) {
    try (Scope run = Scope.open()) {
      SplittableRandom random = new SplittableRandom(seed);
      SplittableRandom probeRandom = random.split();
      List<Growing> errors = ways().keySet().stream().map(Growing::new).toList();
      long probe = probeRandom.nextLong();
      return learn(run, random, probe, token, keeper, errors, snapshots);
    }
  }

  private void measure(
      long probe,
      CancellationToken token,
      List<Growing> errors,
      List<Growing> losses,
      Snapshots<ExampleSnapshot> snapshots) {
    for (int i = 0; i < STEPS.length; i++) {
      token.check();
      measure(STEPS[i], probe, errors);
      snapshots.publish(i + 1, snapshot(errors, losses));
    }
  }

  /** Adds the mean relative error over a few tasks, at one number of inner steps. */
  @SuppressWarnings("try") // the scope is there to be closed
  private void measure(int steps, long probe, List<Growing> errors) {
    List<BilevelGradient> ways = List.copyOf(ways().values());
    double[] sums = new double[ways.size()];
    SplittableRandom random = new SplittableRandom(probe);
    for (int p = 0; p < PROBES; p++) {
      try (Scope one = Scope.open()) {
        RidgeTask task = RidgeTask.draw(random, centre(), SPREAD, points);
        Variable exact = Packing.pack(exact(task));
        for (int w = 0; w < sums.length; w++) {
          List<Variable> gradient =
              ways.get(w)
                  .estimate(task, loop(steps), startOfMeta(), new SplittableRandom(probe + p))
                  .gradient();
          Variable error = Packing.pack(gradient).minus(exact);
          sums[w] += Math.sqrt(error.square().sum().item() / exact.square().sum().item());
        }
      }
    }
    for (int w = 0; w < sums.length; w++) {
      errors.get(w).add(steps, sums[w] / PROBES);
    }
  }

  private List<Variable> exact(RidgeTask task) {
    List<Variable> meta = startOfMeta().stream().map(Variable::tracked).toList();
    return Autodiff.gradOnce(task.outer(meta, List.of(task.minimum(meta))), meta);
  }

  private static Adaptation loop(int steps) {
    return new Adaptation(Sgd.of(INNER_RATE), steps);
  }

  private ExampleSnapshot learn(
      Scope run,
      SplittableRandom random,
      long probe,
      CancellationToken token,
      Keeper keeper,
      List<Growing> errors,
      Snapshots<ExampleSnapshot> snapshots) {
    List<RidgeTask> heldOut = new ArrayList<>();
    SplittableRandom testRandom = random.split();
    for (int i = 0; i < 32; i++) {
      heldOut.add(RidgeTask.draw(testRandom, centre(), SPREAD, points));
    }
    List<BilevelGradient> ways =
        List.of(new Implicit(solver()), Explicit.unrolled(), Explicit.truncated(2));
    List<Growing> losses =
        List.of(new Growing("implicit"), new Growing("unrolled"), new Growing("truncated to 2"));
    List<ParameterTrainer> trainers =
        ways.stream()
            .map(way -> new ParameterTrainer(run, Adam.of(OUTER_RATE), startOfMeta()))
            .toList();
    List<Growing> curves = new ArrayList<>(errors);
    curves.addAll(losses);
    LearningLoop loop = new LearningLoop(iterations, POINTS_PER_RUN, random, trainers, curves);
    if (!loop.takeUp(keeper)) {
      // Where all of them begin is known at once.
      List<Growing> begun = losses.stream().map(loss -> new Growing(loss.curve().name())).toList();
      double loss = heldOutLoss(startOfMeta(), heldOut);
      begun.forEach(curve -> curve.add(0, loss));
      measure(probe, token, errors, begun, snapshots);
    }
    return loop.run(
        STEPS.length,
        token,
        keeper,
        batch -> {
          for (int w = 0; w < ways.size(); w++) {
            BilevelGradient way = ways.get(w);
            trainers.get(w).step(meta -> batchGradient(way, meta, batch, token));
          }
        },
        i -> {
          for (int w = 0; w < ways.size(); w++) {
            losses.get(w).add(i, heldOutLoss(trainers.get(w).params(), heldOut));
          }
          return snapshot(errors, losses);
        },
        snapshots);
  }

  private List<Variable> batchGradient(
      BilevelGradient way, List<Variable> meta, long batch, CancellationToken token) {
    SplittableRandom random = new SplittableRandom(batch);
    return Batches.mean(
        tasks,
        token,
        () ->
            way.estimate(
                    RidgeTask.draw(random, centre(), SPREAD, points),
                    loop(innerSteps),
                    meta,
                    random)
                .gradient());
  }

  /** Outer loss at the exact inner minimum. */
  @SuppressWarnings("try") // the scope is there to be closed
  private static double heldOutLoss(List<Variable> meta, List<RidgeTask> tasks) {
    try (Scope evaluation = Scope.open()) {
      double sum = 0;
      for (RidgeTask task : tasks) {
        sum += task.outer(meta, List.of(task.minimum(meta))).item();
      }
      return sum / tasks.size();
    }
  }

  private static ExampleSnapshot snapshot(List<Growing> errors, List<Growing> losses) {
    List<Curve> errorCurves = errors.stream().map(Growing::curve).toList();
    List<Curve> lossCurves = losses.stream().map(Growing::curve).toList();
    String headline =
        String.format(
            Locale.ROOT,
            "After %d inner steps the meta-gradient is off by %.1f %% (unrolled), %.0f %%"
                + " (truncated), %.1f %% (implicit).",
            errorCurves.get(0).x().get(errorCurves.get(0).x().size() - 1).intValue(),
            100 * errors.get(0).last(),
            100 * errors.get(1).last(),
            100 * errors.get(2).last());
    return new ExampleSnapshot(
        headline,
        List.of(
            new Panel(
                "Error of the meta-gradient", "inner steps", "relative error", true, errorCurves),
            new Panel(
                "Loss on unseen problems, solved exactly",
                "outer updates",
                "half mean squared error",
                false,
                lossCurves)));
  }
}
