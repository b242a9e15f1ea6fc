package gmrl.experiment.example;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import gmrl.ipd.RepeatedGame;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The exact values of a {@link RepeatedGame} as differentiable functions of both policies, and LOLA
 * on top: the same numbers as the closed forms, by differentiating the whole computation.
 *
 * <p>Slower than the closed forms by far; here to show LOLA as one would first write it, and to
 * check the closed forms. All θ are double vectors [5] in their owner's view.
 */
public final class TracedGame {
  /** The start and the four joint outcomes. */
  private static final int STATES = 5;

  private final RepeatedGame game;

  public TracedGame(RepeatedGame game) {
    this.game = game;
  }

  /**
   * V_agent = p₀ᵀ (I − γM)⁻¹ r, with p₀ the first joint outcome's distribution and M the outcomes'
   * transitions.
   *
   * @param agent 0 or 1, the agent whose value it is
   * @param own that agent's θ
   * @param other the opponent's θ
   */
  public Variable value(int agent, Variable own, Variable other) {
    Variable first = toFirstView(0, agent == 0 ? own : other).sigmoid().reshape(5, 1);
    Variable second = toFirstView(1, agent == 0 ? other : own).sigmoid().reshape(5, 1);
    Variable firstActs = Ops.concatenate(1, List.of(first, not(first)));
    Variable secondActs = Ops.concatenate(1, List.of(second, not(second)));
    Variable outcomes = firstActs.reshape(5, 2, 1).times(secondActs.reshape(5, 1, 2)).reshape(5, 4);
    Variable transitions = Ops.slice(outcomes, 0, 1, 5);
    double[] identity = new double[16];
    for (int i = 0; i < 4; i++) {
      identity[5 * i] = 1;
    }
    Variable system = Variable.of(identity, 4, 4).minus(transitions.times(game.discount()));
    Variable rewards = Variable.of(game.outcomeRewards(agent), 4, 1);
    return Ops.slice(outcomes, 0, 0, 1).matmul(Ops.solve(system, rewards)).sum();
  }

  /**
   * An agent's value after the opponent has taken imagined steps on its own value, θ₂ ← θ₂ + α ∇_θ₂
   * V₂: its derivative in {@code own} is LOLA's gradient.
   *
   * @param rate α
   * @param lookaheads number of steps
   */
  public Variable lola(int agent, Variable own, Variable other, double rate, int lookaheads) {
    Variable opponent = other;
    for (int k = 0; k < lookaheads; k++) {
      Variable gradient = Autodiff.grad((Variable x) -> value(1 - agent, x, own)).apply(opponent);
      opponent = opponent.plus(gradient.times(rate));
    }
    return value(agent, own, opponent);
  }

  private static Variable toFirstView(int agent, Variable theta) {
    if (theta.rank() != 1 || theta.size() != STATES || theta.type() != DataType.DOUBLE) {
      throw new IllegalArgumentException(
          "theta is " + theta + ", expected 5 doubles (start and four outcomes)");
    }
    return agent == 0 ? theta : Ops.gather(theta, 0, 1, 3, 2, 4);
  }

  private static Variable not(Variable probability) {
    return probability.negate().plus(1);
  }
}
