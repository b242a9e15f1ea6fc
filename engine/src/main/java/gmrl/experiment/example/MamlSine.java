package gmrl.experiment.example;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import gmrl.autodiff.inspect.GradientGraph;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Keeper;
import gmrl.experiment.Ranges;
import gmrl.experiment.Workers;
import gmrl.experiment.example.ExampleSnapshot.Curve;
import gmrl.experiment.example.ExampleSnapshot.Growing;
import gmrl.experiment.example.ExampleSnapshot.Panel;
import gmrl.optim.Adam;
import gmrl.optim.Sgd;
import gmrl.optim.bilevel.Adaptation;
import gmrl.optim.bilevel.BilevelGradient;
import gmrl.optim.bilevel.BilevelObjective;
import gmrl.optim.bilevel.Explicit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * MAML on sine regression (Finn et al. 2017, section 5.1): an initial network from which a few
 * gradient steps on ten points reach any sine of amplitude .1 to 5 and phase 0 to π.
 *
 * <p>Trained twice on the same tasks: through the inner steps, and with their curvature left out
 * (first-order MAML, a truncation of the unroll to nothing).
 *
 * @param iterations outer updates
 * @param tasks per outer update
 * @param shots points to adapt to, and as many to be judged on
 * @param innerSteps updates of adaptation
 * @param innerRate their learning rate
 * @param outerRate of Adam on the initial network
 * @param hidden width of the two hidden layers
 * @param seed of tasks, points and the initial network
 */
public record MamlSine(
    int iterations,
    int tasks,
    int shots,
    int innerSteps,
    double innerRate,
    double outerRate,
    int hidden,
    long seed)
    implements Example {

  private static final int MOST_DRAWN = 3;
  private static final int HELD_OUT = 16;
  private static final int POINTS_PER_RUN = 40;

  public MamlSine {
    Limits.updates("iterations", iterations);
    Limits.count("tasks", tasks);
    Limits.points("shots", shots);
    Limits.count("innerSteps", innerSteps);
    Ranges.positive("innerRate", innerRate);
    Ranges.positive("outerRate", outerRate);
    Limits.count("hidden", hidden);
  }

  /** Ten shots, one inner step, as published; fewer tasks and iterations. */
  public static MamlSine standard(long seed) {
    return new MamlSine(2000, 8, 10, 1, 0.02, 3e-3, 40, seed);
  }

  @Override
  public String id() {
    return "maml-sine";
  }

  @Override
  public String title() {
    return "MAML on sine regression";
  }

  @Override
  public String about() {
    return "Learns an initial network that one gradient step on ten points turns into any sine;"
        + " through the inner step, and with its curvature left out.";
  }

  @Override
  public String biases() {
    return "Compositional bias: an inner step on a few points of a task goes a noisy way,"
        + " and the error stays in the mean meta-gradient. Hessian bias: none along the"
        + " whole path, since the curvature of the network is differentiated exactly;"
        + " first-order MAML is its extreme case, a curvature that is estimated as zero.";
  }

  @Override
  @SuppressWarnings("try") // the scope is there to be closed
  public GradientGraph graph() {
    try (Scope drawing = Scope.open()) {
      SplittableRandom random = new SplittableRandom(seed);
      Task task = Task.draw(random, shots);
      List<Variable> meta = Mlp.named(Mlp.start(random, 1, hidden, hidden, 1));
      List<Variable> params = meta;
      for (int k = 1; k <= Math.min(innerSteps, MOST_DRAWN); k++) {
        params =
            Autodiff.checkpoint(
                "inner step " + k,
                at -> Mlp.moved(at, Autodiff.grad(task.inner(at, at, 0), at), innerRate),
                params);
      }
      return GradientGraph.of(
          Autodiff.checkpoint("outer loss", at -> List.of(task.outer(at, at)), params).get(0));
    }
  }

  @Override
  public long total() {
    return iterations;
  }

  /** One sine and the points drawn from it, in and out in columns. */
  private record Task(
      double amplitude, double phase, Variable x, Variable y, Variable xq, Variable yq)
      implements BilevelObjective {

    static Task draw(RandomGenerator random, int shots) {
      double amplitude = random.nextDouble(0.1, 5);
      double phase = random.nextDouble(0, Math.PI);
      double[][] in = new double[2][shots];
      double[][] out = new double[2][shots];
      for (int half = 0; half < 2; half++) {
        for (int i = 0; i < shots; i++) {
          in[half][i] = random.nextDouble(-5, 5);
          out[half][i] = amplitude * Math.sin(in[half][i] + phase);
        }
      }
      return new Task(
          amplitude,
          phase,
          Variable.of(in[0], shots, 1),
          Variable.of(out[0], shots, 1),
          Variable.of(in[1], shots, 1),
          Variable.of(out[1], shots, 1));
    }

    @Override
    public List<Variable> start(List<Variable> meta) {
      return meta;
    }

    @Override
    public Variable inner(List<Variable> meta, List<Variable> params, int step) {
      return Mlp.apply(params, x).minus(y).square().mean();
    }

    @Override
    public Variable outer(List<Variable> meta, List<Variable> params) {
      return Mlp.apply(params, xq).minus(yq).square().mean();
    }
  }

  @Override
  public ExampleSnapshot run(
      Workers workers,
      CancellationToken token,
      Keeper keeper,
      Snapshots<ExampleSnapshot> snapshots) {
    try (Scope run = Scope.open()) {
      SplittableRandom random = new SplittableRandom(seed);
      SplittableRandom networkRandom = random.split();
      SplittableRandom testRandom = random.split();
      List<Task> heldOut = new ArrayList<>();
      for (int i = 0; i < HELD_OUT; i++) {
        heldOut.add(Task.draw(testRandom, shots));
      }
      List<Variable> network = Mlp.start(networkRandom, 1, hidden, hidden, 1);
      // Each learner gives its parameters back, so each gets arrays of its own.
      ParameterTrainer maml = new ParameterTrainer(run, Adam.of(outerRate), copies(network));
      ParameterTrainer firstOrder = new ParameterTrainer(run, Adam.of(outerRate), copies(network));
      Growing mamlLoss = new Growing("MAML");
      Growing firstOrderLoss = new Growing("first-order MAML");
      LearningLoop loop =
          new LearningLoop(
              iterations,
              POINTS_PER_RUN,
              random,
              List.of(maml, firstOrder),
              List.of(mamlLoss, firstOrderLoss));
      loop.takeUp(keeper);
      return loop.run(
          0,
          token,
          keeper,
          batch -> {
            maml.step(meta -> metaGradient(Explicit.unrolled(), meta, batch, token));
            firstOrder.step(meta -> metaGradient(Explicit.truncated(0), meta, batch, token));
          },
          i -> {
            mamlLoss.add(i, adaptedLoss(maml.params(), heldOut));
            firstOrderLoss.add(i, adaptedLoss(firstOrder.params(), heldOut));
            return snapshot(mamlLoss, firstOrderLoss, maml.params(), network, heldOut.get(0));
          },
          snapshots);
    }
  }

  private static List<Variable> copies(List<Variable> arrays) {
    return arrays.stream().map(v -> Variable.of(v.toDoubles(), v.shape())).toList();
  }

  private Adaptation loop(int steps) {
    return new Adaptation(Sgd.of(innerRate), steps);
  }

  private List<Variable> metaGradient(
      BilevelGradient way, List<Variable> meta, long batch, CancellationToken token) {
    SplittableRandom random = new SplittableRandom(batch);
    return Batches.mean(
        tasks,
        token,
        () -> way.estimate(Task.draw(random, shots), loop(innerSteps), meta, random).gradient());
  }

  /** Mean squared error after adaptation, over tasks never trained on. */
  @SuppressWarnings("try") // the scope is there to be closed
  private double adaptedLoss(List<Variable> meta, List<Task> held) {
    try (Scope evaluation = Scope.open()) {
      double sum = 0;
      for (Task task : held) {
        sum += task.outer(meta, adapt(task, meta, innerSteps)).item();
      }
      return sum / held.size();
    }
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private ExampleSnapshot snapshot(
      Growing maml, Growing firstOrder, List<Variable> meta, List<Variable> untrained, Task task) {
    try (Scope drawing = Scope.open()) {
      double[] x = new double[101];
      double[] truth = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = -5 + 0.1 * i;
        truth[i] = task.amplitude() * Math.sin(x[i] + task.phase());
      }
      List<Curve> fit = new ArrayList<>();
      fit.add(Curve.of("truth", x, truth));
      fit.add(Curve.of("points", task.x().toDoubles(), task.y().toDoubles()));
      fit.add(Curve.of("before adapting", x, predictions(meta, x)));
      fit.add(Curve.of("after " + innerSteps, x, predictions(adapt(task, meta, innerSteps), x)));
      fit.add(Curve.of("after 10", x, predictions(adapt(task, meta, 10), x)));
      fit.add(Curve.of("untrained, after 10", x, predictions(adapt(task, untrained, 10), x)));
      String headline =
          String.format(
              Locale.ROOT,
              "After %d step%s on %d points an unseen sine is met with error %.3f; %.3f if"
                  + " curvature is left out of training.",
              innerSteps,
              innerSteps == 1 ? "" : "s",
              shots,
              maml.last(),
              firstOrder.last());
      return new ExampleSnapshot(
          headline,
          List.of(
              new Panel(
                  "Error on unseen sines after adapting",
                  "outer updates",
                  "mean squared error",
                  true,
                  List.of(maml.curve(), firstOrder.curve())),
              new Panel("One unseen sine", "x", "y", false, fit)));
    }
  }

  private List<Variable> adapt(Task task, List<Variable> meta, int steps) {
    return loop(steps).run(task, meta);
  }

  private static double[] predictions(List<Variable> params, double[] x) {
    return Mlp.apply(params, Variable.of(x, x.length, 1)).toDoubles();
  }
}
