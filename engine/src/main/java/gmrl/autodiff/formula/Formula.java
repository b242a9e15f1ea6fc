package gmrl.autodiff.formula;

import java.util.List;

/**
 * A number computed from the elements at one position of several arrays; {@link
 * gmrl.autodiff.Fused} evaluates it at every position in one pass.
 *
 * <p>Operations simplify constants, zeros and ones away, so that derivatives stay short. Formulas
 * are immutable; a formula used twice is computed once.
 */
public sealed interface Formula permits Formula.Input, Formula.Constant, Formula.Apply {
  /** The element of array number {@code index}, counted from 0. */
  record Input(int index) implements Formula {}

  /** The same number at every position. */
  record Constant(double value) implements Formula {
    public static final Formula ZERO = new Constant(0);
    public static final Formula ONE = new Constant(1);
  }

  /** An operation on other formulas; two of them are the same only if they are one object. */
  final class Apply implements Formula {
    private final ElementOp op;
    private final List<Formula> arguments;

    private Apply(ElementOp op, List<Formula> arguments) {
      this.op = op;
      this.arguments = arguments;
    }

    ElementOp op() {
      return op;
    }

    List<Formula> arguments() {
      return arguments;
    }
  }

  static Formula constant(double value) {
    return new Constant(value);
  }

  /** {@code op} of {@code arguments}, simplified. */
  static Formula of(ElementOp op, Formula... arguments) {
    boolean constant = true;
    for (Formula argument : arguments) {
      constant &= argument instanceof Constant;
    }
    if (constant) {
      double[] values = new double[3];
      for (int i = 0; i < arguments.length; i++) {
        values[i] = ((Constant) arguments[i]).value();
      }
      return new Constant(op.at(values[0], values[1], values[2]));
    }
    return new Apply(op, List.of(arguments));
  }

  default boolean is(double value) {
    return this instanceof Constant c && c.value() == value;
  }

  default Formula plus(Formula b) {
    if (is(0)) {
      return b;
    }
    return b.is(0) ? this : of(ElementOp.ADD, this, b);
  }

  default Formula plus(double b) {
    return plus(constant(b));
  }

  default Formula minus(Formula b) {
    if (b.is(0)) {
      return this;
    }
    return is(0) ? b.negate() : of(ElementOp.SUBTRACT, this, b);
  }

  default Formula minus(double b) {
    return minus(constant(b));
  }

  /** Product; an exact constant 0 gives 0 whatever the other factor is. */
  default Formula times(Formula b) {
    if (is(0) || b.is(0)) {
      return Constant.ZERO;
    }
    if (is(1)) {
      return b;
    }
    if (b.is(1)) {
      return this;
    }
    if (is(-1)) {
      return b.negate();
    }
    return b.is(-1) ? negate() : of(ElementOp.MULTIPLY, this, b);
  }

  default Formula times(double b) {
    return times(constant(b));
  }

  default Formula over(Formula b) {
    if (is(0)) {
      return Constant.ZERO;
    }
    return b.is(1) ? this : of(ElementOp.DIVIDE, this, b);
  }

  default Formula over(double b) {
    return over(constant(b));
  }

  default Formula negate() {
    return this instanceof Apply a && a.op() == ElementOp.NEGATE
        ? a.arguments().get(0)
        : of(ElementOp.NEGATE, this);
  }

  default Formula exp() {
    return of(ElementOp.EXP, this);
  }

  default Formula log() {
    return of(ElementOp.LOG, this);
  }

  default Formula sqrt() {
    return of(ElementOp.SQRT, this);
  }

  default Formula square() {
    return times(this);
  }

  default Formula pow(Formula exponent) {
    if (exponent.is(1)) {
      return this;
    }
    return exponent.is(0) ? Constant.ONE : of(ElementOp.POW, this, exponent);
  }

  default Formula pow(double exponent) {
    return pow(constant(exponent));
  }

  default Formula sin() {
    return of(ElementOp.SIN, this);
  }

  default Formula cos() {
    return of(ElementOp.COS, this);
  }

  default Formula tanh() {
    return of(ElementOp.TANH, this);
  }

  default Formula sigmoid() {
    return of(ElementOp.SIGMOID, this);
  }

  /** log(1 + eˣ). */
  default Formula softplus() {
    return of(ElementOp.SOFTPLUS, this);
  }

  default Formula abs() {
    return of(ElementOp.ABS, this);
  }

  /** −1, 0 or 1; derivative 0 everywhere. */
  default Formula sign() {
    return of(ElementOp.SIGN, this);
  }

  /** 1 where this is positive, else 0; derivative 0 everywhere. */
  default Formula step() {
    return of(ElementOp.STEP, this);
  }

  /** The power of two just below |this|, 1 for 0; derivative 0 everywhere. */
  default Formula unit() {
    return of(ElementOp.UNIT, this);
  }

  /** This where {@code key} is positive, else exactly 0, even for infinite or undefined values. */
  default Formula gate(Formula key) {
    return is(0) ? Constant.ZERO : of(ElementOp.GATE, this, key);
  }

  default Formula relu() {
    return of(ElementOp.RELU, this);
  }

  default Formula max(Formula b) {
    return of(ElementOp.MAX, this, b);
  }

  default Formula min(Formula b) {
    return of(ElementOp.MIN, this, b);
  }

  /** 1 where this is greater than {@code b}, else 0; derivative 0 everywhere. */
  default Formula greater(Formula b) {
    return of(ElementOp.GREATER, this, b);
  }

  /** 1 where this equals {@code b}, else 0; derivative 0 everywhere. */
  default Formula equal(Formula b) {
    return of(ElementOp.EQUAL, this, b);
  }

  /** {@code yes} where this is positive, else {@code no}. */
  default Formula select(Formula yes, Formula no) {
    if (this instanceof Constant c) {
      return c.value() > 0 ? yes : no;
    }
    return yes.is(0) && no.is(0) ? Constant.ZERO : of(ElementOp.SELECT, this, yes, no);
  }

  /** This where it is a finite number, else 0. */
  default Formula finite() {
    return of(ElementOp.FINITE, this);
  }
}
