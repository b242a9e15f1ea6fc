package gmrl.autodiff.inspect;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.History;
import gmrl.autodiff.Ops;
import gmrl.autodiff.PathTrace;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Is the Hessian path alive? Finds out, for any objective, which parameters second derivatives can
 * reach, and names every place where a path was cut.
 *
 * <p>The commonest bug of meta-gradients makes no noise: somewhere between the parameters and the
 * result a value was detached, an inner gradient was taken as a constant, or a number was read into
 * plain Java, and the terms that should flow there are silently zero.
 *
 * <pre>{@code
 * var report = HessianPath.check(p -> outerLoss(adapt(p)), Map.of("theta", theta));
 * System.out.println(report.describe());
 * }</pre>
 */
public final class HessianPath {
  private static final long DIRECTION_SEED = 1;

  private HessianPath() {}

  /** What was found for one parameter. */
  public enum Verdict {
    /** Second derivatives reach the parameter. */
    ALIVE,
    /** They would, but every path was cut. */
    CUT,
    /** The path exists, but the product with a random direction is exactly 0 at this point. */
    ZERO_HERE,
    /** The product with a random direction is infinite or undefined at this point. */
    NOT_FINITE,
    /** The objective is linear in the parameter, so there is nothing to reach. */
    LINEAR,
    /** Linear as far as paths are followed, but others were cut: what they hide is not known. */
    LINEAR_BUT_CUT,
    /** The objective does not depend on the parameter at all. */
    UNUSED
  }

  /**
   * One parameter.
   *
   * @param name its name
   * @param verdict what was found
   * @param gradientNorm ‖∂f/∂p‖
   * @param hessianVectorNorm ‖(∇²f v)_p‖ for a random v with entries in [−1, 1]
   * @param cuts every place on a path from this parameter to the result where history was cut
   */
  public record Finding(
      String name,
      Verdict verdict,
      double gradientNorm,
      double hessianVectorNorm,
      List<String> cuts) {
    public Finding {
      cuts = List.copyOf(cuts);
    }

    /** One or two sentences. */
    public String describe() {
      String sentence =
          switch (verdict) {
            case ALIVE ->
                String.format(
                    Locale.ROOT, "second derivatives reach it (‖Hv‖ = %.3g)", hessianVectorNorm);
            case CUT -> "no second derivative reaches it, because every path was cut";
            case ZERO_HERE ->
                "a path for second derivatives exists, but at this point they are exactly 0";
            case NOT_FINITE -> "second derivatives are infinite or undefined at this point";
            case LINEAR_BUT_CUT ->
                "no second derivative reaches it: what was followed is linear in it, the rest was"
                    + " cut";
            case LINEAR -> "the objective is linear in it, so its second derivatives are 0";
            case UNUSED -> "the objective does not depend on it";
          };
      String where = cuts.isEmpty() ? "" : "; cut on the way: " + String.join(", ", cuts);
      return name + ": " + sentence + where + ".";
    }
  }

  /**
   * All parameters.
   *
   * @param findings one per parameter, in the order given
   * @param reads tracked variables whose numbers were read into plain Java on the way; if they come
   *     back as constants, no derivative passes there
   */
  public record Report(List<Finding> findings, List<String> reads) {
    public Report {
      findings = List.copyOf(findings);
      reads = List.copyOf(reads);
    }

    /** Whether every parameter is reached and nothing was cut. */
    public boolean alive() {
      return findings.stream().allMatch(f -> f.verdict() == Verdict.ALIVE && f.cuts().isEmpty());
    }

    /** The findings in words, one line per parameter. */
    public String describe() {
      List<String> lines = new ArrayList<>();
      findings.forEach(finding -> lines.add(finding.describe()));
      if (!reads.isEmpty()) {
        lines.add(
            "Read into plain Java, where no derivative follows: " + String.join(", ", reads) + ".");
      }
      return String.join(System.lineSeparator(), lines);
    }
  }

  /**
   * Examines an objective at a point.
   *
   * @param objective from named parameters to one element
   * @param parameters the point, by name; floats or doubles of any shape
   */
  public static Report check(
      Function<Map<String, Variable>, Variable> objective, Map<String, Variable> parameters) {
    try (Scope scope = Scope.open();
        PathTrace trace = PathTrace.open()) {
      Map<String, Variable> at = new LinkedHashMap<>();
      parameters.forEach((name, x) -> at.put(name, x.tracked(name)));
      Variable y = objective.apply(at);
      List<String> reads = trace.reads().stream().map(HessianPath::place).distinct().toList();
      List<Variable> xs = List.copyOf(at.values());
      List<Variable> gradient = y.isTracked() ? Autodiff.grad(y, xs) : zeros(xs);
      SplittableRandom random = new SplittableRandom(DIRECTION_SEED);
      List<Variable> v = xs.stream().map(x -> direction(x, random)).toList();
      List<Variable> product = Autodiff.vjp(gradient, v, xs);
      Set<Variable> first = reach(List.of(y), Map.of());
      Set<Variable> firstThroughCuts = reach(List.of(y), trace.cuts());
      Set<Variable> second = reach(gradient, Map.of());
      Set<Variable> secondThroughCuts = reach(gradient, trace.cuts());
      List<Finding> findings = new ArrayList<>();
      for (int i = 0; i < xs.size(); i++) {
        Variable x = xs.get(i);
        List<String> cuts = cuts(trace, firstThroughCuts, x);
        double norm = norm(product.get(i));
        Verdict verdict;
        if (second.contains(x)) {
          verdict =
              !Double.isFinite(norm)
                  ? Verdict.NOT_FINITE
                  : norm == 0 ? Verdict.ZERO_HERE : Verdict.ALIVE;
        } else if (secondThroughCuts.contains(x)
            || (!first.contains(x) && firstThroughCuts.contains(x))) {
          verdict = Verdict.CUT;
        } else {
          Verdict linear = cuts.isEmpty() ? Verdict.LINEAR : Verdict.LINEAR_BUT_CUT;
          verdict = first.contains(x) ? linear : Verdict.UNUSED;
        }
        String name = List.copyOf(at.keySet()).get(i);
        findings.add(new Finding(name, verdict, norm(gradient.get(i)), norm, cuts));
      }
      scope.bytesInUse();
      return new Report(findings, reads);
    }
  }

  /** Cuts between {@code x} and the result, each described by what was cut. */
  private static List<String> cuts(PathTrace trace, Set<Variable> fromResult, Variable x) {
    List<String> out = new ArrayList<>();
    trace
        .cuts()
        .forEach(
            (leaf, cut) -> {
              if (fromResult.contains(leaf)
                  && reach(List.of(cut.origin()), trace.cuts()).contains(x)) {
                String how =
                    switch (cut.kind()) {
                      case STOP_GRADIENT -> "stop-gradient of ";
                      case CONSTANT_GRADIENT -> "taken as a constant, ";
                      case NEW_LEAF -> "made a new leaf, ";
                    };
                out.add(how + place(cut.origin()));
              }
            });
    return out.stream().distinct().toList();
  }

  /** Everything the outputs were computed from; {@code cuts} are walked through. */
  private static Set<Variable> reach(List<Variable> outputs, Map<Variable, PathTrace.Cut> cuts) {
    Set<Variable> seen = new HashSet<>(outputs);
    Deque<Variable> open = new ArrayDeque<>(outputs);
    while (!open.isEmpty()) {
      Variable at = open.pop();
      PathTrace.Cut cut = cuts.get(at);
      if (cut != null && seen.add(cut.origin())) {
        open.push(cut.origin());
      }
      for (Variable input : History.inputs(at)) {
        if (seen.add(input)) {
          open.push(input);
        }
      }
    }
    return seen;
  }

  private static String place(Variable variable) {
    String name = variable.name();
    String what = name != null ? name : History.operation(variable).orElse("input");
    return "‹" + what + " " + Arrays.toString(variable.shape()) + "›";
  }

  private static List<Variable> zeros(List<Variable> xs) {
    return xs.stream().map(Ops::zerosLike).toList();
  }

  private static Variable direction(Variable like, SplittableRandom random) {
    double[] numbers = random.doubles(like.size(), -1, 1).toArray();
    if (like.type() == DataType.DOUBLE) {
      return Variable.of(numbers, like.shape());
    }
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return Variable.of(floats, like.shape());
  }

  private static double norm(Variable x) {
    double sum = 0;
    for (double number : x.toDoubles()) {
      sum += number * number;
    }
    return Math.sqrt(sum);
  }
}
