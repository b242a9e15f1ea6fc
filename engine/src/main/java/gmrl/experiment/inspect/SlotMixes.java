package gmrl.experiment.inspect;

import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.TabularProblem;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * One trial with each of the eight mixes of exact and sampled slots on the same random numbers, and
 * what each slot has to do with its error.
 */
final class SlotMixes {
  /** Inner, Hessian, outer. */
  static final int SLOTS = 3;

  private SlotMixes() {}

  /**
   * The meta-gradient after k steps for every set of slots that are as in the setup, the others
   * exact: bit s of the index stands for slot s in the order inner, Hessian, outer.
   *
   * @param random the trial's, anew for each mix
   * @return [8][phiSize]
   */
  static <P> double[][] of(
      TabularSetup setup,
      TabularProblem<P> problem,
      double[] phi,
      int k,
      Supplier<SplittableRandom> random) {
    double[][] gradients = new double[1 << SLOTS][problem.phiSize()];
    for (int mix = 0; mix < gradients.length; mix++) {
      boolean inner = (mix & 1) != 0;
      boolean hessian = (mix & 2) != 0;
      boolean outer = (mix & 4) != 0;
      TabularSetup mixed =
          setup
              .withReuse(false)
              .withSteps(k)
              .withHessianError(hessian ? setup.hessianError() : HessianError.NONE)
              .withSlots(
                  inner ? setup.inner() : SlotSpec.exact(),
                  hessian ? setup.hessian() : SlotSpec.exact(),
                  outer ? setup.outer() : SlotSpec.exact())
              .withReweighting(inner ? setup.reweighting() : Optional.empty());
      TabularProblems.unrolled(mixed, problem, phi).estimate(random.get(), gradients[mix]);
    }
    return gradients;
  }

  /**
   * Shapley value of one slot of the error vector: the parts of the three slots add up to it.
   *
   * @param mixes [8][d], not modified
   */
  static double[] part(double[][] mixes, int slot) {
    int bit = 1 << slot;
    double[] part = new double[mixes[0].length];
    for (int mix = 0; mix < mixes.length; mix++) {
      if ((mix & bit) == 0) {
        // Orders of three slots in which exactly the slots of this mix come before: 2, 1, 1 or 2
        // of 6.
        double weight = Integer.bitCount(mix) == 1 ? 1.0 / 6 : 1.0 / 3;
        for (int i = 0; i < part.length; i++) {
          part[i] += weight * (mixes[mix | bit][i] - mixes[mix][i]);
        }
      }
    }
    return part;
  }
}
