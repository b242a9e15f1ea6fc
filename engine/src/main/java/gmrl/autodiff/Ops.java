package gmrl.autodiff;

import gmrl.autodiff.memory.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/** Operations on {@link Variable}s beyond its own methods. */
public final class Ops {
  private Ops() {}

  // Elementwise.

  public static Variable sin(Variable x) {
    return Formulas.SIN.apply(x);
  }

  public static Variable cos(Variable x) {
    return Formulas.COS.apply(x);
  }

  /** log(1 + eˣ). */
  public static Variable softplus(Variable x) {
    return Formulas.SOFTPLUS.apply(x);
  }

  /** The larger of two numbers; where they are equal each gets half of the cotangent. */
  public static Variable maximum(Variable a, Variable b) {
    return Formulas.MAX.apply(a, b);
  }

  /** The smaller of two numbers; where they are equal each gets half of the cotangent. */
  public static Variable minimum(Variable a, Variable b) {
    return Formulas.MIN.apply(a, b);
  }

  /** 1 where a &gt; b, else 0; derivative 0 everywhere. */
  public static Variable greater(Variable a, Variable b) {
    return Formulas.GREATER.apply(a, b);
  }

  /** 1 where a = b, else 0; derivative 0 everywhere. */
  public static Variable equal(Variable a, Variable b) {
    return Formulas.EQUAL.apply(a, b);
  }

  /**
   * {@code yes} where {@code condition} is positive, else {@code no}.
   *
   * <p>The branch not taken receives exactly 0. If its own derivative is infinite there, the
   * product 0·∞ is still undefined: make the argument of that branch harmless first.
   */
  public static Variable where(Variable condition, Variable yes, Variable no) {
    return Formulas.WHERE.apply(condition, yes, no);
  }

  /** x limited to [low, high]; derivative 1 inside and on both limits, 0 outside. */
  public static Variable clamp(Variable x, double low, double high) {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "clamp needs low <= high, but got " + low + " and " + high);
    }
    return Formulas.CLAMP.apply(x, x.like(low), x.like(high));
  }

  /** The value alone: no derivative of any order flows through the result. */
  public static Variable stopGradient(Variable x) {
    return x.detach();
  }

  /**
   * The same numbers in another type, rounded to nearest if it is the shorter one; derivatives come
   * back in x's own type.
   *
   * @throws IllegalArgumentException unless {@code type} is FLOAT or DOUBLE
   */
  public static Variable cast(Variable x, DataType type) {
    return x.type() == Variable.checked(type) ? x : Variable.apply(new Cast(type), x);
  }

  /** x with other numbers where it is undefined or infinite; derivative 0 there, 1 elsewhere. */
  public static Variable nanToNum(Variable x, double nan, double positive, double negative) {
    return Formulas.NAN_TO_NUM.apply(x, x.like(nan), x.like(positive), x.like(negative));
  }

  /** x itself as a variable of its own, so that derivatives can be asked at this place alone. */
  public static Variable identity(Variable x) {
    return Variable.apply(new Identity(false), x);
  }

  /**
   * x, with a cotangent whose infinite and undefined entries are replaced by 0.
   *
   * <p>Put it around a gradient that enters √ in an optimiser: where the gradient has always been
   * exactly 0, the derivative of √ is infinite and would spread as NaN.
   */
  public static Variable finiteCotangent(Variable x) {
    return Variable.apply(new Identity(true), x);
  }

  // Products.

  /** Matrix product of op(a) and op(b), where op transposes if asked to. */
  public static Variable matmul(Variable a, Variable b, boolean transposeA, boolean transposeB) {
    return Variable.apply(new MatMul(transposeA, transposeB), a, b);
  }

  /**
   * Two-dimensional cross-correlation without padding, channels last.
   *
   * @param x images [n][h][w][c]
   * @param kernel kernels [o][kh][kw][c]
   * @param stride step between neighbouring results, at least 1
   * @return results [n][(h−kh)/stride+1][(w−kw)/stride+1][o]
   */
  public static Variable conv2d(Variable x, Variable kernel, int stride) {
    return Convolve.of(x, kernel, stride).apply(x, kernel);
  }

  /**
   * max(x ∗ k + b, 0), a layer of a network, in one pass where there is a library for its sizes.
   *
   * @param x [n][h][w][c]
   * @param kernel [o][kh][kw][c]
   * @param bias [o]
   * @return [n][(h−kh)/stride+1][(w−kw)/stride+1][o]; see {@link #conv2d}
   */
  public static Variable conv2dRelu(Variable x, Variable kernel, Variable bias, int stride) {
    return ConvolveRelu.of(Convolve.of(x, kernel, stride), x, kernel, bias);
  }

  /** x with A x = b, for a square matrix A and a matrix b of right-hand sides. */
  public static Variable solve(Variable a, Variable b) {
    return Variable.apply(new Solve(false), a, b);
  }

  /** Sum of the products of corresponding elements. */
  public static Variable dot(Variable a, Variable b) {
    return a.times(b).sum();
  }

  // Reductions.

  /** Sum of all elements, without dimensions. */
  public static Variable sum(Variable x) {
    return x.rank() == 0 ? x : reduce(Reduce.Kind.SUM, x, allAxes(x));
  }

  /** Sum over some axes, which disappear; negative axes count from the end. */
  public static Variable sum(Variable x, int... axes) {
    return reduce(Reduce.Kind.SUM, x, axes);
  }

  /** Mean over some axes, which disappear. */
  public static Variable mean(Variable x, int... axes) {
    Variable sum = sum(x, axes);
    return sum.times((double) sum.size() / x.size());
  }

  /** Greatest of all elements; equal ones share the cotangent equally. */
  public static Variable max(Variable x) {
    return x.rank() == 0 ? x : reduce(Reduce.Kind.MAX, x, allAxes(x));
  }

  /** Greatest over some axes, which disappear; equal ones share the cotangent equally. */
  public static Variable max(Variable x, int... axes) {
    return reduce(Reduce.Kind.MAX, x, axes);
  }

  /** Euclidean norm of all elements; derivative 0 where the norm is 0. */
  public static Variable norm(Variable x) {
    return norm(List.of(x));
  }

  /**
   * Euclidean norm of all elements of all arrays, a double if they are of both types; derivative 0
   * where the norm is 0.
   *
   * @throws IllegalArgumentException if there are no arrays
   */
  public static Variable norm(List<Variable> xs) {
    return Norms.euclidean(xs);
  }

  /**
   * (Σ |x|ᵖ)^(1/p) over all elements of all arrays, scaled so that large and small numbers have a
   * norm too; derivative 0 where the norm is 0. For p below 2 the second derivative at an entry
   * that is 0 is taken as 0.
   *
   * @param order p ≥ 1; infinity for the largest absolute value
   * @throws IllegalArgumentException if there are no arrays, or p is below 1
   */
  public static Variable norm(List<Variable> xs, double order) {
    if (!(order >= 1)) {
      throw new IllegalArgumentException("The order of a norm must be ≥ 1, not " + order);
    }
    return order == 2 ? norm(xs) : Norms.of(xs, order);
  }

  /** Softmax over the last axis. */
  public static Variable softmax(Variable x) {
    return Variable.apply(new Softmax(), x);
  }

  /** Logarithm of the softmax over the last axis. */
  public static Variable logSoftmax(Variable x) {
    return Variable.apply(new LogSoftmax(), x);
  }

  // Shapes.

  /** The same numbers in another shape; one dimension may be −1 and is then worked out. */
  public static Variable reshape(Variable x, int... shape) {
    int[] dims = shape.clone();
    for (int i = 0; i < dims.length; i++) {
      if (dims[i] == -1) {
        dims[i] = 1;
        int rest = Shapes.size(dims);
        dims[i] = rest == 0 ? 0 : x.size() / rest;
      }
    }
    return Arrays.equals(dims, x.dims()) ? x : Variable.apply(Reshape.to(dims), x);
  }

  /** Axis i of the result is axis {@code order[i]} of x. */
  public static Variable permute(Variable x, int... order) {
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    boolean same = true;
    for (int i = 0; i < order.length; i++) {
      same &= order[i] == i;
    }
    if (!Arrays.equals(sorted, allAxes(x))) {
      throw new IllegalArgumentException(
          Arrays.toString(order) + " is not an order of the axes of " + x);
    }
    return same ? x : Variable.apply(new Permute(list(order)), x);
  }

  /** Positions {@code from}, inclusive, to {@code to}, exclusive, of one axis. */
  public static Variable slice(Variable x, int axis, int from, int to) {
    int at = Shapes.axis(axis, x.dims());
    return from == 0 && to == x.dims()[at] ? x : Variable.apply(new Slice(at, from, to), x);
  }

  /** Arrays one after the other along an axis. */
  public static Variable concatenate(int axis, List<Variable> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("concatenate needs at least one array");
    }
    int at = Shapes.axis(axis, parts.get(0).dims());
    return parts.size() == 1
        ? parts.get(0)
        : Variable.apply(new Concatenate(at), parts.toArray(new Variable[0]));
  }

  /** Arrays of one shape as the rows of a new first axis. */
  public static Variable stack(List<Variable> rows) {
    List<Variable> wide = new ArrayList<>();
    for (Variable row : rows) {
      int[] shape = new int[row.rank() + 1];
      shape[0] = 1;
      System.arraycopy(row.dims(), 0, shape, 1, row.rank());
      wide.add(reshape(row, shape));
    }
    return concatenate(0, wide);
  }

  /** Rows (positions of the first axis) by number. */
  public static Variable gather(Variable x, int... rows) {
    return Variable.apply(new Gather(list(rows)), x);
  }

  /** Element {@code columns[i]} of row i of a matrix: a vector with one number per row. */
  public static Variable pick(Variable x, int... columns) {
    if (x.rank() != 2 || x.dim(0) != columns.length) {
      throw new IllegalArgumentException(
          "pick needs a matrix with one column number per row, but got "
              + Arrays.toString(x.dims())
              + " and "
              + columns.length
              + " numbers");
    }
    int[] flat = new int[columns.length];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = i * x.dim(1) + java.util.Objects.checkIndex(columns[i], x.dim(1));
    }
    return gather(reshape(x, x.size()), flat);
  }

  /**
   * Element {@code columns[i]} of row i of a matrix, with column numbers that may change from call
   * to call of a {@link Recorded} function.
   *
   * @param columns whole numbers in an array of x's type; no derivative
   */
  public static Variable pick(Variable x, Variable columns) {
    return Variable.apply(new Pick(), x, columns);
  }

  /** The array repeated along its dimensions of length 1. */
  public static Variable expand(Variable x, int... shape) {
    return Arrays.equals(x.dims(), shape) ? x : Variable.apply(Expand.to(shape), x);
  }

  /** A constant array of zeros of x's shape and type. */
  public static Variable zerosLike(Variable x) {
    return Variable.full(x.type(), 0, x.dims());
  }

  /** A constant array of zeros. */
  public static Variable zeros(DataType type, int... shape) {
    return Variable.full(type, 0, shape);
  }

  // Helpers of derivative rules.

  /** Sums the axes along which an array of shape {@code shape} was broadcast to x's. */
  static Variable sumTo(Variable x, int[] shape) {
    int[] from = x.dims();
    if (Arrays.equals(from, shape)) {
      return x;
    }
    int[] padded = Shapes.leftPad(shape, from.length);
    int[] axes = new int[from.length];
    int count = 0;
    for (int i = 0; i < from.length; i++) {
      if (padded[i] != from[i]) {
        axes[count++] = i;
      }
    }
    Variable sum = count == 0 ? x : reduce(Reduce.Kind.SUM, x, Arrays.copyOf(axes, count));
    return reshape(sum, shape);
  }

  /** Sum over the last axis, which stays with length 1. */
  static Variable sumLast(Variable x) {
    int[] shape = x.dims().clone();
    shape[shape.length - 1] = 1;
    return reshape(sum(x, -1), shape);
  }

  /** Sum of several arrays of one shape. */
  static Variable addAll(List<Variable> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : Variable.apply(new AddAll(), parts.toArray(new Variable[0]));
  }

  static Variable reduce(Reduce.Kind kind, Variable x, int... axes) {
    int[] shape = x.dims();
    boolean[] chosen = new boolean[shape.length];
    for (int axis : axes) {
      chosen[Shapes.axis(axis, shape)] = true;
    }
    int count = 0;
    int first = -1;
    int last = -1;
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i]) {
        first = first < 0 ? i : first;
        last = i;
        count++;
      }
    }
    if (count == 0) {
      return x;
    }
    if (last - first + 1 == count) {
      return Variable.apply(new Reduce(kind, first, count), x);
    }
    int[] order = new int[shape.length];
    int at = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < shape.length; i++) {
        if (chosen[i] == (pass == 1)) {
          order[at++] = i;
        }
      }
    }
    Variable moved = permute(x, order);
    return Variable.apply(new Reduce(kind, shape.length - count, count), moved);
  }

  static int[] allAxes(Variable x) {
    int[] axes = new int[x.rank()];
    Arrays.setAll(axes, i -> i);
    return axes;
  }

  private static List<Integer> list(int... numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
