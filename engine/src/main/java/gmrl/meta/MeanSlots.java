package gmrl.meta;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * What the three slots of an estimate are on average over their batches, at a point held fixed.
 *
 * <p>All three are functions of the point alone and leave their generators untouched. For an exact
 * slot the mean is the slot itself.
 *
 * @param inner E[ĝ | θ]
 * @param curvature E[Ĥ | θ] and the mean of the mixed term
 * @param outer means of the two outer gradients given θ^K
 * @param <P> the problem's workspace
 */
public record MeanSlots<P>(InnerSlot<P> inner, CurvatureSlot<P> curvature, OuterSlot<P> outer) {
  /** Stands where a generator is asked for and none is used. */
  static final SplittableGenerator UNUSED = new SplittableRandom(0);
}
