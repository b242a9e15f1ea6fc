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
import gmrl.numpy.StateArrays;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a study: for every curve, sweep point and MDP the one that estimates it, where equal
 * estimates share one.
 */
final class CellGrid {
  /** Which MDP a seed draws. */
  record MdpKey(MdpSource source, double gamma, int mdp, long seed) {
    /** One study has one source. */
    @Override
    public int hashCode() {
      return 31 * (31 * mdp + Long.hashCode(seed)) + Double.hashCode(gamma);
    }
  }

  /** Where a cell is wanted: by one or more points. */
  private static final class Place {
    private final CellKey key;
    private @Nullable Cell<?> cell;

    Place(CellKey key) {
      this.key = key;
    }
  }

  private final TrialBank bank;
  private final List<List<List<Place>>> places = new ArrayList<>();

  /** Places without a cell, those of single points first, then those nearest to the present. */
  private final Deque<Place> missing = new ArrayDeque<>();

  /** Every cell that is made, once, in the order in which they are of interest. */
  private final List<Cell<?>> cells = new ArrayList<>();

  private final Map<MdpKey, Mdp> drawn = new HashMap<>();
  private final Map<CellKey, ExactSolution> solved = new HashMap<>();
  private final Map<CellKey, KnownMeans<?>> known = new HashMap<>();

  /** How many places the next openings make, until every single point is made. */
  private final Deque<Integer> openings = new ArrayDeque<>();

  /** Environment steps that were sampled before this grid was built. */
  private long lent;

  private CellGrid(BiasStudy study, TrialBank bank, @Nullable TabularSetup present) {
    this.bank = bank;
    Map<CellKey, Place> distinct = new HashMap<>();
    Set<Place> alone = new LinkedHashSet<>();
    int first = 0;
    NavigableMap<Integer, Set<Place>> swept = new TreeMap<>();
    for (BiasSpec spec : study.specs()) {
      List<List<Place>> curve = new ArrayList<>();
      List<TabularSetup> setups = spec.points();
      for (int p = 0; p < setups.size(); p++) {
        TabularSetup setup = canonical(setups.get(p));
        Set<Place> order =
            spec.sweep().isEmpty()
                ? alone
                : swept.computeIfAbsent(distance(spec, p, present), d -> new LinkedHashSet<>());
        List<Place> point = new ArrayList<>();
        for (int mdp = 0; mdp < setup.mdps().count(); mdp++) {
          CellKey key = new CellKey(setup, mdp, spec.seed(), spec.trials(), spec.route());
          Place place = distinct.computeIfAbsent(key, Place::new);
          order.add(place);
          point.add(place);
        }
        curve.add(point);
      }
      places.add(curve);
      first = first == 0 ? alone.size() : first;
    }
    Set<Place> done = new HashSet<>(alone);
    alone.stream().limit(first).forEach(this::borrow);
    int ahead = missing.size();
    alone.stream().skip(first).forEach(this::borrow);
    plan(present == null ? 0 : ahead);
    for (Set<Place> ring : swept.values()) {
      ring.stream().filter(done::add).forEach(this::borrow);
    }
  }

  /** Single points come first: where somebody waits, those of the first curve before the others. */
  private void plan(int ahead) {
    if (ahead > 0) {
      openings.add(ahead);
    }
    if (missing.size() > ahead) {
      openings.add(missing.size() - ahead);
    }
  }

  /** How many points of a sweep lie between one and where the sliders stand. */
  private static int distance(BiasSpec spec, int point, @Nullable TabularSetup present) {
    if (present == null) {
      return 0;
    }
    Sweep sweep = spec.sweep().orElseThrow();
    double here = sweep.variable().read(present);
    int nearest = 0;
    for (int i = 1; i < sweep.values().size(); i++) {
      if (Math.abs(sweep.values().get(i) - here) < Math.abs(sweep.values().get(nearest) - here)) {
        nearest = i;
      }
    }
    return Math.abs(point - nearest);
  }

  private void borrow(Place place) {
    Cell<?> lender = bank.find(place.key);
    if (lender == null) {
      missing.add(place);
    } else {
      place.cell = lender;
      cells.add(lender);
      lent += lender.added() * lender.environmentStepsPerTrial();
    }
  }

  /**
   * The grid of a study with the cells that are known.
   *
   * @param bank lends the cells it knows and keeps the new ones
   * @param present where the sliders stand: points near to it are made first; null for none
   */
  static CellGrid plan(BiasStudy study, TrialBank bank, @Nullable TabularSetup present) {
    return new CellGrid(study, bank, present);
  }

  /** The whole grid of a study. */
  static CellGrid build(BiasStudy study, TrialBank bank, Workers workers, CancellationToken token) {
    CellGrid grid = plan(study, bank, null);
    grid.openAll(workers, token);
    return grid;
  }

  /** Makes every cell. */
  void openAll(Workers workers, CancellationToken token) {
    while (!isOpen()) {
      open(Integer.MAX_VALUE, workers, token);
    }
  }

  /** Puts every cell down, or takes it up; all of them are made. */
  void carry(StateArrays state) {
    if (state.count("cells", cells.size()) != cells.size()) {
      throw new IllegalArgumentException("it is of another study");
    }
    for (int i = 0; i < cells.size(); i++) {
      cells.get(i).carry(state.part("cell" + i));
    }
  }

  /** Whether every single point is made. */
  boolean hasSingles() {
    return openings.isEmpty();
  }

  /** Whether every cell is made. */
  boolean isOpen() {
    return missing.isEmpty();
  }

  /**
   * Makes some more cells: first the single points, since they are the whole of their curves. MDPs
   * and exact solutions that several cells need are computed once.
   *
   * @param most how many, where no single points are missing
   * @return the new cells
   */
  List<Cell<?>> open(int most, Workers workers, CancellationToken token) {
    List<Place> next = new ArrayList<>();
    int count = openings.isEmpty() ? most : openings.remove();
    while (next.size() < count && !missing.isEmpty()) {
      next.add(missing.remove());
    }
    List<CellKey> keys = next.stream().map(place -> place.key).toList();
    Map<CellKey, Cell<?>> made = make(keys, workers, token);
    next.forEach(place -> place.cell = made.get(place.key));
    bank.keep(made);
    cells.addAll(made.values());
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
          made[i] =
              bank.mdp(mdpKey(key), () -> TabularProblems.mdp(key.setup(), key.mdp(), key.seed()));
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
    return List.copyOf(cells);
  }

  /** The cells of one point of a curve, one for each MDP; empty while they are not all made. */
  List<Cell<?>> cells(int curve, int point) {
    List<Cell<?>> row = new ArrayList<>();
    for (Place place : places.get(curve).get(point)) {
      Cell<?> cell = place.cell;
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
    for (int c = 0; c < places.size(); c++) {
      for (int p = 0; p < places.get(c).size(); p++) {
        points.add(cells(c, p));
      }
    }
    return points;
  }

  /** Trials added up so far, counted for each curve that uses them. */
  long trialsDone() {
    long done = 0;
    for (List<List<Place>> curve : places) {
      for (List<Place> point : curve) {
        for (Place place : point) {
          Cell<?> cell = place.cell;
          done += cell == null ? 0 : cell.added();
        }
      }
    }
    return done;
  }

  /** Environment steps sampled for this grid so far; shared and lent estimates cost nothing. */
  long environmentSteps() {
    long steps = -lent;
    for (Cell<?> cell : cells) {
      steps += cell.added() * cell.environmentStepsPerTrial();
    }
    return steps;
  }
}
