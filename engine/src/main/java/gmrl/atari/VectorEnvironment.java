package gmrl.atari;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * N environments of one kind that are stepped together. One whose episode has ended begins the next
 * one at once, so that the observation that {@link #step} writes is always one to act on; what was
 * seen at a time limit is kept in {@link #finalObservation}.
 *
 * <p>Every environment draws from its own generator, so the results do not depend on the number of
 * threads. The object itself is used by one thread at a time.
 */
public final class VectorEnvironment implements AutoCloseable {
  private final List<Environment> environments;
  private final ObservationShape shape;
  private final int threads;
  private Crew crew;
  private double[] rewards;
  private boolean[] terminated;
  private boolean[] truncated;
  private double[] scores;
  private int[] lengths;
  private Episode[] finished;
  private float[][] finals;
  private final List<Episode> episodes = new ArrayList<>();
  private int restored;

  /**
   * @param environments of one shape and action set; closed with this object
   * @param threads how many step them, at least 1; one is best where a step takes microseconds
   */
  public VectorEnvironment(List<? extends Environment> environments, int threads) {
    this.environments = new ArrayList<>(environments);
    if (this.environments.isEmpty()) {
      throw new IllegalArgumentException("at least one environment is needed");
    }
    Environment first = this.environments.get(0);
    this.shape = first.shape();
    this.threads = threads;
    this.environments.forEach(e -> requireSameKind(first, e));
    int n = this.environments.size();
    this.crew = new Crew(Math.min(threads, n));
    this.rewards = new double[n];
    this.terminated = new boolean[n];
    this.truncated = new boolean[n];
    this.scores = new double[n];
    this.lengths = new int[n];
    this.finished = new Episode[n];
    this.finals = new float[n][];
  }

  private static void requireSameKind(Environment first, Environment e) {
    if (!e.shape().equals(first.shape()) || e.actions() != first.actions()) {
      throw new IllegalArgumentException(
          "environments of different kinds: " + first.label() + " and " + e.label());
    }
  }

  /**
   * Makes them more or fewer. Those that stay play on where they are; those that come begin a game,
   * those that go are closed, the last ones first. What the last step said of the others stays
   * true.
   *
   * @param count at least 1
   * @param more opens one that comes, of the kind of the others
   */
  public void resize(int count, Supplier<? extends Environment> more) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one environment is needed, not " + count);
    }
    int before = size();
    while (size() > count) {
      environments.remove(size() - 1).close();
    }
    while (size() < count) {
      Environment next = more.get();
      requireSameKind(environments.get(0), next);
      environments.add(next);
    }
    if (before == count) {
      return;
    }
    crew.close();
    crew = new Crew(Math.min(threads, count));
    rewards = Arrays.copyOf(rewards, count);
    terminated = Arrays.copyOf(terminated, count);
    truncated = Arrays.copyOf(truncated, count);
    scores = Arrays.copyOf(scores, count);
    lengths = Arrays.copyOf(lengths, count);
    finished = new Episode[count];
    finals = Arrays.copyOf(finals, count);
    crew.run(Math.max(0, count - before), i -> environments.get(before + i).reset());
  }

  /** How many environments there are. */
  public int size() {
    return environments.size();
  }

  /** The shape of one observation. */
  public ObservationShape shape() {
    return shape;
  }

  /** Actions are 0 … actions − 1. */
  public int actions() {
    return environments.get(0).actions();
  }

  /** What is played, as a person should read it. */
  public String label() {
    return environments.get(0).label();
  }

  /** Environment {@code i}; whoever steps it by hand takes it out of step with the others. */
  public Environment environment(int i) {
    return environments.get(i);
  }

  /**
   * Begins an episode everywhere.
   *
   * @param observations modified: [N][shape] from {@code offset} on
   */
  public void reset(float[] observations, int offset) {
    check(observations, offset);
    Arrays.fill(rewards, 0);
    Arrays.fill(terminated, false);
    Arrays.fill(truncated, false);
    Arrays.fill(scores, 0);
    Arrays.fill(lengths, 0);
    episodes.clear();
    crew.run(
        size(),
        i -> {
          environments.get(i).reset();
          environments.get(i).observe(observations, offset + i * shape.size());
        });
  }

  /** Writes the present observations again, for example after {@link #restore}. */
  public void observe(float[] observations, int offset) {
    check(observations, offset);
    for (int i = 0; i < size(); i++) {
      environments.get(i).observe(observations, offset + i * shape.size());
    }
  }

  /**
   * One decision everywhere.
   *
   * @param actions [N]; not modified
   * @param observations modified: [N][shape] from {@code offset} on
   */
  public void step(int[] actions, float[] observations, int offset) {
    if (actions.length != size()) {
      throw new IllegalArgumentException(
          actions.length + " actions for " + size() + " environments");
    }
    check(observations, offset);
    crew.run(size(), i -> step(i, actions[i], observations, offset + i * shape.size()));
    episodes.clear();
    for (int i = 0; i < size(); i++) {
      if (finished[i] != null) {
        episodes.add(finished[i]);
        finished[i] = null;
      }
    }
  }

  private void step(int i, int action, float[] observations, int offset) {
    Environment e = environments.get(i);
    e.step(action);
    rewards[i] = e.reward();
    terminated[i] = e.terminated();
    truncated[i] = e.truncated();
    scores[i] += e.score();
    lengths[i]++;
    if (e.gameOver()) {
      long frames = (long) lengths[i] * e.framesPerStep();
      finished[i] = new Episode(i, scores[i], lengths[i], frames, truncated[i]);
      scores[i] = 0;
      lengths[i] = 0;
    }
    if (truncated[i]) {
      if (finals[i] == null) {
        finals[i] = new float[shape.size()];
      }
      e.observe(finals[i], 0);
    }
    if (terminated[i] || truncated[i]) {
      e.reset();
    }
    e.observe(observations, offset);
  }

  /** The reward of environment {@code i} at the last step as a learner should see it. */
  public double reward(int i) {
    return rewards[i];
  }

  /** Whether the last step ended the task of environment {@code i}: no value beyond. */
  public boolean terminated(int i) {
    return terminated[i];
  }

  /** Whether a time limit cut environment {@code i} at the last step: a value beyond. */
  public boolean truncated(int i) {
    return truncated[i];
  }

  /**
   * Writes what environment {@code i} showed when the time limit cut it at the last step.
   *
   * @param target modified: [shape] from {@code offset} on
   * @throws IllegalStateException if no time limit did
   */
  public void finalObservation(int i, float[] target, int offset) {
    if (!truncated[i]) {
      throw new IllegalStateException("no time limit cut environment " + i + " at the last step");
    }
    System.arraycopy(finals[i], 0, target, offset, shape.size());
  }

  /** The games that ended at the last step, in the order of the environments. */
  public List<Episode> episodes() {
    return List.copyOf(episodes);
  }

  /** Everything that the steps to come depend on. */
  public Saved save() {
    return new Saved(
        environments.stream().map(Environment::save).toList(),
        Arrays.stream(scores).boxed().toList(),
        Arrays.stream(lengths).boxed().toList());
  }

  /**
   * Goes on where {@link #save} was called; the last step's rewards are not kept.
   *
   * @return how many environments go on exactly; the others have begun a new game
   */
  public int restore(Saved saved) {
    if (saved.states().size() != size()) {
      throw new IllegalArgumentException(
          saved.states().size() + " saved environments for " + size());
    }
    boolean[] exact = new boolean[size()];
    crew.run(size(), i -> exact[i] = environments.get(i).restore(saved.states().get(i)));
    Arrays.setAll(scores, i -> exact[i] ? saved.scores().get(i) : 0);
    Arrays.setAll(lengths, i -> exact[i] ? saved.lengths().get(i) : 0);
    Arrays.fill(rewards, 0);
    Arrays.fill(terminated, false);
    Arrays.fill(truncated, false);
    episodes.clear();
    restored = (int) IntStream.range(0, size()).filter(i -> exact[i]).count();
    return restored;
  }

  /** What the last {@link #restore} answered; 0 if there was none. */
  public int restored() {
    return restored;
  }

  /**
   * A saved vector.
   *
   * @param states one array per environment, see {@link Environment#save}
   * @param scores what each unfinished game has scored so far
   * @param lengths decisions each unfinished game has taken so far
   */
  public record Saved(List<long[]> states, List<Double> scores, List<Integer> lengths) {
    public Saved {
      states = states.stream().map(long[]::clone).toList();
      scores = List.copyOf(scores);
      lengths = List.copyOf(lengths);
      if (states.size() != scores.size() || states.size() != lengths.size()) {
        throw new IllegalArgumentException(
            states.size()
                + " states with "
                + scores.size()
                + " scores and "
                + lengths.size()
                + " lengths");
      }
    }
  }

  private void check(float[] observations, int offset) {
    int needed = size() * shape.size();
    if (offset < 0 || observations.length - offset < needed) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "observations need %d numbers from %d on, the buffer has %d",
              needed,
              offset,
              observations.length));
    }
  }

  @Override
  public void close() {
    crew.close();
    IntStream.range(0, size()).forEach(i -> environments.get(i).close());
  }
}
