package gmrl.experiment.example;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import gmrl.autodiff.inspect.GradientGraph;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Counted;
import gmrl.experiment.Keeper;
import gmrl.experiment.Ranges;
import gmrl.experiment.Workers;
import gmrl.experiment.example.ExampleSnapshot.Growing;
import gmrl.experiment.example.ExampleSnapshot.Panel;
import gmrl.ipd.MatrixGame;
import gmrl.ipd.RepeatedGame;
import gmrl.optim.Adam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * LOLA in the Iterated Prisoner's Dilemma (Foerster et al. 2018) by differentiating the whole
 * lookahead: both agents know the exact value of the game and see through no, one or two steps of
 * the other's learning.
 *
 * <p>The gradient with one step is compared with its closed form, ∇₁V₁ + α(∇₂V₁ ∇₂∇₁V₂), at every
 * point that is plotted.
 *
 * @param updates of both agents at once
 * @param lookaheads most imagined steps of the opponent
 * @param innerRate learning rate of the imagined opponent
 * @param outerRate of Adam
 * @param seed of the first policies
 */
public record LolaAutodiff(
    int updates, int lookaheads, double innerRate, double outerRate, long seed) implements Example {

  private static final double DISCOUNT = 0.96;
  private static final int POINTS_PER_RUN = 50;

  /** Each has a learner of its own, which differentiates through all of them. */
  private static final int MOST_LOOKAHEADS = 100;

  public LolaAutodiff {
    Limits.updates("updates", updates);
    Ranges.range("lookaheads", lookaheads, 1, MOST_LOOKAHEADS);
    Ranges.positive("innerRate", innerRate);
    Ranges.positive("outerRate", outerRate);
  }

  /** Two lookaheads and the published learning rates. */
  public static LolaAutodiff standard(long seed) {
    return new LolaAutodiff(200, 2, 0.3, 0.1, seed);
  }

  @Override
  public String id() {
    return "lola-autodiff";
  }

  @Override
  public String title() {
    return "LOLA through autodiff";
  }

  @Override
  public String about() {
    return "Two agents learn the Iterated Prisoner's Dilemma through each other's learning steps;"
        + " the gradient of the whole lookahead is compared with its closed form.";
  }

  @Override
  public String biases() {
    return "The opponent’s learning step is the inner loop. Here it is computed from the"
        + " exact value of the game, so neither bias is there; the page of repeated games"
        + " samples it, and its sampling error is where compositional bias comes from,"
        + " while DiCE keeps the second derivative right.";
  }

  @Override
  @SuppressWarnings("try") // the scope is there to be closed
  public GradientGraph graph() {
    try (Scope drawing = Scope.open()) {
      TracedGame game = new TracedGame(new RepeatedGame(MatrixGame.prisonersDilemma(), DISCOUNT));
      List<Variable> both = policies();
      Variable own = both.get(0).tracked("own θ");
      Variable other = both.get(1).tracked("opponent’s θ");
      return GradientGraph.of(game.lola(0, own, other, innerRate, 1).named("own value"));
    }
  }

  @Override
  public long total() {
    return updates;
  }

  @Override
  public ExampleSnapshot run(
      Workers workers,
      CancellationToken token,
      Keeper keeper,
      Snapshots<ExampleSnapshot> snapshots) {
    try (Scope run = Scope.open()) {
      RepeatedGame closed = new RepeatedGame(MatrixGame.prisonersDilemma(), DISCOUNT);
      TracedGame game = new TracedGame(closed);
      ParameterTrainer[] learners = new ParameterTrainer[lookaheads + 1];
      Growing[] returns = new Growing[lookaheads + 1];
      for (int k = 0; k <= lookaheads; k++) {
        learners[k] = new ParameterTrainer(run, Adam.of(outerRate).maximising(), policies());
        returns[k] = new Growing(Counted.orNo(k, "lookahead"));
      }
      Growing error = new Growing("autodiff against closed form, 1 lookahead");
      List<Growing> curves = new ArrayList<>(List.of(returns));
      curves.add(error);
      LearningLoop loop =
          new LearningLoop(
              updates, POINTS_PER_RUN, new SplittableRandom(seed), List.of(learners), curves);
      loop.takeUp(keeper);
      return loop.run(
          0,
          token,
          keeper,
          number -> {
            for (int k = 0; k <= lookaheads; k++) {
              int steps = k;
              learners[k].step(params -> gradients(game, params, steps));
            }
          },
          i -> {
            for (int k = 0; k <= lookaheads; k++) {
              returns[k].add(i, meanReturn(closed, learners[k].params()));
            }
            error.add(i, disagreement(game, closed, learners[1].params()));
            return snapshot(returns, error);
          },
          snapshots);
    }
  }

  private List<Variable> policies() {
    SplittableRandom random = new SplittableRandom(seed);
    return List.of(policy(random), policy(random));
  }

  private static Variable policy(SplittableRandom random) {
    double[] theta = new double[5];
    Arrays.setAll(theta, i -> random.nextGaussian());
    return Variable.of(theta);
  }

  /** Each agent's own gradient; both update at once. */
  private List<Variable> gradients(TracedGame game, List<Variable> params, int steps) {
    return List.of(
        gradient(game, 0, params.get(0), params.get(1), steps),
        gradient(game, 1, params.get(1), params.get(0), steps));
  }

  private Variable gradient(TracedGame game, int agent, Variable own, Variable other, int steps) {
    Variable x = own.tracked();
    Variable value = game.lola(agent, x, other, innerRate, steps);
    return Autodiff.gradOnce(value, List.of(x)).get(0);
  }

  /** (1−γ)V, averaged over both agents: the discounted mean reward per step. */
  private static double meanReturn(RepeatedGame game, List<Variable> params) {
    double[] first = params.get(0).toDoubles();
    double[] second = params.get(1).toDoubles();
    double sum = game.exact(0, first, second).value() + game.exact(1, second, first).value();
    return (1 - DISCOUNT) * sum / 2;
  }

  /** Largest difference between the two gradients of agent 0, relative to the largest entry. */
  @SuppressWarnings("try") // the scope is there to be closed
  private double disagreement(TracedGame game, RepeatedGame closed, List<Variable> params) {
    try (Scope work = Scope.open()) {
      double[] own = params.get(0).toDoubles();
      double[] other = params.get(1).toDoubles();
      double[] actual = gradient(game, 0, params.get(0), params.get(1), 1).toDoubles();
      RepeatedGame.Exact inner = closed.exact(1, other, own);
      double[] moved = other.clone();
      for (int i = 0; i < moved.length; i++) {
        moved[i] += innerRate * inner.gradientOwn()[i];
      }
      RepeatedGame.Exact outer = closed.exact(0, own, moved);
      double worst = 0;
      double largest = 0;
      for (int i = 0; i < actual.length; i++) {
        double expected = outer.gradientOwn()[i];
        for (int j = 0; j < actual.length; j++) {
          expected += innerRate * inner.mixed()[i][j] * outer.gradientOther()[j];
        }
        worst = Math.max(worst, Math.abs(actual[i] - expected));
        largest = Math.max(largest, Math.abs(expected));
      }
      return worst / largest;
    }
  }

  private ExampleSnapshot snapshot(Growing[] returns, Growing error) {
    String headline =
        String.format(
                Locale.ROOT,
                "Mean reward per step %.2f without lookahead, %.2f with one (−2 both defect, −1"
                    + " both cooperate); autodiff and closed form agree to %.0e.",
                returns[0].last(),
                returns[1].last(),
                error.last())
            .replace('-', '−');
    return new ExampleSnapshot(
        headline,
        List.of(
            new Panel(
                "Returns",
                "updates",
                "discounted mean reward per step",
                false,
                Arrays.stream(returns).map(Growing::curve).toList()),
            new Panel(
                "Agreement with the closed form",
                "updates",
                "relative difference",
                true,
                List.of(error.curve()))));
  }
}
