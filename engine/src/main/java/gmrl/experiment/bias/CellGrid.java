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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cells of a study: for every curve, sweep point and MDP the one that estimates it, where equal
 * estimates share one.
 */
final class CellGrid {
  private final List<Cell<?>> distinct;
  private final List<List<List<Cell<?>>>> byCurve;

  /** Environment steps that were sampled before this grid was built. */
  private final long lent;

  private CellGrid(List<Cell<?>> distinct, List<List<List<Cell<?>>>> byCurve) {
    this.distinct = distinct;
    this.byCurve = byCurve;
    lent = sampled();
  }

  private record MdpKey(MdpSource source, double gamma, int mdp, long seed) {}

  /**
   * The grid of a study.
   *
   * @param bank lends the cells it knows and keeps the new ones
   */
  static CellGrid build(BiasStudy study, TrialBank bank, Workers workers, CancellationToken token) {
    List<List<List<CellKey>>> keys = new ArrayList<>();
    Set<CellKey> wanted = new LinkedHashSet<>();
    for (BiasSpec spec : study.specs()) {
      List<List<CellKey>> curve = new ArrayList<>();
      for (TabularSetup setup : spec.points()) {
        List<CellKey> point = new ArrayList<>();
        for (int mdp = 0; mdp < setup.mdps().count(); mdp++) {
          CellKey key =
              new CellKey(canonical(setup), mdp, spec.seed(), spec.trials(), spec.route());
          wanted.add(key);
          point.add(key);
        }
        curve.add(point);
      }
      keys.add(curve);
    }
    Map<CellKey, Cell<?>> cells = new LinkedHashMap<>();
    List<CellKey> missing = new ArrayList<>();
    for (CellKey key : wanted) {
      Cell<?> known = bank.find(key);
      if (known == null) {
        missing.add(key);
      } else {
        cells.put(key, known);
      }
    }
    Map<CellKey, Cell<?>> fresh = make(missing, workers, token);
    bank.keep(fresh);
    cells.putAll(fresh);
    List<List<List<Cell<?>>>> byCurve = new ArrayList<>();
    for (List<List<CellKey>> curve : keys) {
      List<List<Cell<?>>> points = new ArrayList<>();
      for (List<CellKey> point : curve) {
        List<Cell<?>> row = new ArrayList<>();
        point.forEach(key -> row.add(requireNonNull(cells.get(key))));
        points.add(row);
      }
      byCurve.add(points);
    }
    List<Cell<?>> distinct = new ArrayList<>();
    wanted.forEach(key -> distinct.add(requireNonNull(cells.get(key))));
    return new CellGrid(distinct, byCurve);
  }

  /** New cells; MDPs and exact solutions that several of them need are computed once. */
  private static Map<CellKey, Cell<?>> make(
      List<CellKey> cellKeys, Workers workers, CancellationToken token) {
    Map<CellKey, Integer> exacts = new LinkedHashMap<>();
    Map<MdpKey, Integer> mdps = new LinkedHashMap<>();
    for (CellKey key : cellKeys) {
      mdps.putIfAbsent(mdpKey(key), mdps.size());
      exacts.putIfAbsent(key.exact(), exacts.size());
    }
    List<MdpKey> mdpKeys = List.copyOf(mdps.keySet());
    List<CellKey> exactKeys = List.copyOf(exacts.keySet());
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
          CellKey key = exactKeys.get(i);
          Mdp mdp = drawn[position(mdps, mdpKey(key))];
          solved[i] = ExactSolution.solve(key.setup(), TabularProblems.problem(key.setup(), mdp));
        });
    Map<CellKey, KnownMeans<?>> known = new HashMap<>();
    Map<CellKey, Cell<?>> made = new LinkedHashMap<>();
    for (CellKey key : cellKeys) {
      Mdp mdp = drawn[position(mdps, mdpKey(key))];
      made.put(
          key,
          cell(
              key,
              TabularProblems.problem(key.setup(), mdp),
              solved[position(exacts, key.exact())],
              known));
    }
    return made;
  }

  private static <P> Cell<P> cell(
      CellKey key,
      TabularProblem<P> problem,
      ExactSolution exact,
      Map<CellKey, KnownMeans<?>> known) {
    return new Cell<>(
        key.setup(),
        problem,
        key.mdp(),
        key.seed(),
        key.trials(),
        key.route(),
        exact,
        known.computeIfAbsent(
            key.means(), same -> new KnownMeans<>(key.setup(), problem, exact.metaGradient)));
  }

  private static MdpKey mdpKey(CellKey key) {
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

  /** Environment steps sampled for this grid so far; shared and lent estimates cost nothing. */
  long environmentSteps() {
    return sampled() - lent;
  }

  private long sampled() {
    long steps = 0;
    for (Cell<?> cell : distinct) {
      steps += cell.added() * cell.environmentStepsPerTrial();
    }
    return steps;
  }
}
