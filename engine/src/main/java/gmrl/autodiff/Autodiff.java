package gmrl.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Derivatives of functions of {@link Variable}s.
 *
 * <p>Two styles. On variables: compute a loss from {@linkplain Variable#tracked() tracked}
 * variables and call {@link #grad(Variable, List)}, whose result can be differentiated again, or
 * {@link #gradOnce(Variable, List)}, whose result is a constant and which gives memory back on the
 * way. On functions: {@link #valueAndGrad}, {@link #hvp} and {@link #jvp} take a function and a
 * point; their results can be differentiated with respect to tracked variables that the function or
 * the point depends on, so functions of derivatives nest to any order.
 */
public final class Autodiff {
  private Autodiff() {}

  /** A value and its gradient. */
  public record ValueAndGrad(Variable value, List<Variable> gradient) {}

  /**
   * dy/dx for each x, itself a function of everything tracked that it depends on.
   *
   * @param y one element
   * @param xs tracked variables, leaves or intermediate results; zeros come back for those that y
   *     does not depend on
   */
  public static List<Variable> grad(Variable y, List<Variable> xs) {
    return vjp(List.of(y), List.of(one(y)), xs);
  }

  /** dy/dx for one x, itself differentiable. */
  public static Variable grad(Variable y, Variable x) {
    return grad(y, List.of(x)).get(0);
  }

  /** dy/dx for each x as constants, with the least memory. */
  public static List<Variable> gradOnce(Variable y, List<Variable> xs) {
    return new Backward(List.of(y), xs).once(List.of(y), List.of(one(y)));
  }

  /**
   * Σ cotangentᵢ · dyᵢ/dx for each x, itself differentiable.
   *
   * @param ys outputs of any shapes
   * @param cotangents one per output, of its shape
   * @param xs tracked variables
   */
  public static List<Variable> vjp(
      List<Variable> ys, List<Variable> cotangents, List<Variable> xs) {
    checkPairs(ys, cotangents, "outputs", "cotangents");
    return new Backward(ys, xs).record(ys, cotangents);
  }

  /** Σ cotangentᵢ · dyᵢ/dx for each x as constants, with the least memory. */
  public static List<Variable> vjpOnce(
      List<Variable> ys, List<Variable> cotangents, List<Variable> xs) {
    checkPairs(ys, cotangents, "outputs", "cotangents");
    return new Backward(ys, xs).once(ys, cotangents);
  }

  /** The gradient of a scalar function as a function. */
  public static Function<Variable, Variable> grad(Function<Variable, Variable> f) {
    return x -> valueAndGrad(at -> f.apply(at.get(0)), List.of(x)).gradient().get(0);
  }

  /** f(x) and ∇f(x). */
  public static ValueAndGrad valueAndGrad(Function<List<Variable>, Variable> f, List<Variable> xs) {
    List<Variable> at = inputs(xs);
    Variable y = f.apply(at);
    Backward pass = new Backward(List.of(y), at);
    List<Variable> seed = List.of(one(y));
    boolean nested = pass.dependsOnOthers();
    List<Variable> gradient = nested ? pass.record(List.of(y), seed) : pass.once(List.of(y), seed);
    return new ValueAndGrad(nested ? y : y.plain(), gradient);
  }

  /** A value to differentiate, with something computed on the way that is not differentiated. */
  public record WithAuxiliary<A>(Variable value, A auxiliary) {}

  /** f(x), ∇f(x), and what f computed besides. */
  public record ValueGradAndAuxiliary<A>(Variable value, List<Variable> gradient, A auxiliary) {}

  /**
   * f(x), ∇f(x) and what f gives besides: predictions, parts of a loss, counts. Variables in it
   * keep their history until {@linkplain #stopGradient stopped}.
   */
  public static <A> ValueGradAndAuxiliary<A> valueGradAndAuxiliary(
      Function<List<Variable>, WithAuxiliary<A>> f, List<Variable> xs) {
    List<A> besides = new ArrayList<>();
    ValueAndGrad both =
        valueAndGrad(
            at -> {
              WithAuxiliary<A> result = f.apply(at);
              besides.add(result.auxiliary());
              return result.value();
            },
            xs);
    return new ValueGradAndAuxiliary<>(both.value(), both.gradient(), besides.get(0));
  }

  /** ∇²f(x) v, one gradient of a gradient; the Hessian is never built. */
  public static List<Variable> hvp(
      Function<List<Variable>, Variable> f, List<Variable> xs, List<Variable> vs) {
    checkPairs(xs, vs, "points", "directions");
    List<Variable> at = inputs(xs);
    return finish(grad(f.apply(at), at), vs, at);
  }

  /** ∇²f(x) v for one x. */
  public static Variable hvp(Function<Variable, Variable> f, Variable x, Variable v) {
    return hvp(at -> f.apply(at.get(0)), List.of(x), List.of(v)).get(0);
  }

  /**
   * The derivative of f at x along v: Σ dy/dxᵢ · vᵢ for every output y.
   *
   * <p>Reverse mode gives uᵀJ, which is linear in u; differentiating that along v gives J v.
   */
  public static List<Variable> jvp(
      Function<List<Variable>, List<Variable>> f, List<Variable> xs, List<Variable> vs) {
    checkPairs(xs, vs, "points", "directions");
    List<Variable> at = inputs(xs);
    List<Variable> ys = f.apply(at);
    List<Variable> us = ys.stream().map(y -> Ops.zerosLike(y).tracked()).toList();
    List<Variable> products = vjp(ys, us, at);
    return finish(products, vs, us);
  }

  /** The derivative of f at x along v, for one input and one output. */
  public static Variable jvp(Function<Variable, Variable> f, Variable x, Variable v) {
    return jvp(at -> List.of(f.apply(at.get(0))), List.of(x), List.of(v)).get(0);
  }

  /**
   * f(x) without remembering what happens inside f: its pullback computes f again.
   *
   * <p>Bounds the memory of long unrolls: one step's intermediate results exist at a time, for one
   * more evaluation of f per reverse pass.
   *
   * @param label name in drawings and messages
   * @param f computes only with its arguments, constants and detached variables, and gives the same
   *     numbers each time; it may take gradients of its own
   * @param xs arguments of one type
   * @throws IllegalArgumentException if f uses a tracked variable that is not an argument
   */
  public static List<Variable> checkpoint(
      String label, Function<List<Variable>, List<Variable>> f, List<Variable> xs) {
    if (PathTrace.isOn()) {
      return f.apply(xs);
    }
    Checkpoint operation = new Checkpoint(label, f, new ArrayList<>());
    return operation.unpack(Variable.apply(operation, xs.toArray(new Variable[0])));
  }

  /**
   * The value of an operation that brings its own derivative.
   *
   * @param label name in drawings and messages
   * @throws IllegalArgumentException if it computes with a tracked variable that is not an argument
   */
  public static Variable custom(String label, CustomOperation operation, List<Variable> arguments) {
    return Variable.apply(new Custom(label, operation), arguments.toArray(new Variable[0]));
  }

  /**
   * x with F(x) = 0 as a differentiable function, to any order, of everything that F computes with:
   * arguments, variables of the surrounding program, results of derivatives. How x was found does
   * not matter.
   *
   * @param label name in drawings and messages
   * @param solution finds x; nothing it computes is remembered
   * @param residual F; gives the same each time
   * @param solver of the linear system in the derivative
   */
  public static Variable root(
      String label,
      Supplier<Variable> solution,
      UnaryOperator<Variable> residual,
      TransposedSolver solver) {
    Variable found = PathTrace.suspended(solution).plain();
    long mark = History.mark();
    List<Variable> captured =
        PathTrace.suspended(() -> History.captured(List.of(residual.apply(found.tracked())), mark));
    if (captured.isEmpty()) {
      return found;
    }
    Root operation = new Root(label, found, residual, solver, captured);
    return Variable.apply(operation, captured.toArray(new Variable[0]));
  }

  /** The value alone: no derivative of any order flows through the result. */
  public static Variable stopGradient(Variable x) {
    return Ops.stopGradient(x);
  }

  /** Records the reverse pass only if somebody could differentiate its result. */
  static List<Variable> finish(List<Variable> ys, List<Variable> cotangents, List<Variable> xs) {
    Backward pass = new Backward(ys, xs);
    boolean nested = pass.dependsOnOthers() || cotangents.stream().anyMatch(Variable::isTracked);
    return nested ? pass.record(ys, cotangents) : pass.once(ys, cotangents);
  }

  /** Own variables over the same numbers, so that a function's other uses of xs do not count. */
  private static List<Variable> inputs(List<Variable> xs) {
    return xs.stream().map(Autodiff::own).toList();
  }

  static Variable own(Variable x) {
    Variable own = x.isTracked() ? Variable.apply(new Identity(false), x) : x.tracked();
    String name = x.name();
    return name == null ? own : own.named(name);
  }

  private static Variable one(Variable y) {
    if (y.size() != 1) {
      throw new IllegalArgumentException(
          "only a variable with one element has a gradient, but got "
              + y
              + "; use vjp for several outputs");
    }
    return Variable.full(y.type(), 1, y.dims());
  }

  private static void checkPairs(List<Variable> a, List<Variable> b, String nameA, String nameB) {
    if (a.size() != b.size()) {
      throw new IllegalArgumentException(
          "got " + a.size() + " " + nameA + " but " + b.size() + " " + nameB);
    }
  }
}
