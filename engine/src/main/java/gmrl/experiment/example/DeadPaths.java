package gmrl.experiment.example;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import gmrl.autodiff.inspect.GradientGraph;
import gmrl.autodiff.inspect.HessianPath;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Keeper;
import gmrl.experiment.Ranges;
import gmrl.experiment.Workers;
import gmrl.experiment.example.ExampleSnapshot.Growing;
import gmrl.experiment.example.ExampleSnapshot.Panel;
import gmrl.numpy.StateArrays;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The silent bugs of meta-gradients, made on purpose on a small logistic regression: a path that
 * was cut gives a wrong number and no message, and a root at zero gives NaN.
 *
 * <p>Every meta-gradient is measured against finite differences of the same inner loop.
 *
 * @param steps most inner steps
 * @param rate inner learning rate
 * @param epsilon ε of Adam's first step in the last plot, beside the root and inside it
 * @param seed of the points
 */
public record DeadPaths(int steps, double rate, double epsilon, long seed) implements Example {
  /** Step of the finite differences; their error is of its square. */
  private static final double DIFFERENCE = 1e-5;

  private static final int PERCENT = 100;

  /** Every number of steps up to the largest is measured. */
  private static final int MOST_STEPS = 1000;

  /** What the parameters are called where their path is cut. */
  private static final String CUT = "θ⁰ detached";

  private static final double FIRST = -12;

  public DeadPaths {
    Ranges.range("steps", steps, 1, MOST_STEPS);
    Ranges.positive("rate", rate);
    Ranges.positive("epsilon", epsilon);
  }

  /** Six steps, long enough that curvature matters. */
  public static DeadPaths standard(long seed) {
    return new DeadPaths(6, 3, PathAdam.EPS, seed);
  }

  @Override
  public String id() {
    return "dead-paths";
  }

  @Override
  public String title() {
    return "Dead paths and NaN";
  }

  @Override
  public String about() {
    return "Cuts the path of second derivatives in three usual ways, differentiates through Adam at"
        + " a gradient of zero, and lets the checker say where a path is dead.";
  }

  @Override
  public String biases() {
    return "Each slip is a Hessian bias made by hand: a part of the curvature is cut out"
        + " of the path and taken as zero, so the mean meta-gradient is wrong however"
        + " exact everything else is. Nothing is sampled, so compositional bias is not"
        + " there to hide it.";
  }

  @Override
  @SuppressWarnings("try") // the scope is there to be closed
  public GradientGraph graph() {
    try (Scope drawing = Scope.open()) {
      PathTasks tasks = PathTasks.draw(seed);
      Variable start = tasks.start().tracked("θ⁰");
      // One step is enough to see where the path ends; more of them would be too small to read.
      Variable end = end(Way.DETACHED, start, tasks, 1).named("outer loss");
      return GradientGraph.of(end).withCut(start, CUT);
    }
  }

  @Override
  public long total() {
    return steps;
  }

  /** How an inner loop is written: right, or with one of the usual slips. */
  private enum Way {
    WHOLE("whole path"),
    CONSTANT("gradient taken as a constant"),
    READ("step size read into Java"),
    DETACHED("parameters detached");

    private final String label;

    Way(String label) {
      this.label = label;
    }

    /** One step of the inner loop. */
    private Variable next(Variable theta, PathTasks tasks, double rate) {
      Variable at = this == DETACHED ? Autodiff.stopGradient(theta).tracked(CUT) : theta;
      Variable loss = tasks.inner(at);
      Variable gradient =
          this == CONSTANT ? Autodiff.gradOnce(loss, List.of(at)).get(0) : Autodiff.grad(loss, at);
      Variable length = gradient.square().sum().plus(1).sqrt();
      // Normalised steps: the divisor depends on the parameters, too.
      Variable step =
          this == READ ? gradient.times(rate / length.item()) : gradient.times(rate).over(length);
      return at.minus(step);
    }
  }

  @Override
  public ExampleSnapshot run(
      Workers workers,
      CancellationToken token,
      Keeper keeper,
      Snapshots<ExampleSnapshot> snapshots) {
    PathTasks tasks = PathTasks.draw(seed);
    List<Growing> errors = new ArrayList<>();
    for (Way way : Way.values()) {
      errors.add(new Growing(way.label));
    }
    List<Growing> broken =
        List.of(new Growing("Adam as in the textbook"), new Growing("Adam here"));
    List<Growing> curves = new ArrayList<>(errors);
    curves.addAll(broken);
    keeper.takeUp(state -> carry(state, curves));
    ExampleSnapshot latest = null;
    for (int k = Math.min(steps, errors.get(0).size() + 1); k <= steps; k++) {
      token.check();
      if (k > errors.get(0).size()) {
        measure(k, tasks, errors, broken);
      }
      latest = snapshot(errors, broken, tasks, k);
      snapshots.publish(k, latest);
      keeper.putDown(state -> carry(state, curves));
    }
    return Objects.requireNonNull(latest);
  }

  private static void carry(StateArrays state, List<Growing> curves) {
    for (int i = 0; i < curves.size(); i++) {
      curves.get(i).carry(state.part("curve" + i));
    }
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private void measure(int k, PathTasks tasks, List<Growing> errors, List<Growing> broken) {
    try (Scope work = Scope.open()) {
      double[] truth = differences(k, tasks);
      Iterator<Growing> error = errors.iterator();
      for (Way way : Way.values()) {
        double[] found = gradient(tasks, start -> end(way, start, tasks, k));
        error.next().add(k, PERCENT * distance(found, truth) / length(truth));
      }
      for (boolean textbook : new boolean[] {true, false}) {
        double[] found =
            gradient(tasks, start -> tasks.outer(new PathAdam(textbook, tasks).run(start, k)));
        double share = 0;
        for (double entry : found) {
          share += Double.isNaN(entry) ? 1.0 / found.length : 0;
        }
        broken.get(textbook ? 0 : 1).add(k, PERCENT * share);
      }
    }
  }

  private Variable end(Way way, Variable start, PathTasks tasks, int k) {
    Variable theta = start;
    for (int i = 0; i < k; i++) {
      theta = way.next(theta, tasks, rate);
    }
    return tasks.outer(theta);
  }

  private static double[] gradient(PathTasks tasks, UnaryOperator<Variable> outer) {
    Variable start = tasks.start().tracked("start");
    Variable result = outer.apply(start);
    return result.isTracked()
        ? Autodiff.gradOnce(result, List.of(start)).get(0).toDoubles()
        : new double[start.size()];
  }

  private double[] differences(int k, PathTasks tasks) {
    double[] at = tasks.start().toDoubles();
    double[] slope = new double[at.length];
    for (int j = 0; j < at.length; j++) {
      slope[j] =
          (value(at, j, DIFFERENCE, k, tasks) - value(at, j, -DIFFERENCE, k, tasks))
              / (2 * DIFFERENCE);
    }
    return slope;
  }

  private double value(double[] at, int j, double by, int k, PathTasks tasks) {
    double[] moved = at.clone();
    moved[j] += by;
    return end(Way.WHOLE, Variable.of(moved, moved.length, 1).tracked(), tasks, k).item();
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return Math.sqrt(sum);
  }

  private static double length(double[] a) {
    return distance(a, new double[a.length]);
  }

  private ExampleSnapshot snapshot(
      List<Growing> errors, List<Growing> broken, PathTasks tasks, int k) {
    Growing outside = new Growing("ε beside the root");
    Growing inside = new Growing("ε₀ inside the root");
    for (double power = FIRST; power <= 0; power += 0.5) {
      double g = Math.pow(10, power);
      outside.add(power, PathAdam.slope(g, epsilon, 0));
      inside.add(power, PathAdam.slope(g, 0, epsilon));
    }
    return new ExampleSnapshot(
        words(tasks, k),
        List.of(
            new Panel(
                "Error of the meta-gradient",
                "inner steps",
                "error against finite differences, %",
                false,
                errors.stream().map(Growing::curve).toList()),
            new Panel(
                "Through Adam with a silent feature",
                "inner steps",
                "NaN in the meta-gradient, %",
                false,
                broken.stream().map(Growing::curve).toList()),
            new Panel(
                "Derivative of Adam’s first step",
                "size of the gradient, power of ten",
                "derivative of the direction",
                true,
                List.of(outside.curve(), inside.curve()))));
  }

  /** What the checker says of a loop with a constant gradient. */
  private String words(PathTasks tasks, int k) {
    Function<Map<String, Variable>, Variable> dead =
        at -> end(Way.CONSTANT, Objects.requireNonNull(at.get("start")), tasks, k);
    HessianPath.Finding found =
        HessianPath.check(dead, Map.of("start", tasks.start())).findings().get(0);
    // Where it was cut has names for whoever wrote the loop.
    HessianPath.Finding verdict =
        new HessianPath.Finding(
            found.name(),
            found.verdict(),
            found.gradientNorm(),
            found.hessianVectorNorm(),
            List.of());
    return "With the gradient taken as a constant the checker says of the "
        + verdict.describe()
        + (found.cuts().isEmpty()
            ? ""
            : " On the way paths were cut where an inner gradient is taken as a constant.");
  }
}
