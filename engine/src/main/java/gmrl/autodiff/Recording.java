package gmrl.autodiff;

import gmrl.autodiff.Trace.Operand;
import gmrl.autodiff.Trace.Step;
import gmrl.autodiff.memory.Store;
import gmrl.autodiff.memory.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Turns what a {@link Trace} has written down into a {@link Replay}: equal steps once, constants
 * beforehand, nothing that no result needs, elementwise neighbours in one pass, and memory used
 * again as soon as its numbers are no longer needed.
 */
final class Recording {
  private record StepKey(Kernel kernel, List<Operand> inputs) {}

  private final Trace trace;
  private final Workspace memory;

  /** The value that stands for each value with the same numbers. */
  private final Map<Integer, Integer> same = new HashMap<>();

  private final Map<Integer, Store> places = new HashMap<>();

  Recording(Trace trace, Workspace memory) {
    this.trace = trace;
    this.memory = memory;
  }

  Replay replay(List<Variable> arguments, List<Variable> results) {
    List<Operand> found = new ArrayList<>();
    for (Variable result : results) {
      found.add(trace.operand(result.store(), result.dims()));
    }
    List<Store> given = new ArrayList<>();
    for (Variable argument : arguments) {
      Store store = Store.standIn(argument.type(), argument.size());
      places.put(given.size(), store);
      given.add(store);
    }
    List<Step> steps = simplified();
    List<Operand> outputs = found.stream().map(this::canonical).toList();
    List<Fusion.Group> groups =
        Fusion.groups(OpenImageGradient.joined(needed(steps, outputs), outputs));
    List<Replay.Result> out = new ArrayList<>();
    for (Operand output : outputs) {
      boolean computed = !places.containsKey(output.value());
      if (computed) {
        Store like = trace.values().get(output.value()).like();
        places.put(output.value(), Store.standIn(like.type, like.length));
      }
      out.add(new Replay.Result(place(output), computed, output.dims()));
    }
    List<String> labels = groups.stream().map(Fusion.Group::label).toList();
    return new Replay(arguments, given, laidOut(groups), labels, out, memory);
  }

  private Operand canonical(Operand operand) {
    Integer other = same.get(operand.value());
    return other == null ? operand : new Operand(other, operand.shape());
  }

  private Store place(Operand operand) {
    return Objects.requireNonNull(places.get(operand.value()));
  }

  /** The steps that depend on arguments, equal ones once; the others are done here and now. */
  private List<Step> simplified() {
    List<Trace.Value> values = trace.values();
    Map<List<Object>, Integer> scalars = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      Store constant = values.get(i).constant();
      if (constant != null) {
        places.put(i, constant);
        if (constant.length == 1) {
          List<Object> key = List.of(constant.type, Double.doubleToRawLongBits(constant.get(0)));
          int own = i;
          same.put(i, scalars.computeIfAbsent(key, k -> own));
        }
      }
    }
    List<Step> out = new ArrayList<>();
    Map<StepKey, Integer> known = new HashMap<>();
    for (Step step : trace.steps()) {
      List<Operand> inputs = step.inputs().stream().map(this::canonical).toList();
      int value = step.output().value();
      StepKey key = new StepKey(step.kernel(), inputs);
      Integer there = known.putIfAbsent(key, value);
      if (there != null) {
        same.put(value, there);
        continue;
      }
      Step own = new Step(step.kernel(), inputs, step.output(), step.type());
      if (values.get(value).varies()) {
        out.add(own);
      } else {
        places.put(value, memory.take(step.type(), Fusion.size(step.output())));
        bound(own).run();
      }
    }
    return out;
  }

  /** The steps that some result needs. */
  private static List<Step> needed(List<Step> steps, List<Operand> outputs) {
    Set<Integer> wanted = new HashSet<>();
    outputs.forEach(output -> wanted.add(output.value()));
    Deque<Step> out = new ArrayDeque<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (wanted.contains(step.output().value())) {
        step.inputs().forEach(input -> wanted.add(input.value()));
        out.addFirst(step);
      }
    }
    return List.copyOf(out);
  }

  /** Gives every group its memory and its work. */
  private List<Runnable> laidOut(List<Fusion.Group> groups) {
    Map<Integer, Integer> lastUse = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      for (Step step : groups.get(i).steps()) {
        for (Operand input : step.inputs()) {
          lastUse.put(input.value(), i);
        }
      }
    }
    List<Runnable> work = new ArrayList<>();
    Set<Integer> owned = new HashSet<>();
    for (int i = 0; i < groups.size(); i++) {
      List<Step> steps = groups.get(i).steps();
      List<Integer> taken = new ArrayList<>();
      for (Step step : steps) {
        int value = step.output().value();
        if (!places.containsKey(value) && lastUse.getOrDefault(value, -1) > i) {
          places.put(value, memory.take(step.type(), Fusion.size(step.output())));
          owned.add(value);
        }
        for (Operand input : step.inputs()) {
          taken.add(input.value());
        }
      }
      work.add(groups.get(i).elementwise() ? OnePass.of(steps, places) : bound(steps.get(0)));
      int now = i;
      taken.stream()
          .distinct()
          .filter(value -> lastUse.getOrDefault(value, -1) == now && owned.remove(value))
          .map(places::get)
          .forEach(memory::giveBack);
    }
    return work;
  }

  private Runnable bound(Step step) {
    Variable[] inputs =
        step.inputs().stream()
            .map(input -> Variable.constant(place(input), input.dims()))
            .toArray(Variable[]::new);
    return step.kernel().bind(inputs, place(step.output()));
  }
}
