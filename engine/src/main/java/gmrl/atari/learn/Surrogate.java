package gmrl.atari.learn;

import gmrl.autodiff.Variable;

/**
 * What stands for log π in the policy term of the inner loss. Values and first derivatives of the
 * loss are the same; second derivatives are not.
 */
public enum Surrogate {
  /** log π: automatic differentiation of the policy-gradient loss, whose Hessian is biased. */
  PLAIN {
    @Override
    Variable of(Variable logProbability) {
      return logProbability;
    }
  },

  /** π/⊥π, low-variance curvature (Rothfuss et al. 2018): its Hessian keeps ∇log π ∇log πᵀ. */
  LVC {
    @Override
    Variable of(Variable logProbability) {
      return logProbability.minus(logProbability.detach()).exp();
    }
  };

  abstract Variable of(Variable logProbability);
}
