package gmrl.autodiff;

import gmrl.autodiff.Trace.Operand;
import gmrl.autodiff.Trace.Step;
import gmrl.autodiff.formula.Chain;
import gmrl.autodiff.formula.Reader;
import gmrl.autodiff.kernel.Parallel;
import gmrl.autodiff.memory.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;

/** Elementwise steps of one size, bound to memory, done in one pass. */
final class OnePass implements Runnable {
  private final Chain chain;
  private final Reader[] readers;
  private final Store[] outs;
  private final boolean isFloat;
  private final int length;
  private final Chain.Rows rows;

  private OnePass(Chain chain, Reader[] readers, Store[] outs, boolean isFloat, int length) {
    this.chain = chain;
    this.readers = readers;
    this.outs = outs;
    this.isFloat = isFloat;
    this.length = length;
    this.rows = chain.new Rows(isFloat, length);
  }

  /**
   * @param places where the numbers of each value lie; results without a place are not stored
   */
  static OnePass of(List<Step> steps, Map<Integer, Store> places) {
    Step first = steps.get(0);
    int length = Fusion.size(first.output());
    Map<Integer, Integer> parts = new HashMap<>();
    Map<Operand, Integer> arrays = new HashMap<>();
    List<Reader> readers = new ArrayList<>();
    List<Chain.Part> chained = new ArrayList<>();
    List<Integer> written = new ArrayList<>();
    List<Store> outs = new ArrayList<>();
    for (Step step : steps) {
      int[] operands = new int[step.inputs().size()];
      for (int i = 0; i < operands.length; i++) {
        Operand input = step.inputs().get(i);
        Integer part = parts.get(input.value());
        if (part != null) {
          operands[i] = -1 - part;
          continue;
        }
        Operand seen = new Operand(input.value(), spread(input, step.output()));
        Integer array = arrays.get(seen);
        if (array == null) {
          array = readers.size();
          arrays.put(seen, array);
          Store store = Objects.requireNonNull(places.get(input.value()));
          readers.add(new Reader(store, input.dims(), step.output().dims()));
        }
        operands[i] = array;
      }
      Elementwise kernel = (Elementwise) step.kernel();
      parts.put(step.output().value(), chained.size());
      Store out = places.get(step.output().value());
      if (out != null) {
        written.add(chained.size());
        outs.add(out);
      }
      chained.add(new Chain.Part(kernel.program(operands.length), operands));
    }
    boolean[] single = new boolean[readers.size()];
    boolean[] number = new boolean[readers.size()];
    for (int i = 0; i < single.length; i++) {
      single[i] = readers.get(i).repeatsEvery(Parallel.ROW);
      number[i] = readers.get(i).isNumber();
    }
    Chain chain = new Chain(chained, single, number, written.stream().mapToInt(i -> i).toArray());
    return new OnePass(
        chain,
        readers.toArray(new Reader[0]),
        outs.toArray(new Store[0]),
        first.type() == DataType.FLOAT,
        length);
  }

  /** Tells apart the ways in which an array can be read: as a whole, or spread over a shape. */
  private static List<Integer> spread(Operand input, Operand output) {
    if (Fusion.size(input) == Fusion.size(output)) {
      return List.of();
    }
    List<Integer> both = new ArrayList<>(input.shape());
    both.add(-1);
    both.addAll(output.shape());
    return both;
  }

  @Override
  public void run() {
    if (length <= Elementwise.GRAIN) {
      rows.run(readers, outs, 0, length);
    } else {
      Parallel.ranges(
          length,
          Elementwise.GRAIN,
          (from, to) -> chain.new Rows(isFloat, to - from).run(readers, outs, from, to));
    }
  }
}
