package gmrl.autodiff.formula;

import gmrl.autodiff.kernel.Parallel;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Several programs over arrays of one size, each row of which goes through all of them before the
 * next row is read: what one gives another stays in the cache.
 *
 * <p>Every operation rounds as it does alone, so the numbers are those of the programs one after
 * the other.
 */
public final class Chain {
  /** Numbers handled at once. */
  private static final int ROW = Parallel.ROW;

  /**
   * One program of a chain.
   *
   * @param operands one per input of the program: array {@code i} that the chain reads as {@code
   *     i}, the result of earlier part {@code j} as {@code −1−j}
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Part(Program program, int[] operands) {}

  private final Instruction[] once;
  private final Instruction[] each;
  private final Map<Integer, Double> constants;
  private final int registers;
  private final BitSet numbers;
  private final BitSet wide;

  /**
   * @param single for each array that is read, whether every row of it is the same
   * @param number of these, whether it is one number
   * @param written the parts whose results are stored, in the order of the stores
   */
  public Chain(List<Part> parts, boolean[] single, boolean[] number, int[] written) {
    ChainBuilder builder = new ChainBuilder(parts, single, number, written);
    this.once = builder.once.toArray(new Instruction[0]);
    this.each = builder.each.toArray(new Instruction[0]);
    this.constants = builder.constants;
    this.registers = builder.registers;
    this.numbers = builder.numbers;
    this.wide = builder.wide;
  }

  /** Whether a register is as long as one number. */
  private boolean isShort(int register) {
    return numbers.get(register) && !wide.get(register);
  }

  /** Room for the rows of one thread. */
  public final class Rows {
    private final float[][] floats;
    private final double[][] doubles;

    /** Rows for at most {@code length} numbers at once. */
    public Rows(boolean isFloat, int length) {
      int row = Math.min(ROW, length);
      floats = new float[isFloat ? registers : 0][];
      Arrays.setAll(floats, register -> new float[isShort(register) ? 1 : row]);
      doubles = isFloat ? new double[0][] : new double[registers][row];
      constants.forEach(
          (register, value) -> {
            if (isFloat) {
              Arrays.fill(floats[register], value.floatValue());
            } else {
              Arrays.fill(doubles[register], value);
            }
          });
    }

    /** Evaluates positions {@code from} to {@code to} of {@code outs}, which are modified. */
    public void run(Reader[] in, Store[] outs, int from, int to) {
      int row = Math.min(ROW, to - from);
      for (Instruction i : once) {
        if (floats.length > 0 && numbers.get(i.out())) {
          step(i, in, outs, from, 1);
          Arrays.fill(floats[i.out()], floats[i.out()][0]);
        } else {
          step(i, in, outs, from, row);
        }
      }
      for (int at = from; at < to; at += row) {
        int n = Math.min(row, to - at);
        for (Instruction i : each) {
          step(i, in, outs, at, n);
        }
      }
    }

    private void step(Instruction i, Reader[] in, Store[] outs, int at, int n) {
      boolean isFloat = floats.length > 0;
      switch (i.kind()) {
        case LOAD -> {
          if (isFloat) {
            in[i.a()].read(at, floats[i.out()], n);
          } else {
            in[i.a()].read(at, doubles[i.out()], n);
          }
        }
        case OPERATE -> {
          if (isFloat) {
            i.op().run(floats[i.a()], floats[i.b()], floats[i.c()], floats[i.out()], n);
          } else {
            i.op().run(doubles[i.a()], doubles[i.b()], doubles[i.c()], doubles[i.out()], n);
          }
        }
        case SCALE -> {
          if (isFloat) {
            FloatLoops.scale(i.op(), floats[i.a()], floats[i.b()][0], floats[i.out()], n);
          } else {
            i.op().run(doubles[i.a()], doubles[i.b()], doubles[i.c()], doubles[i.out()], n);
          }
        }
        case SCALED -> {
          if (isFloat) {
            FloatLoops.scaled(i.op(), floats[i.a()][0], floats[i.b()], floats[i.out()], n);
          } else {
            i.op().run(doubles[i.a()], doubles[i.b()], doubles[i.c()], doubles[i.out()], n);
          }
        }
        case STORE -> {
          if (isFloat) {
            outs[i.out()].floats().put(at, floats[i.a()], 0, n);
          } else {
            outs[i.out()].doubles().put(at, doubles[i.a()], 0, n);
          }
        }
      }
    }
  }
}
