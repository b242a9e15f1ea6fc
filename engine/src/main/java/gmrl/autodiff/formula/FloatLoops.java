package gmrl.autodiff.formula;

/**
 * Operations at many positions of float arrays.
 *
 * <p>Those that networks spend their time in have loops of their own, which the compiler turns into
 * vector instructions; the others go through {@link ElementOp#at}, in double precision.
 */
final class FloatLoops {
  private FloatLoops() {}

  /** Values at {@code n} positions; {@code out} is modified. */
  static void run(ElementOp op, float[] a, float[] b, float[] c, float[] out, int n) {
    switch (op) {
      case ADD -> add(a, b, out, n);
      case SUBTRACT -> subtract(a, b, out, n);
      case MULTIPLY -> multiply(a, b, out, n);
      case DIVIDE -> divide(a, b, out, n);
      case NEGATE -> negate(a, out, n);
      case SQRT -> sqrt(a, out, n);
      case TANH -> tanh(a, out, n);
      case ABS -> abs(a, out, n);
      case GATE -> gate(a, b, out, n);
      case RELU -> relu(a, out, n);
      case FINITE -> finite(a, out, n);
      default -> {
        for (int i = 0; i < n; i++) {
          out[i] = (float) op.at(a[i], b[i], c[i]);
        }
      }
    }
  }

  /** Whether there are loops for one number on one side. */
  static boolean scales(ElementOp op) {
    return switch (op) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE -> true;
      default -> false;
    };
  }

  /** op(a, b) with one number on the right; {@code out} is modified. */
  static void scale(ElementOp op, float[] a, float b, float[] out, int n) {
    switch (op) {
      case ADD -> add(a, b, out, n);
      case SUBTRACT -> subtract(a, b, out, n);
      case MULTIPLY -> multiply(a, b, out, n);
      case DIVIDE -> divide(a, b, out, n);
      default -> throw new IllegalArgumentException(op + " has no loop for one number");
    }
  }

  /** op(a, b) with one number on the left; {@code out} is modified. */
  static void scaled(ElementOp op, float a, float[] b, float[] out, int n) {
    switch (op) {
      case ADD -> add(b, a, out, n);
      case SUBTRACT -> subtract(a, b, out, n);
      case MULTIPLY -> multiply(b, a, out, n);
      case DIVIDE -> divide(a, b, out, n);
      default -> throw new IllegalArgumentException(op + " has no loop for one number");
    }
  }

  private static void add(float[] a, float b, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] + b;
    }
  }

  private static void subtract(float[] a, float b, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] - b;
    }
  }

  private static void subtract(float a, float[] b, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a - b[i];
    }
  }

  private static void multiply(float[] a, float b, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] * b;
    }
  }

  private static void divide(float[] a, float b, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] / b;
    }
  }

  private static void divide(float a, float[] b, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a / b[i];
    }
  }

  private static void add(float[] a, float[] b, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] + b[i];
    }
  }

  private static void subtract(float[] a, float[] b, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] - b[i];
    }
  }

  private static void multiply(float[] a, float[] b, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] * b[i];
    }
  }

  private static void divide(float[] a, float[] b, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] / b[i];
    }
  }

  private static void negate(float[] a, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = -a[i];
    }
  }

  private static void sqrt(float[] a, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = (float) Math.sqrt(a[i]);
    }
  }

  private static void tanh(float[] a, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = FloatFunctions.tanh(a[i]);
    }
  }

  private static void abs(float[] a, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.abs(a[i]);
    }
  }

  private static void gate(float[] a, float[] b, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = b[i] > 0 ? a[i] : 0f;
    }
  }

  private static void relu(float[] a, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.max(a[i], 0f);
    }
  }

  private static void finite(float[] a, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.abs(a[i]) <= Float.MAX_VALUE ? a[i] : 0f;
    }
  }
}
