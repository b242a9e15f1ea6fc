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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
  private record MdpKey(MdpSource source, double gamma, int mdp, long seed) {}

  private final TrialBank bank;
  private final List<List<List<CellKey>>> keys = new ArrayList<>();

  /** Keys of cells that are still to be made, those of single points first. */
  private final Deque<CellKey> missing = new ArrayDeque<>();

  /** In the order of the study, but for single points, which come first. */
  private final Map<CellKey, Cell<?>> cells = new LinkedHashMap<>();

  private final Map<MdpKey, Mdp> drawn = new HashMap<>();
  private final Map<CellKey, ExactSolution> solved = new HashMap<>();
  private final Map<CellKey, KnownMeans<?>> known = new HashMap<>();
  private final int singles;
  private boolean fresh = true;

  /** Environment steps that were sampled before this grid was built. */
  private long lent;

  private CellGrid(BiasStudy study, TrialBank bank) {
    this.bank = bank;
    Set<CellKey> alone = new LinkedHashSet<>();
    Set<CellKey> swept = new LinkedHashSet<>();
    for (BiasSpec spec : study.specs()) {
      List<List<CellKey>> curve = new ArrayList<>();
      for (TabularSetup setup : spec.points()) {
        List<CellKey> point = new ArrayList<>();
        for (int mdp = 0; mdp < setup.mdps().count(); mdp++) {
          CellKey key =
              new CellKey(canonical(setup), mdp, spec.seed(), spec.trials(), spec.route());
          (spec.sweep().isPresent() ? swept : alone).add(key);
          point.add(key);
        }
        curve.add(point);
      }
      keys.add(curve);
    }
    swept.removeAll(alone);
    borrow(alone);
    singles = missing.size();
    borrow(swept);
  }

  private void borrow(Set<CellKey> wanted) {
    for (CellKey key : wanted) {
      Cell<?> lender = bank.find(key);
      if (lender == null) {
        missing.add(key);
      } else {
        cells.put(key, lender);
        lent += lender.added() * lender.environmentStepsPerTrial();
      }
    }
  }

  /**
   * The grid of a study with the cells that are known.
   *
   * @param bank lends the cells it knows and keeps the new ones
   */
  static CellGrid plan(BiasStudy study, TrialBank bank) {
    return new CellGrid(study, bank);
  }

  /** The whole grid of a study. */
  static CellGrid build(BiasStudy study, TrialBank bank, Workers workers, CancellationToken token) {
    CellGrid grid = plan(study, bank);
    while (!grid.isOpen()) {
      grid.open(Integer.MAX_VALUE, workers, token);
    }
    return grid;
  }

  /** Whether every cell is made. */
  boolean isOpen() {
    return missing.isEmpty();
  }

  /**
   * Makes some more cells: all of the single points the first time, since they are the whole of
   * their curves. MDPs and exact solutions that several cells need are computed once.
   *
   * @param most how many beside those
   * @return the new cells
   */
  List<Cell<?>> open(int most, Workers workers, CancellationToken token) {
    List<CellKey> next = new ArrayList<>();
    long count = (long) most + (fresh ? singles : 0);
    fresh = false;
    while (next.size() < count && !missing.isEmpty()) {
      next.add(missing.remove());
    }
    Map<CellKey, Cell<?>> made = make(next, workers, token);
    bank.keep(made);
    cells.putAll(made);
    return List.copyOf(made.values());
  }

  private Map<CellKey, Cell<?>> make(List<CellKey> next, Workers workers, CancellationToken token) {
    Map<MdpKey, CellKey> mdps = new LinkedHashMap<>();
    Set<CellKey> exacts = new LinkedHashSet<>();
    for (CellKey key : next) {
      if (!drawn.containsKey(mdpKey(key))) {
        mdps.putIfAbsent(mdpKey(key), key);
      }
      if (!solved.containsKey(key.exact())) {
        exacts.add(key.exact());
      }
    }
    List<CellKey> mdpKeys = List.copyOf(mdps.values());
    Mdp[] made = new Mdp[mdpKeys.size()];
    workers.forEach(
        made.length,
        token,
        i -> {
          CellKey key = mdpKeys.get(i);
          made[i] = TabularProblems.mdp(key.setup(), key.mdp(), key.seed());
        });
    for (int i = 0; i < made.length; i++) {
      drawn.put(mdpKey(mdpKeys.get(i)), made[i]);
    }
    List<CellKey> exactKeys = List.copyOf(exacts);
    ExactSolution[] exact = new ExactSolution[exactKeys.size()];
    workers.forEach(
        exact.length,
        token,
        i -> {
          CellKey key = exactKeys.get(i);
          exact[i] = ExactSolution.solve(key.setup(), problem(key));
        });
    for (int i = 0; i < exact.length; i++) {
      solved.put(exactKeys.get(i), exact[i]);
    }
    Map<CellKey, Cell<?>> fresh = new LinkedHashMap<>();
    for (CellKey key : next) {
      fresh.put(key, cell(key, problem(key), requireNonNull(solved.get(key.exact())), known));
    }
    return fresh;
  }

  private TabularProblem<?> problem(CellKey key) {
    return TabularProblems.problem(key.setup(), requireNonNull(drawn.get(mdpKey(key))));
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

  /** Every cell that is made, once. */
  List<Cell<?>> distinct() {
    return List.copyOf(cells.values());
  }

  /** The cells of one point of a curve, one for each MDP; empty while they are not all made. */
  List<Cell<?>> cells(int curve, int point) {
    List<Cell<?>> row = new ArrayList<>();
    for (CellKey key : keys.get(curve).get(point)) {
      Cell<?> cell = cells.get(key);
      if (cell == null) {
        return List.of();
      }
      row.add(cell);
    }
    return row;
  }

  /** The cells of every point that is made, over all curves. */
  List<List<Cell<?>>> points() {
    List<List<Cell<?>>> points = new ArrayList<>();
    for (int c = 0; c < keys.size(); c++) {
      for (int p = 0; p < keys.get(c).size(); p++) {
        points.add(cells(c, p));
      }
    }
    return points;
  }

  /** Trials added up so far, counted for each curve that uses them. */
  long trialsDone() {
    long done = 0;
    for (List<List<CellKey>> curve : keys) {
      for (List<CellKey> point : curve) {
        for (CellKey key : point) {
          Cell<?> cell = cells.get(key);
          done += cell == null ? 0 : cell.added();
        }
      }
    }
    return done;
  }

  /** Environment steps sampled for this grid so far; shared and lent estimates cost nothing. */
  long environmentSteps() {
    long steps = -lent;
    for (Cell<?> cell : cells.values()) {
      steps += cell.added() * cell.environmentStepsPerTrial();
    }
    return steps;
  }
}
