package gmrl.experiment.bias;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasResult.Limits;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import gmrl.mdp.TabularProblem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The limits of every curve of a study, slot by slot and estimator by estimator, without a trial.
 *
 * <p>They do not depend on sample sizes, so a sweep over these costs as much as a single point. The
 * units of progress are curves.
 */
public final class LimitExperiment implements Experiment<List<LimitCurve>> {
  private final BiasStudy study;

  /** An experiment that has not run yet; it may run any number of times. */
  public LimitExperiment(BiasStudy study) {
    this.study = study;
  }

  @Override
  public long total() {
    return study.curves().size();
  }

  @Override
  public List<LimitCurve> run(
      Workers workers, CancellationToken token, Snapshots<List<LimitCurve>> snapshots) {
    List<LimitCurve> curves = new ArrayList<>();
    Map<CellKey, Limits> known = new ConcurrentHashMap<>();
    for (BiasStudy.Curve curve : study.curves()) {
      List<Question> questions = new ArrayList<>();
      Set<CellKey> keys = new LinkedHashSet<>();
      for (TabularSetup setup : curve.spec().points()) {
        Question question = new Question(setup);
        questions.add(question);
        question.setups().forEach(s -> keys.addAll(keys(s, curve.spec().seed())));
      }
      List<CellKey> missing = keys.stream().filter(key -> !known.containsKey(key)).toList();
      workers.forEach(
          missing.size(), token, i -> known.put(missing.get(i), limits(missing.get(i))));
      curves.add(
          new LimitCurve(
              curve.label(),
              curve.spec(),
              questions.stream().map(q -> q.answer(known, curve.spec().seed())).toList()));
      snapshots.publish(curves.size(), List.copyOf(curves));
    }
    return List.copyOf(curves);
  }

  private static List<CellKey> keys(TabularSetup setup, long seed) {
    List<CellKey> keys = new ArrayList<>();
    for (int mdp = 0; mdp < setup.mdps().count(); mdp++) {
      keys.add(new CellKey(setup, mdp, seed, 0, RouteChoice.AUTO).means());
    }
    return keys;
  }

  private static Limits limits(CellKey key) {
    return limits(
        key.setup(),
        TabularProblems.problem(
            key.setup(), TabularProblems.mdp(key.setup(), key.mdp(), key.seed())));
  }

  private static <P> Limits limits(TabularSetup setup, TabularProblem<P> problem) {
    ExactSolution exact = ExactSolution.solve(setup.withoutSampling(), problem);
    return new KnownMeans<>(setup, problem, exact.metaGradient).limits();
  }

  /** The setups whose limits say everything about one point. */
  private record Question(
      TabularSetup all, Map<String, TabularSetup> slots, Map<Estimator, TabularSetup> estimators) {

    Question(TabularSetup setup) {
      this(setup, new LinkedHashMap<>(), new EnumMap<>(Estimator.class));
      SlotSpec exact = SlotSpec.exact();
      if (setup.inner().isSampled()) {
        slots.put("inner", setup.withSlots(setup.inner(), exact, exact));
      }
      if (setup.hessian().isSampled()) {
        slots.put("hessian", setup.withSlots(exact, setup.hessian(), exact));
      }
      if (setup.outer().isSampled()) {
        slots.put("outer", setup.withSlots(exact, exact, setup.outer()));
      }
      for (Estimator estimator : Estimator.values()) {
        if (setup.reweighting().isEmpty() || !estimator.truncatesAtHorizon()) {
          estimators.put(
              estimator,
              setup.withSlots(
                  by(setup.inner(), estimator),
                  by(setup.hessian(), estimator),
                  by(setup.outer(), estimator)));
        }
      }
    }

    private static SlotSpec by(SlotSpec slot, Estimator estimator) {
      return slot instanceof SlotSpec.Sampled s
          ? new SlotSpec.Sampled(estimator, s.samples())
          : slot;
    }

    List<TabularSetup> setups() {
      List<TabularSetup> setups = new ArrayList<>(List.of(all));
      setups.addAll(slots.values());
      setups.addAll(estimators.values());
      return setups;
    }

    LimitCurve.Point answer(Map<CellKey, Limits> known, long seed) {
      Map<String, Limits> bySlot = new LinkedHashMap<>();
      slots.forEach((name, setup) -> bySlot.put(name, mean(setup, known, seed)));
      Map<Estimator, Limits> byEstimator = new EnumMap<>(Estimator.class);
      estimators.forEach((e, setup) -> byEstimator.put(e, mean(setup, known, seed)));
      return new LimitCurve.Point(mean(all, known, seed), bySlot, byEstimator);
    }

    private static Limits mean(TabularSetup setup, Map<CellKey, Limits> known, long seed) {
      double horizon = 0;
      double squared = 0;
      double relative = 0;
      List<CellKey> keys = keys(setup, seed);
      for (CellKey key : keys) {
        Limits limits = known.getOrDefault(key, UNKNOWN);
        horizon += limits.horizonBias() / keys.size();
        squared += limits.biasSquared() / keys.size();
        relative += limits.relativeBias() / keys.size();
      }
      return new Limits(horizon, squared, relative);
    }
  }

  private static final Limits UNKNOWN = new Limits(Double.NaN, Double.NaN, Double.NaN);
}
