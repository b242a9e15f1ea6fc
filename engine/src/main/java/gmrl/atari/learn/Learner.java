package gmrl.atari.learn;

import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import gmrl.optim.TransformState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an inner update moves: parameters, Adam's two means of each, and how many updates there
 * were.
 *
 * @param p parameters
 * @param m means of the gradients
 * @param v means of their squares
 * @param updates updates made so far
 */
record Learner(List<Variable> p, List<Variable> m, List<Variable> v, int updates) {

  Learner {
    p = List.copyOf(p);
    m = List.copyOf(m);
    v = List.copyOf(v);
  }

  /** The same numbers as new leaves for which derivatives can be asked. */
  Learner leaves() {
    return map(x -> x.detach().tracked());
  }

  /** The same numbers without history. */
  Learner constants() {
    return map(Variable::detach);
  }

  /** The same numbers, handed to the scope outside. */
  Learner keptFrom(Scope scope) {
    return map(scope::keep);
  }

  private Learner map(UnaryOperator<Variable> f) {
    return new Learner(map(p, f), map(m, f), map(v, f), updates);
  }

  private static List<Variable> map(List<Variable> xs, UnaryOperator<Variable> f) {
    return xs.stream().map(f).toList();
  }

  /** Parameters, then means, then means of squares. */
  List<Variable> all() {
    List<Variable> all = new ArrayList<>(p);
    all.addAll(m);
    all.addAll(v);
    return all;
  }

  /** The state of Adam as its library keeps it: the slots of the rule, then those of the rate. */
  TransformState adam() {
    List<TransformState.Slot> slots = new ArrayList<>();
    for (int i = 0; i < p.size(); i++) {
      slots.add(new TransformState.Slot(updates, List.of(m.get(i), v.get(i))));
    }
    return new TransformState.Parts(
        List.of(
            new TransformState.Slots(slots),
            new TransformState.Slots(List.of(new TransformState.Slot(updates, List.of())))));
  }

  /** The learner after an update of Adam. */
  Learner next(List<Variable> updates, TransformState adam) {
    List<Variable> moved = new ArrayList<>();
    List<Variable> means = new ArrayList<>();
    List<Variable> squares = new ArrayList<>();
    List<Variable> arrays = adam.arrays();
    for (int i = 0; i < p.size(); i++) {
      moved.add(p.get(i).plus(updates.get(i)));
      means.add(arrays.get(2 * i));
      squares.add(arrays.get(2 * i + 1));
    }
    return new Learner(moved, means, squares, this.updates + 1);
  }
}
