package gmrl.optim;

import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What a {@link GradientTransform} remembers between updates. A value: updates make new ones.
 *
 * <p>States are records of lists and so are trees themselves; {@link #map} is the shortest way to
 * do something to every array in one, such as cutting its history or keeping it in a scope.
 */
public sealed interface TransformState {

  /** Nothing to remember. */
  static TransformState empty() {
    return new Slots(List.of());
  }

  /**
   * The memory of one leaf, or of a whole tree.
   *
   * @param steps updates made so far; leaves without a gradient at some step lag behind
   * @param arrays moments, traces and the like, in the order that the rule documents
   */
  record Slot(int steps, List<Variable> arrays) {
    public Slot {
      if (steps < 0) {
        throw new IllegalArgumentException("A state cannot have made " + steps + " updates");
      }
      arrays = List.copyOf(arrays);
    }
  }

  /** Slots of one transform. */
  record Slots(List<Slot> slots) implements TransformState {
    public Slots {
      slots = List.copyOf(slots);
    }

    @Override
    public TransformState map(UnaryOperator<Variable> f) {
      return new Slots(
          slots.stream()
              .map(slot -> new Slot(slot.steps(), slot.arrays().stream().map(f).toList()))
              .toList());
    }

    @Override
    public List<Variable> arrays() {
      return slots.stream().flatMap(slot -> slot.arrays().stream()).toList();
    }
  }

  /** States of the parts of a compound transform. */
  record Parts(List<TransformState> parts) implements TransformState {
    public Parts {
      parts = List.copyOf(parts);
    }

    @Override
    public TransformState map(UnaryOperator<Variable> f) {
      return new Parts(parts.stream().map(part -> part.map(f)).toList());
    }

    @Override
    public List<Variable> arrays() {
      List<Variable> all = new ArrayList<>();
      parts.forEach(part -> all.addAll(part.arrays()));
      return all;
    }
  }

  /** The same state with {@code f} applied to every array. */
  TransformState map(UnaryOperator<Variable> f);

  /** All arrays, in a fixed order. */
  List<Variable> arrays();

  /** The same numbers, through which nothing flows back. */
  default TransformState detach() {
    return map(Variable::detach);
  }

  /** The slots, for a transform that knows it made them. */
  static List<Slot> slots(TransformState state, int expected, String owner) {
    if (state instanceof Slots own && own.slots().size() == expected) {
      return own.slots();
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "This state was not made by %s for %d leaves: %s",
            owner,
            expected,
            state.getClass().getSimpleName()));
  }

  /** The parts, for a transform that knows it made them. */
  static List<TransformState> parts(TransformState state, int expected, String owner) {
    if (state instanceof Parts own && own.parts().size() == expected) {
      return own.parts();
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "This state was not made by %s of %d parts: %s",
            owner,
            expected,
            state.getClass().getSimpleName()));
  }
}
