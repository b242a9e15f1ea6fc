package gmrl.autodiff.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the steps of several programs into one list: equal operations once, arrays read just before
 * their first use, and few registers, since one that has been read for the last time makes room.
 */
final class ChainBuilder {
  private record Key(Object operation, List<Integer> arguments) {}

  /** What is done once for all rows. */
  final List<Instruction> once = new ArrayList<>();

  /** What is done for each row. */
  final List<Instruction> each = new ArrayList<>();

  /** Constants by their registers. */
  final Map<Integer, Double> constants = new TreeMap<>();

  int registers;

  /** Registers that hold one number. */
  final BitSet numbers = new BitSet();

  /** Of these, those that are needed as rows, too. */
  final BitSet wide = new BitSet();

  private final int arrays;
  private final Map<Key, Integer> known = new HashMap<>();
  private final List<Integer> results = new ArrayList<>();
  private final List<Instruction> operations = new ArrayList<>();

  /** Registers that hold the same number in each row. */
  private final BitSet uniform = new BitSet();

  private int next;

  ChainBuilder(List<Chain.Part> parts, boolean[] single, boolean[] number, int[] written) {
    this.arrays = single.length;
    this.next = arrays;
    for (int i = 0; i < arrays; i++) {
      if (single[i]) {
        uniform.set(i);
        numbers.set(i, number[i]);
        once.add(Instruction.load(i, i));
      }
    }
    parts.forEach(this::add);
    rows(written);
    allocate();
  }

  private void add(Chain.Part part) {
    Program program = part.program();
    int[] names = new int[program.registers()];
    for (int i = 0; i < part.operands().length; i++) {
      int operand = part.operands()[i];
      names[i] = operand >= 0 ? operand : results.get(-1 - operand);
    }
    program.constants().forEach((register, value) -> names[register] = constant(value));
    for (Program.Step step : program.steps()) {
      names[step.out()] = operation(step.op(), names[step.a()], names[step.b()], names[step.c()]);
    }
    results.add(names[program.result()]);
  }

  private int constant(double value) {
    return known.computeIfAbsent(
        new Key(value, List.of()),
        key -> {
          constants.put(next, value);
          uniform.set(next);
          numbers.set(next);
          return next++;
        });
  }

  private int operation(ElementOp op, int a, int b, int c) {
    return known.computeIfAbsent(
        new Key(op, List.of(a, b, c)),
        key -> {
          int out = next++;
          boolean same = uniform.get(a) && uniform.get(b) && uniform.get(c);
          uniform.set(out, same);
          numbers.set(out, numbers.get(a) && numbers.get(b) && numbers.get(c));
          (same ? once : operations)
              .add(new Instruction(Instruction.Kind.OPERATE, op, a, b, c, out));
          return out;
        });
  }

  private void rows(int[] written) {
    BitSet loaded = (BitSet) uniform.clone();
    BitSet stored = new BitSet();
    for (Instruction operation : operations) {
      for (int register : operation.reads()) {
        load(register, loaded);
      }
      each.add(operation);
      store(operation.out(), written, stored);
    }
    for (int part : written) {
      load(results.get(part), loaded);
      store(results.get(part), written, stored);
    }
  }

  private void load(int register, BitSet loaded) {
    if (register < arrays && !loaded.get(register)) {
      loaded.set(register);
      each.add(Instruction.load(register, register));
    }
  }

  private void store(int register, int[] written, BitSet stored) {
    for (int i = 0; i < written.length; i++) {
      if (results.get(written[i]) == register && !stored.get(i)) {
        stored.set(i);
        each.add(Instruction.store(register, i));
      }
    }
  }

  private void widen(Instruction i) {
    for (int register : i.readsRows()) {
      wide.set(register, numbers.get(register));
    }
  }

  /** Replaces the registers, of which there was no end, by few. */
  private void allocate() {
    int[] places = new int[next];
    int[] last = new int[next];
    Arrays.fill(last, -1);
    for (int at = 0; at < each.size(); at++) {
      for (int register : each.get(at).reads()) {
        last[register] = at;
      }
    }
    // What is filled once stays.
    for (int register = uniform.nextSetBit(0); register >= 0; ) {
      places[register] = registers++;
      register = uniform.nextSetBit(register + 1);
    }
    Deque<Integer> free = new ArrayDeque<>();
    for (int at = 0; at < each.size(); at++) {
      Instruction i = each.get(at);
      if (i.kind() != Instruction.Kind.STORE) {
        places[i.out()] = free.isEmpty() ? registers++ : free.pop();
      }
      for (int register : i.reads()) {
        if (!uniform.get(register) && last[register] == at) {
          free.push(places[register]);
          last[register] = -1;
        }
      }
    }
    BitSet placedNumbers = new BitSet();
    numbers.stream().forEach(register -> placedNumbers.set(places[register]));
    numbers.clear();
    numbers.or(placedNumbers);
    once.replaceAll(i -> i.in(places).knowing(numbers));
    each.replaceAll(i -> i.in(places).knowing(numbers));
    for (Instruction i : each) {
      widen(i);
    }
    for (Instruction i : once) {
      if (!numbers.get(i.out())) {
        widen(i);
      }
    }
    Map<Integer, Double> placed = new TreeMap<>();
    constants.forEach((register, value) -> placed.put(places[register], value));
    constants.clear();
    constants.putAll(placed);
  }
}
