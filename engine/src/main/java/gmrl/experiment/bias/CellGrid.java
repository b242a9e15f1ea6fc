package gmrl.experiment.bias;

import static java.util.Objects.requireNonNull;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Mdp;
import gmrl.mdp.TabularProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of a study: for every curve, sweep point and MDP the one that estimates it, where equal
 * estimates share one.
 */
final class CellGrid {
  private final List<Cell<?>> distinct;
  private final List<List<List<Cell<?>>>> byCurve;

  private CellGrid(List<Cell<?>> distinct, List<List<List<Cell<?>>>> byCurve) {
    this.distinct = distinct;
    this.byCurve = byCurve;
  }

  /** What determines a cell's numbers. */
  private record Key(TabularSetup setup, int mdp, long seed, int trials) {

    /** What determines the exact solution of a cell. */
    Key exact() {
      return new Key(setup.withoutSampling(), mdp, seed, 0);
    }
  }

  private record MdpKey(MdpSource source, double gamma, int mdp, long seed) {}

  static CellGrid build(BiasStudy study, Workers workers, CancellationToken token) {
    List<List<List<Key>>> keys = new ArrayList<>();
    Map<Key, Integer> exacts = new LinkedHashMap<>();
    Map<Key, Integer> cells = new LinkedHashMap<>();
    Map<MdpKey, Integer> mdps = new LinkedHashMap<>();
    for (BiasSpec spec : study.specs()) {
      List<List<Key>> curve = new ArrayList<>();
      for (TabularSetup setup : spec.points()) {
        List<Key> point = new ArrayList<>();
        for (int mdp = 0; mdp < setup.mdps().count(); mdp++) {
          Key key = new Key(canonical(setup), mdp, spec.seed(), spec.trials());
          mdps.putIfAbsent(mdpKey(key), mdps.size());
          exacts.putIfAbsent(key.exact(), exacts.size());
          cells.putIfAbsent(key, cells.size());
          point.add(key);
        }
        curve.add(point);
      }
      keys.add(curve);
    }
    List<MdpKey> mdpKeys = List.copyOf(mdps.keySet());
    List<Key> exactKeys = List.copyOf(exacts.keySet());
    List<Key> cellKeys = List.copyOf(cells.keySet());
    Mdp[] drawn = new Mdp[mdpKeys.size()];
    Map<MdpKey, TabularSetup> example = new HashMap<>();
    cellKeys.forEach(key -> example.putIfAbsent(mdpKey(key), key.setup()));
    workers.forEach(
        drawn.length,
        token,
        i -> {
          MdpKey key = mdpKeys.get(i);
          TabularSetup setup = requireNonNull(example.get(key));
          drawn[i] = TabularProblems.mdp(setup, key.mdp(), key.seed());
        });
    ExactSolution[] solved = new ExactSolution[exactKeys.size()];
    workers.forEach(
        solved.length,
        token,
        i -> {
          Key key = exactKeys.get(i);
          Mdp mdp = drawn[position(mdps, mdpKey(key))];
          solved[i] = ExactSolution.solve(key.setup(), TabularProblems.problem(key.setup(), mdp));
        });
    List<Cell<?>> made = new ArrayList<>();
    for (Key key : cellKeys) {
      Mdp mdp = drawn[position(mdps, mdpKey(key))];
      made.add(
          cell(
              key,
              TabularProblems.problem(key.setup(), mdp),
              solved[position(exacts, key.exact())]));
    }
    List<List<List<Cell<?>>>> byCurve = new ArrayList<>();
    for (List<List<Key>> curve : keys) {
      List<List<Cell<?>>> points = new ArrayList<>();
      for (List<Key> point : curve) {
        List<Cell<?>> row = new ArrayList<>();
        point.forEach(key -> row.add(made.get(position(cells, key))));
        points.add(row);
      }
      byCurve.add(points);
    }
    return new CellGrid(made, byCurve);
  }

  private static <P> Cell<P> cell(Key key, TabularProblem<P> problem, ExactSolution exact) {
    return new Cell<>(key.setup(), problem, key.mdp(), key.seed(), key.trials(), exact);
  }

  private static MdpKey mdpKey(Key key) {
    return new MdpKey(key.setup().mdps(), key.setup().gamma(), key.mdp(), key.seed());
  }

  private static <K> int position(Map<K, Integer> positions, K key) {
    return requireNonNull(positions.get(key));
  }

  /**
   * The same estimate under one name: {@code maml}, {@code lvc} and {@code loaded} share their
   * first derivative, so in the inner and the outer slot they are one.
   */
  private static TabularSetup canonical(TabularSetup setup) {
    return setup.withSlots(firstOrder(setup.inner()), setup.hessian(), firstOrder(setup.outer()));
  }

  private static SlotSpec firstOrder(SlotSpec slot) {
    return slot instanceof SlotSpec.Sampled sampled
        ? new SlotSpec.Sampled(sampled.estimator().firstOrder(), sampled.samples())
        : slot;
  }

  /** Every cell once. */
  List<Cell<?>> distinct() {
    return distinct;
  }

  /** The cells of one point of a curve, one for each MDP. */
  List<Cell<?>> cells(int curve, int point) {
    return byCurve.get(curve).get(point);
  }

  /** Trials added up so far, counted for each curve that uses them. */
  long trialsDone() {
    long done = 0;
    for (List<List<Cell<?>>> curve : byCurve) {
      for (List<Cell<?>> point : curve) {
        for (Cell<?> cell : point) {
          done += cell.added();
        }
      }
    }
    return done;
  }

  /** Environment steps sampled so far; shared estimates count once. */
  long environmentSteps() {
    long steps = 0;
    for (Cell<?> cell : distinct) {
      steps += cell.added() * cell.environmentStepsPerTrial();
    }
    return steps;
  }
}
