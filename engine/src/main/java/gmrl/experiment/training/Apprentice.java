package gmrl.experiment.training;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.tabular.Table;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Mdp;
import gmrl.mdp.Tables;
import gmrl.mdp.TabularProblem;
import gmrl.meta.MetaGradient;
import gmrl.meta.MetaTraining;
import gmrl.meta.Randomness;
import gmrl.meta.TrainingState;
import gmrl.numpy.StateArrays;
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

  /** Puts the learner down, or takes it up after its first update was remembered. */
  void carry(StateArrays arrays) {
    double[] values = arrays.doubles("objectives", plain(objectives));
    double[] angles = arrays.doubles("cosines", plain(cosines));
    double[] phi = arrays.doubles("phi", state.phi());
    double[] gradient = arrays.doubles("exactGradient", state.exactGradient());
    boolean stopped = arrays.flag("stopped", state.stopped());
    double norm = arrays.number("stepNorm", state.stepNorm());
    int made = arrays.count("updates", state.update());
    if (arrays.takes()) {
      if (values.length == 0
          || angles.length != values.length
          || phi.length != state.phi().length
          || gradient.length != phi.length) {
        throw new IllegalArgumentException("its learners are of another run");
      }
      for (int u = objectives.size(); u < values.length; u++) {
        random.split(); // each update has its own, also after the learner has stopped
      }
      replace(objectives, values);
      replace(cosines, angles);
      int last = values.length - 1;
      state = new TrainingState(made, phi, values[last], gradient, norm, angles[last], stopped);
    }
  }

  private static double[] plain(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void replace(List<Double> list, double[] values) {
    list.clear();
    for (double value : values) {
      list.add(value);
    }
  }

  /** Updates made. */
  int updates() {
    return objectives.size() - 1;
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
