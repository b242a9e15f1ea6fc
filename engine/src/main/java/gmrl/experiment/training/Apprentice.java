package gmrl.experiment.training;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.tabular.Randomness;
import gmrl.experiment.tabular.Table;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Mdp;
import gmrl.mdp.Tables;
import gmrl.mdp.TabularProblem;
import gmrl.meta.MetaGradient;
import gmrl.meta.MetaTraining;
import gmrl.meta.TrainingState;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * One learner in the middle of its training. Advanced by one thread at a time.
 *
 * @param <P> the problem's workspace
 */
final class Apprentice<P> {
  /** The stream of the learner that needs no draws. */
  private static final int EXACT_STREAM = -1;

  private final int mdp;
  private final OptionalInt run;
  private final Mdp model;
  private final MetaTraining<P> training;
  private final SplittableRandom random;
  private final List<Double> objectives = new ArrayList<>();
  private final List<Double> cosines = new ArrayList<>();
  private TrainingState state;

  Apprentice(TrainingSpec spec, TabularProblem<P> problem, int mdp, OptionalInt run) {
    this.mdp = mdp;
    this.run = run;
    model = problem.mdp();
    TabularSetup setup = run.isEmpty() ? spec.setup().withoutSampling() : spec.setup();
    double[] phi = TabularProblems.phi(setup, model);
    MetaGradient<P> exact = TabularProblems.exact(setup, problem, phi);
    training =
        new MetaTraining<>(
            TabularProblems.unrolled(setup, problem, phi),
            exact,
            problem::objective,
            spec.learningRate(),
            1);
    random = Randomness.ofTrial(spec.seed(), mdp, run.orElse(EXACT_STREAM));
    state = training.start(phi, random.split());
    remember();
  }

  void advance(int updates, CancellationToken token) {
    for (int i = 0; i < updates; i++) {
      token.check();
      state = training.step(state, random.split());
      remember();
    }
  }

  private void remember() {
    objectives.add(state.objective());
    cosines.add(state.stepCosine());
  }

  boolean isExact() {
    return run.isEmpty();
  }

  double objective(int update) {
    return objectives.get(update);
  }

  double cosine(int update) {
    return cosines.get(update);
  }

  TrainingResult.Learner snapshot() {
    return new TrainingResult.Learner(
        mdp,
        run,
        objectives,
        Table.of("phi", Tables.unflatten(state.phi(), model.states(), model.actions())),
        state.stopped());
  }
}
