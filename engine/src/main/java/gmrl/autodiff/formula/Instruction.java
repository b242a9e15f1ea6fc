package gmrl.autodiff.formula;

/**
 * One thing to do with rows of numbers.
 *
 * <p>LOAD reads array {@code a} into register {@code out}; OPERATE puts op(a, b, c) of three
 * registers into register {@code out}; STORE writes register {@code a} to result {@code out}.
 */
record Instruction(Kind kind, ElementOp op, int a, int b, int c, int out) {
  enum Kind {
    LOAD,
    OPERATE,
    STORE
  }

  static Instruction load(int array, int register) {
    return new Instruction(Kind.LOAD, ElementOp.ADD, array, array, array, register);
  }

  static Instruction store(int register, int result) {
    return new Instruction(Kind.STORE, ElementOp.ADD, register, register, register, result);
  }

  /** The registers that are read. */
  int[] reads() {
    return switch (kind) {
      case LOAD -> new int[0];
      case OPERATE -> new int[] {a, b, c};
      case STORE -> new int[] {a};
    };
  }

  /** The same with other registers: {@code places[r]} for r. */
  Instruction in(int[] places) {
    return switch (kind) {
      case LOAD -> load(a, places[out]);
      case OPERATE -> new Instruction(kind, op, places[a], places[b], places[c], places[out]);
      case STORE -> store(places[a], out);
    };
  }
}
