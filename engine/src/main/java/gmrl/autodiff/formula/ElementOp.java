package gmrl.autodiff.formula;

import org.jspecify.annotations.Nullable;

/**
 * The operations of a {@link Formula}: value, derivative, and what the derivative is where the
 * textbook has none.
 *
 * <p>Each constant gives its value in {@link #at} and, in {@link #pullback}, the cotangent of one
 * argument as a formula. {@code FloatLoops} has loops for those that networks spend their time in.
 */
public enum ElementOp {
  ADD(2) {
    @Override
    double at(double a, double b, double c) {
      return a + b;
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return g;
    }
  },
  SUBTRACT(2) {
    @Override
    double at(double a, double b, double c) {
      return a - b;
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return i == 0 ? g : g.negate();
    }
  },
  MULTIPLY(2) {
    @Override
    double at(double a, double b, double c) {
      return a * b;
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return g.times(x[1 - i]);
    }
  },
  DIVIDE(2) {
    @Override
    double at(double a, double b, double c) {
      return a / b;
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return i == 0 ? g.over(x[1]) : g.times(out).over(x[1]).negate();
    }
  },
  NEGATE(1) {
    @Override
    double at(double a, double b, double c) {
      return -a;
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return g.negate();
    }
  },
  EXP(1) {
    @Override
    double at(double a, double b, double c) {
      return Math.exp(a);
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return g.times(out);
    }
  },
  /** Infinite derivative at 0; undefined for negative numbers. */
  LOG(1) {
    @Override
    double at(double a, double b, double c) {
      return Math.log(a);
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return g.over(x[0]);
    }
  },
  /**
   * Infinite derivative at 0; times a zero cotangent that is NaN, so guard a norm that can be 0.
   */
  SQRT(1) {
    @Override
    double at(double a, double b, double c) {
      return Math.sqrt(a);
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return g.times(0.5).over(out);
    }
  },
  /**
   * xᵖ; at x = 0 the derivative in p is 0, its limit for p &gt; 0. Powers that differentiation has
   * lowered to exponent 0 have derivative 0 everywhere, so x² has one of every order at 0.
   */
  POW(2) {
    @Override
    double at(double a, double b, double c) {
      return Math.pow(a, b);
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      if (i == 0) {
        Formula slope = g.times(x[1]).times(x[0].pow(x[1].minus(1)));
        return x[1].equal(Formula.Constant.ZERO).select(Formula.Constant.ZERO, slope);
      }
      Formula zero = x[0].equal(Formula.Constant.ZERO);
      Formula log = zero.select(Formula.Constant.ONE, x[0]).log();
      return g.times(out).times(log);
    }
  },
  SIN(1) {
    @Override
    double at(double a, double b, double c) {
      return Math.sin(a);
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return g.times(x[0].cos());
    }
  },
  COS(1) {
    @Override
    double at(double a, double b, double c) {
      return Math.cos(a);
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return g.times(x[0].sin()).negate();
    }
  },
  TANH(1) {
    @Override
    double at(double a, double b, double c) {
      return Math.tanh(a);
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return g.times(Formula.Constant.ONE.minus(out.square()));
    }
  },
  SIGMOID(1) {
    @Override
    double at(double a, double b, double c) {
      if (a >= 0) {
        return 1 / (1 + Math.exp(-a));
      }
      double e = Math.exp(a);
      return e / (1 + e);
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return g.times(out.times(Formula.Constant.ONE.minus(out)));
    }
  },
  SOFTPLUS(1) {
    @Override
    double at(double a, double b, double c) {
      return Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)));
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return g.times(x[0].sigmoid());
    }
  },
  /** Derivative 0 at 0. */
  ABS(1) {
    @Override
    double at(double a, double b, double c) {
      return Math.abs(a);
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return g.times(x[0].sign());
    }
  },
  SIGN(1) {
    @Override
    double at(double a, double b, double c) {
      return Math.signum(a);
    }
  },
  STEP(1) {
    @Override
    double at(double a, double b, double c) {
      return a > 0 ? 1 : 0;
    }
  },
  /** The derivative of relu, as an operation on the cotangent a with key b. */
  GATE(2) {
    @Override
    double at(double a, double b, double c) {
      return b > 0 ? a : 0;
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return i == 0 ? g : Formula.Constant.ZERO;
    }

    @Override
    @Nullable Formula key(int i, Formula[] x, Formula out) {
      return i == 0 ? x[1] : null;
    }
  },
  /** Derivative 0 at 0. */
  RELU(1) {
    @Override
    double at(double a, double b, double c) {
      return Math.max(a, 0);
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return g;
    }

    @Override
    Formula key(int i, Formula[] x, Formula out) {
      return out;
    }
  },
  /** Half of the derivative to each argument where they are equal. */
  MAX(2) {
    @Override
    double at(double a, double b, double c) {
      return Math.max(a, b);
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return g.times(larger(x[i], x[1 - i]));
    }

    @Override
    Formula key(int i, Formula[] x, Formula out) {
      return larger(x[i], x[1 - i]);
    }
  },
  /** Half of the derivative to each argument where they are equal. */
  MIN(2) {
    @Override
    double at(double a, double b, double c) {
      return Math.min(a, b);
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return g.times(larger(x[1 - i], x[i]));
    }

    @Override
    Formula key(int i, Formula[] x, Formula out) {
      return larger(x[1 - i], x[i]);
    }
  },
  GREATER(2) {
    @Override
    double at(double a, double b, double c) {
      return a > b ? 1 : 0;
    }
  },
  EQUAL(2) {
    @Override
    double at(double a, double b, double c) {
      return a == b ? 1 : 0;
    }
  },
  /** b where a is positive, else c; the branch not taken gets exactly 0. */
  SELECT(3) {
    @Override
    double at(double a, double b, double c) {
      return a > 0 ? b : c;
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return i == 0 ? Formula.Constant.ZERO : g;
    }

    @Override
    @Nullable Formula key(int i, Formula[] x, Formula out) {
      return i == 0 ? null : x[0];
    }
  },
  /**
   * The power of two just below |x|, 1 for 0 and for what is no number; derivative 0 everywhere.
   */
  UNIT(1) {
    @Override
    double at(double a, double b, double c) {
      return a == 0 || !Double.isFinite(a) ? 1 : Math.scalb(1.0, Math.getExponent(a));
    }
  },
  /** The number, or 0 where it is infinite or undefined; the same for its cotangent. */
  FINITE(1) {
    @Override
    double at(double a, double b, double c) {
      return Double.isFinite(a) ? a : 0;
    }

    @Override
    Formula pullback(int i, Formula[] x, Formula out, Formula g) {
      return g;
    }

    @Override
    Formula key(int i, Formula[] x, Formula out) {
      return x[0].minus(x[0]).equal(Formula.Constant.ZERO);
    }
  };

  /** Number of arguments. */
  public final int arity;

  ElementOp(int arity) {
    this.arity = arity;
  }

  /** The value; arguments beyond the arity are ignored. */
  abstract double at(double a, double b, double c);

  /**
   * The cotangent of argument {@code i} when {@code out} = op({@code x}) has cotangent g; for an
   * argument with a {@linkplain #key key}, where it counts. Operations that do not say otherwise
   * have derivative 0 everywhere.
   */
  Formula pullback(int i, Formula[] x, Formula out, Formula g) {
    return Formula.Constant.ZERO;
  }

  /**
   * The key of argument {@code i} if this operation is a choice: a formula that is positive where
   * the argument counts, and for the last argument of {@link #SELECT} where it does not; else null.
   */
  @Nullable Formula key(int i, Formula[] x, Formula out) {
    return null;
  }

  /** Values at {@code n} positions; {@code out} is modified. */
  void run(float[] a, float[] b, float[] c, float[] out, int n) {
    FloatLoops.run(this, a, b, c, out, n);
  }

  /** Values at {@code n} positions; {@code out} is modified. */
  void run(double[] a, double[] b, double[] c, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = at(a[i], b[i], c[i]);
    }
  }

  private static Formula larger(Formula a, Formula b) {
    return a.greater(b).plus(a.equal(b).times(0.5));
  }
}
