package gmrl.atari.learn;

import gmrl.autodiff.Variable;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * What the meta-parameters are judged by: the policy-gradient loss at a fixed discount on fresh
 * experience, named as in the published code.
 *
 * @param gamma outer γ
 * @param gaeLambda outer λ
 * @param valueLossCoef weight of a value loss; published 0
 * @param entropyCoef weight of the entropy; published 0
 * @param klCoef weight of the divergence from the policy before the window; published 0
 * @param critic whose values the outer advantage uses
 */
@RecordBuilder
public record OuterLoss(
    double gamma,
    double gaeLambda,
    double valueLossCoef,
    double entropyCoef,
    double klCoef,
    Critic critic)
    implements OuterLossBuilder.With {

  /** Whose values the outer advantage uses. */
  public enum Critic {
    /** The inner critic, asked for the outer γ though it learns at the inner one. */
    SHARED,
    /** A critic of its own that learns at the outer γ and λ (Bonnet et al. 2022). */
    OWN
  }

  public OuterLoss {
    unit("outer gamma", gamma);
    unit("outer gae_lambda", gaeLambda);
    notNegative("outer value_loss_coef", valueLossCoef);
    notNegative("outer entropy_coef", entropyCoef);
    notNegative("outer kl_coef", klCoef);
  }

  private static void unit(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is " + value + ", expected 0 … 1");
    }
  }

  private static void notNegative(String name, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " is " + value + ", expected 0 or more");
    }
  }

  /** γ = .99, λ = .95, the policy term alone, the shared critic. */
  public static OuterLoss published() {
    return new OuterLoss(0.99, 0.95, 0, 0, 0, Critic.SHARED);
  }

  Variable loss(Losses losses, List<Variable> p, Rollout rollout, List<Variable> before) {
    Variable like = p.get(0);
    Coefficients c =
        new Coefficients(
            Variable.full(like.type(), gamma, 1),
            Variable.full(like.type(), gaeLambda, 1),
            Variable.full(like.type(), valueLossCoef, 1),
            Variable.full(like.type(), entropyCoef, 1));
    return losses.outer(p, rollout, c, critic == Critic.OWN, before, klCoef).total();
  }
}
