package gmrl.autodiff;

import gmrl.autodiff.formula.Reader;
import gmrl.autodiff.memory.Arena;
import gmrl.autodiff.memory.Shapes;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array of floats or doubles, row-major, that remembers how it was computed.
 *
 * <p>A result is recorded if one of its inputs is <em>tracked</em>: made by {@link #tracked()} or
 * computed from such a variable. {@link Autodiff#grad} differentiates with respect to tracked
 * variables. Values never change. Arithmetic broadcasts: shapes are compared from the last
 * dimension, and a dimension of 1 repeats. Both operands must have one type, float or double.
 *
 * <p>More operations are in {@link Ops}. Not safe for use by several threads at once.
 */
public final class Variable {
  private static final Variable[] NONE = {};
  private static final AtomicLong MADE = new AtomicLong();

  private final Store store;
  private final int[] shape;
  private final int size;
  private final @Nullable Primitive operation;
  private final Variable[] inputs;
  private final boolean tracked;
  private final long age = MADE.getAndIncrement();
  private @Nullable String name;

  private Variable(
      Store store, int[] shape, @Nullable Primitive operation, Variable[] inputs, boolean tracked) {
    this.store = store;
    this.shape = shape;
    this.size = Shapes.size(shape);
    this.operation = operation;
    this.inputs = inputs;
    this.tracked = tracked;
  }

  // Making variables.

  /** A constant with a copy of {@code array}'s numbers; float arrays stay float, others double. */
  public static Variable of(INDArray array) {
    return Nd4jDoor.in(array);
  }

  /** A constant of doubles; {@code shape} may be left out for a vector. */
  public static Variable of(double[] data, int... shape) {
    int[] dims = Shapes.holding(data.length, shape);
    Store store = Arena.allocate(DataType.DOUBLE, data.length);
    store.doubles().put(0, data);
    return constant(store, dims);
  }

  /** A constant of floats; {@code shape} may be left out for a vector. */
  public static Variable of(float[] data, int... shape) {
    int[] dims = Shapes.holding(data.length, shape);
    Store store = Arena.allocate(DataType.FLOAT, data.length);
    store.floats().put(0, data);
    return constant(store, dims);
  }

  /** A constant double matrix. */
  public static Variable of(double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    return of(Shapes.flat(rows, columns), rows.length, columns);
  }

  /** A double without dimensions. */
  public static Variable scalar(double value) {
    return of(new double[] {value}, new int[0]);
  }

  /** A constant array of one number, without dimensions if {@code shape} is empty. */
  public static Variable full(DataType type, double value, int... shape) {
    Store store = Arena.allocate(checked(type), Shapes.size(shape));
    store.fill(value);
    return constant(store, shape.clone());
  }

  /** A new leaf over the same numbers, for which derivatives can be asked. */
  public Variable tracked() {
    Variable leaf = new Variable(store, shape, null, NONE, true);
    PathTrace.leaf(this, leaf);
    return leaf;
  }

  /** A new named leaf; the name shows in drawings and messages. */
  public Variable tracked(String name) {
    return tracked().named(name);
  }

  /** Gives this variable a name for drawings and messages. */
  public Variable named(String name) {
    this.name = name;
    return this;
  }

  static Variable constant(Store store, int[] shape) {
    return new Variable(store, shape, null, NONE, false);
  }

  /** Applies a primitive and records it if an input is tracked. */
  static Variable apply(Primitive operation, Variable... inputs) {
    boolean tracked = false;
    for (Variable input : inputs) {
      tracked |= input.tracked;
    }
    Primitive.Value value = operation.evaluate(inputs);
    if (operation instanceof Kernel kernel) {
      Trace.record(kernel, inputs, value);
    }
    return tracked
        ? new Variable(value.store(), value.shape(), operation, inputs, true)
        : constant(value.store(), value.shape());
  }

  // Reading.

  /** A copy of the shape. */
  public int[] shape() {
    return shape.clone();
  }

  public int rank() {
    return shape.length;
  }

  /** Length of one axis; negative axes count from the end. */
  public int dim(int axis) {
    return shape[Shapes.axis(axis, shape)];
  }

  /** Number of elements. */
  public int size() {
    return size;
  }

  public DataType type() {
    return store.type;
  }

  /** Whether derivatives with respect to this variable can be asked for. */
  public boolean isTracked() {
    return tracked;
  }

  /** Whether this variable was given, not computed from tracked variables. */
  public boolean isLeaf() {
    return operation == null;
  }

  public @Nullable String name() {
    return name;
  }

  /** The value of a variable with one element. */
  public double item() {
    if (size != 1) {
      throw new IllegalArgumentException(
          "item() needs exactly one element, but the shape is " + Arrays.toString(shape));
    }
    noteRead();
    return store.get(0);
  }

  /** The element at a position of the flattened array. */
  public double get(int position) {
    noteRead();
    return store.get(java.util.Objects.checkIndex(position, size));
  }

  /** A copy of the numbers, row by row. */
  public double[] toDoubles() {
    noteRead();
    return numbers();
  }

  private void noteRead() {
    PathTrace.read(this);
    Trace.read(this);
  }

  double[] numbers() {
    double[] out = new double[size];
    if (store.isFloat()) {
      for (int i = 0; i < size; i++) {
        out[i] = store.floats().get(i);
      }
    } else {
      store.doubles().get(0, out);
    }
    return out;
  }

  /** A copy of the numbers of a float variable, row by row. */
  public float[] toFloats() {
    noteRead();
    float[] out = new float[size];
    if (store.isFloat()) {
      store.floats().get(0, out);
    } else {
      for (int i = 0; i < size; i++) {
        out[i] = (float) store.doubles().get(i);
      }
    }
    return out;
  }

  /** A copy as an ND4J array, which loads ND4J if nothing has done so yet. */
  public INDArray toArray() {
    noteRead();
    return Nd4jDoor.out(this);
  }

  Store store() {
    return store;
  }

  /** The age that the next variable will have. */
  static long mark() {
    return MADE.get();
  }

  /** Place in the order in which all variables are made: greater than that of every input. */
  long age() {
    return age;
  }

  int[] dims() {
    return shape;
  }

  /** Reads these numbers as if they had been broadcast to {@code larger}. */
  Reader reader(int[] larger) {
    return new Reader(store, shape, larger);
  }

  @Nullable Primitive operation() {
    return operation;
  }

  Variable[] inputs() {
    return inputs;
  }

  // Arithmetic.

  public Variable plus(Variable b) {
    return Formulas.ADD.apply(this, b);
  }

  public Variable plus(double b) {
    return b == 0 ? this : Formulas.ADD.apply(this, like(b));
  }

  public Variable minus(Variable b) {
    return Formulas.SUBTRACT.apply(this, b);
  }

  public Variable minus(double b) {
    return plus(-b);
  }

  public Variable times(Variable b) {
    return Formulas.MULTIPLY.apply(this, b);
  }

  public Variable times(double b) {
    return b == 1 ? this : Formulas.MULTIPLY.apply(this, like(b));
  }

  public Variable over(Variable b) {
    return Formulas.DIVIDE.apply(this, b);
  }

  public Variable over(double b) {
    return Formulas.DIVIDE.apply(this, like(b));
  }

  public Variable negate() {
    return Formulas.NEGATE.apply(this);
  }

  public Variable square() {
    return times(this);
  }

  public Variable exp() {
    return Formulas.EXP.apply(this);
  }

  /** Natural logarithm; infinite derivative at 0. */
  public Variable log() {
    return Formulas.LOG.apply(this);
  }

  /** Square root; infinite derivative at 0. */
  public Variable sqrt() {
    return Formulas.SQRT.apply(this);
  }

  /** Power with a constant exponent. */
  public Variable pow(double exponent) {
    return Formulas.POW.apply(this, like(exponent));
  }

  public Variable pow(Variable exponent) {
    return Formulas.POW.apply(this, exponent);
  }

  public Variable tanh() {
    return Formulas.TANH.apply(this);
  }

  public Variable sigmoid() {
    return Formulas.SIGMOID.apply(this);
  }

  /** max(x, 0); derivative 0 at 0. */
  public Variable relu() {
    return Formulas.RELU.apply(this);
  }

  /** |x|; derivative 0 at 0. */
  public Variable abs() {
    return Formulas.ABS.apply(this);
  }

  /** Matrix product of two matrices. */
  public Variable matmul(Variable b) {
    return Ops.matmul(this, b, false, false);
  }

  // Sums and shapes; see Ops for the rest.

  /** Sum of all elements, without dimensions. */
  public Variable sum() {
    return Ops.sum(this);
  }

  /** Sum over some axes, which disappear. */
  public Variable sum(int... axes) {
    return Ops.sum(this, axes);
  }

  /** Mean of all elements, without dimensions. */
  public Variable mean() {
    return sum().times(1.0 / size);
  }

  public Variable reshape(int... shape) {
    return Ops.reshape(this, shape);
  }

  /** Transpose of a matrix. */
  public Variable transpose() {
    return Ops.permute(this, 1, 0);
  }

  /** The same numbers without their history: nothing flows back through the result. */
  public Variable detach() {
    return PathTrace.cut(this, PathTrace.Kind.STOP_GRADIENT, plain());
  }

  /** The same numbers without history, where this package itself needs no history. */
  Variable plain() {
    Variable out = constant(store, shape);
    out.name = name;
    return out;
  }

  /** A constant without dimensions, of this variable's type. */
  Variable like(double value) {
    return full(store.type, value);
  }

  static DataType checked(DataType type) {
    if (type != DataType.FLOAT && type != DataType.DOUBLE) {
      throw new IllegalArgumentException("variables are FLOAT or DOUBLE, not " + type);
    }
    return type;
  }

  @Override
  public String toString() {
    String what = name != null ? name : operation != null ? operation.label() : "constant";
    String numbers = size <= 6 ? " " + Arrays.toString(numbers()) : "";
    return what + Arrays.toString(shape) + numbers;
  }
}
