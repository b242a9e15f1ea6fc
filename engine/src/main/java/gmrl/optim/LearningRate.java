package gmrl.optim;

import gmrl.autodiff.Variable;
import gmrl.optim.TransformState.Slot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * u = −η(c) g with c the number of updates made before this one, of the tree as a whole.
 *
 * @param schedule η
 */
public record LearningRate(Schedule schedule) implements GradientTransform {

  @Override
  public TransformState initLeaves(List<Variable> params) {
    return new TransformState.Slots(List.of(new Slot(0, List.of())));
  }

  @Override
  public Leaves updateLeaves(
      List<@Nullable Variable> gradients, TransformState state, List<Variable> params) {
    int count = TransformState.slots(state, 1, "a learning rate").get(0).steps();
    double rate = schedule.at(count);
    List<@Nullable Variable> updates = new ArrayList<>();
    for (Variable gradient : gradients) {
      updates.add(gradient == null ? null : gradient.times(-rate));
    }
    Slot next = new Slot(count + 1, List.of());
    return new Leaves(updates, new TransformState.Slots(List.of(next)));
  }
}
