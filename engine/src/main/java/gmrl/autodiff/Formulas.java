package gmrl.autodiff;

import gmrl.autodiff.formula.Formula;

/** The elementwise operations that {@link Variable} and {@link Ops} are made of. */
final class Formulas {
  static final Fused ADD = Fused.of("add", 2, x -> x[0].plus(x[1]));
  static final Fused SUBTRACT = Fused.of("subtract", 2, x -> x[0].minus(x[1]));
  static final Fused MULTIPLY = Fused.of("multiply", 2, x -> x[0].times(x[1]));
  static final Fused DIVIDE = Fused.of("divide", 2, x -> x[0].over(x[1]));
  static final Fused NEGATE = Fused.of("negate", 1, x -> x[0].negate());
  static final Fused EXP = Fused.of("exp", 1, x -> x[0].exp());
  static final Fused LOG = Fused.of("log", 1, x -> x[0].log());
  static final Fused SQRT = Fused.of("sqrt", 1, x -> x[0].sqrt());
  static final Fused POW = Fused.of("pow", 2, x -> x[0].pow(x[1]));
  static final Fused SIN = Fused.of("sin", 1, x -> x[0].sin());
  static final Fused COS = Fused.of("cos", 1, x -> x[0].cos());
  static final Fused TANH = Fused.of("tanh", 1, x -> x[0].tanh());
  static final Fused SIGMOID = Fused.of("sigmoid", 1, x -> x[0].sigmoid());
  static final Fused SOFTPLUS = Fused.of("softplus", 1, x -> x[0].softplus());
  static final Fused RELU = Fused.of("relu", 1, x -> x[0].relu());
  static final Fused ABS = Fused.of("abs", 1, x -> x[0].abs());
  static final Fused MAX = Fused.of("maximum", 2, x -> x[0].max(x[1]));
  static final Fused MIN = Fused.of("minimum", 2, x -> x[0].min(x[1]));
  static final Fused EQUAL = Fused.of("equal", 2, x -> x[0].equal(x[1]));
  static final Fused GREATER = Fused.of("greater", 2, x -> x[0].greater(x[1]));
  static final Fused WHERE = Fused.of("where", 3, x -> x[0].select(x[1], x[2]));
  static final Fused FINITE = Fused.of("finite", 1, x -> x[0].finite());
  static final Fused BIAS_RELU = Fused.of("bias relu", 2, x -> x[0].plus(x[1]).relu());
  static final Fused OPEN = Fused.of("open", 2, x -> x[0].gate(x[1]));
  static final Fused SIGN =
      Fused.of(
          "sign",
          1,
          x ->
              x[0].greater(Formula.Constant.ZERO)
                  .minus(x[0].negate().greater(Formula.Constant.ZERO)));
  static final Fused UNIT = Fused.of("unit", 1, x -> x[0].unit());
  static final Fused SCALED_SQUARE = Fused.of("scaled square", 2, x -> x[0].over(x[1]).square());
  static final Fused NORM =
      Fused.of(
          "norm",
          2,
          x -> {
            Formula zero = Formula.constant(0);
            return x[0].equal(zero).select(zero, x[0].sqrt().times(x[1]));
          });

  /** What a norm x[1] of numbers hands on to one of them, x[0], of its cotangent x[2]. */
  static final Fused NORM_SHARE =
      Fused.of(
          "norm's share",
          3,
          x -> {
            Formula zero = Formula.constant(0);
            return x[1].equal(zero).select(zero, x[0].over(x[1]).times(x[2]));
          });

  static final Fused NAN_TO_NUM =
      Fused.of(
          "nan to num",
          4,
          x -> {
            Formula zero = Formula.constant(0);
            Formula infinite = x[0].greater(zero).select(x[2], x[3]);
            Formula finite = x[0].minus(x[0]).equal(zero);
            return finite.select(x[0], x[0].equal(x[0]).select(infinite, x[1]));
          });
  static final Fused CLAMP =
      Fused.of(
          "clamp", 3, x -> x[1].greater(x[0]).select(x[1], x[0].greater(x[2]).select(x[2], x[0])));

  private Formulas() {}
}
