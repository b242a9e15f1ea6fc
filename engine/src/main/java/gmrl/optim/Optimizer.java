package gmrl.optim;

import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complete optimiser: its updates are added to the parameters.
 *
 * <p>Each is a record of its hyperparameters; {@code of(rate)} gives the usual ones, and {@code
 * with…} changes one. Shared meaning: {@code rate} multiplies the direction; {@code weightDecay} λ
 * adds λθ to the gradient (except {@link AdamW}); {@code maximise} negates the gradient first, so
 * that the decay still shrinks the parameters. Every one is differentiable through its whole state.
 */
public sealed interface Optimizer extends GradientTransform
    permits Sgd, Adam, AmsGrad, AdamW, AdaMax, RAdam, RmsProp, AdaGrad, AdaDelta, FusedAdam {

  /** The stages it consists of. */
  GradientTransform stages();

  @Override
  default TransformState initLeaves(List<Variable> params) {
    return stages().initLeaves(params);
  }

  @Override
  default Leaves updateLeaves(
      List<@Nullable Variable> gradients, TransformState state, List<Variable> params) {
    return stages().updateLeaves(gradients, state, params);
  }

  /** −g if {@code maximise}, + λθ, then the rules, then −η. */
  static GradientTransform chain(
      boolean maximise, double weightDecay, Schedule rate, LeafRule... rules) {
    Hyperparameters.notNegative("weight decay", weightDecay);
    List<GradientTransform> stages = new ArrayList<>();
    if (maximise) {
      stages.add(ScaleBy.by(-1));
    }
    if (weightDecay > 0) {
      stages.add(new WeightDecay(weightDecay));
    }
    for (LeafRule rule : rules) {
      stages.add(new PerLeaf(rule));
    }
    stages.add(new LearningRate(rate));
    return new Stages(stages);
  }
}
