package gmrl.optim;

import gmrl.autodiff.Variable;
import gmrl.optim.TransformState.Slot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies one rule to every leaf; a leaf without a gradient keeps its memory and its step count.
 */
public record PerLeaf(LeafRule rule) implements GradientTransform {

  @Override
  public TransformState initLeaves(List<Variable> params) {
    return new TransformState.Slots(
        params.stream().map(param -> new Slot(0, rule.start(param))).toList());
  }

  @Override
  public Leaves updateLeaves(
      List<@Nullable Variable> gradients, TransformState state, List<Variable> params) {
    List<Slot> before = TransformState.slots(state, params.size(), rule.toString());
    List<@Nullable Variable> updates = new ArrayList<>();
    List<Slot> after = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      Variable gradient = gradients.get(i);
      Slot slot = before.get(i);
      if (gradient == null) {
        updates.add(null);
        after.add(slot);
        continue;
      }
      int step = slot.steps() + 1;
      LeafRule.Result result = rule.update(gradient, step, slot.arrays(), params.get(i));
      updates.add(result.update());
      after.add(new Slot(step, result.memory()));
    }
    return new Leaves(updates, new TransformState.Slots(after));
  }
}
