package gmrl.autodiff.formula;

import java.util.BitSet;

/**
 * One thing to do with rows of numbers.
 *
 * <p>LOAD reads array {@code a} into register {@code out}; OPERATE puts op(a, b, c) of three
 * registers into register {@code out}; SCALE does the same where {@code b} is one number for all
 * places, SCALED where {@code a} is; STORE writes register {@code a} to result {@code out}.
 */
record Instruction(Kind kind, ElementOp op, int a, int b, int c, int out) {
  enum Kind {
    LOAD,
    OPERATE,
    SCALE,
    SCALED,
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
      case SCALE, SCALED -> new int[] {a, b};
      case STORE -> new int[] {a};
    };
  }

  /**
   * The same, and that an operand is one number for all places where that makes it quicker.
   *
   * @param numbers the registers that hold one number
   */
  Instruction knowing(BitSet numbers) {
    if (kind != Kind.OPERATE || !FloatLoops.scales(op) || numbers.get(a) == numbers.get(b)) {
      return this;
    }
    return new Instruction(numbers.get(b) ? Kind.SCALE : Kind.SCALED, op, a, b, c, out);
  }

  /** The registers of which every place is read. */
  int[] readsRows() {
    return switch (kind) {
      case SCALE -> new int[] {a};
      case SCALED -> new int[] {b};
      default -> reads();
    };
  }

  /** The same with other registers: {@code places[r]} for r. */
  Instruction in(int[] places) {
    return switch (kind) {
      case LOAD -> load(a, places[out]);
      case OPERATE, SCALE, SCALED ->
          new Instruction(kind, op, places[a], places[b], places[c], places[out]);
      case STORE -> store(places[a], out);
    };
  }
}
