package gmrl.optim;

import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transforms one after the other, each on the updates of the one before. */
public record Stages(List<GradientTransform> stages) implements GradientTransform {

  public Stages {
    stages = List.copyOf(stages);
  }

  /** The stages in order. */
  public static Stages of(GradientTransform... stages) {
    return new Stages(List.of(stages));
  }

  @Override
  public TransformState initLeaves(List<Variable> params) {
    return new TransformState.Parts(
        stages.stream().map(stage -> stage.initLeaves(params)).toList());
  }

  @Override
  public Leaves updateLeaves(
      List<@Nullable Variable> gradients, TransformState state, List<Variable> params) {
    List<TransformState> before = TransformState.parts(state, stages.size(), "a chain");
    List<TransformState> after = new ArrayList<>();
    List<@Nullable Variable> updates = gradients;
    for (int i = 0; i < stages.size(); i++) {
      Leaves leaves = stages.get(i).updateLeaves(updates, before.get(i), params);
      updates = leaves.updates();
      after.add(leaves.state());
    }
    return new Leaves(updates, new TransformState.Parts(after));
  }
}
