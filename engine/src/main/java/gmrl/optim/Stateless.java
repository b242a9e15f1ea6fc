package gmrl.optim;

import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transform without memory that treats every leaf alike and by itself. */
interface Stateless extends GradientTransform {

  Variable transform(Variable gradient, Variable param);

  @Override
  default TransformState initLeaves(List<Variable> params) {
    return TransformState.empty();
  }

  @Override
  default Leaves updateLeaves(
      List<@Nullable Variable> gradients, TransformState state, List<Variable> params) {
    List<@Nullable Variable> updates = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      Variable gradient = gradients.get(i);
      updates.add(gradient == null ? null : transform(gradient, params.get(i)));
    }
    return new Leaves(updates, state);
  }
}
