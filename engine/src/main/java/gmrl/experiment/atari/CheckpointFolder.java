package gmrl.experiment.atari;

import gmrl.atari.learn.Checkpoint;
import gmrl.atari.learn.CheckpointArrays;
import gmrl.atari.learn.CurveRecorder;
import gmrl.atari.learn.LearningCurve;
import gmrl.atari.learn.MetaParameters;
import gmrl.atari.learn.Parameters;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.file.AtomicFile;
import gmrl.experiment.store.RunFolder;
import gmrl.numpy.NamedArray;
import gmrl.numpy.Npz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the seeds of a run keep what they need to go on: one {@code checkpoint-SEED.npz} each,
 * replaced whole.
 *
 * @param folder exists
 * @param every least time between two checkpoints of a seed
 * @param problems takes one sentence when a run has to wait for the disk, and one when it goes on
 */
public record CheckpointFolder(Path folder, Duration every, Consumer<String> problems) {
  private static final Duration HEAVY = Duration.ofMinutes(1);
  private static final Duration LIGHT = Duration.ofSeconds(10);

  private static final long RETRY_MILLIS = 500;
  private static final int COLUMNS = 13;

  /** A folder with the usual time between two checkpoints: what a kill may cost. */
  public static CheckpointFolder of(Path folder, GameSpec game, Consumer<String> problems) {
    return new CheckpointFolder(folder, game.heavy() ? HEAVY : LIGHT, problems);
  }

  /**
   * What is kept of one seed.
   *
   * @param curve rows that are complete
   * @param under sums of the row under way
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Kept(Checkpoint checkpoint, LearningCurve curve, double[] under, long windows) {

    CurveRecorder recorder(long stretch) {
      return new CurveRecorder(stretch, curve, under);
    }
  }

  /** The file of a seed. */
  public Path file(long seed) {
    return file(folder, seed);
  }

  static Path file(Path folder, long seed) {
    return folder.resolve("checkpoint-" + seed + ".npz");
  }

  /**
   * What was kept of a seed, if anything was.
   *
   * @throws IllegalArgumentException in one sentence if the file is damaged or of something else
   */
  Optional<Kept> load(long seed) {
    Path file = file(seed);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(read(file));
  }

  /**
   * Looks whether what was kept of some seeds can be used, before anything is promised.
   *
   * @throws IllegalArgumentException in one sentence if a file is damaged or of something else
   */
  public void check(long first, int seeds) {
    for (long seed = first; seed < first + seeds; seed++) {
      load(seed);
    }
  }

  /**
   * What the network of a seed has learnt so far.
   *
   * @throws IllegalArgumentException in one sentence if nothing usable was kept
   */
  public Parameters parameters(long seed) {
    Path file = file(seed);
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "there is no checkpoint " + file + "; one is kept every " + every.toSeconds() + " s");
    }
    return read(file).checkpoint().learner().parameters();
  }

  /**
   * Reads a checkpoint file.
   *
   * @throws IllegalArgumentException in one sentence if it is damaged or of something else
   */
  static Kept read(Path file) {
    try {
      Map<String, NamedArray> arrays = Npz.read(Files.readAllBytes(file));
      if (!(arrays.get("curve") instanceof NamedArray.Doubles curve)
          || curve.values().length % COLUMNS != 0
          || !(arrays.get("windows") instanceof NamedArray.Longs windows)) {
        throw new IllegalArgumentException("it lacks the curve");
      }
      Kept kept =
          new Kept(
              CheckpointArrays.read(arrays),
              curve(curve.values()),
              // Of older checkpoints, which were taken at complete rows.
              arrays.get("under_way") instanceof NamedArray.Doubles under
                  ? under.values()
                  : new CurveRecorder(1, new LearningCurve(List.of())).underWay(),
              windows.values()[0]);
      kept.recorder(1);
      return kept;
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "the checkpoint " + file + " cannot be used: " + e.getMessage(), e);
    }
  }

  /**
   * Replaces what is kept of a seed. A disk that is full or a folder that has gone makes the run
   * wait, and try again, until it is cancelled: nothing that was learnt is lost.
   */
  void save(long seed, Kept kept, CancellationToken token) {
    List<NamedArray> arrays = new ArrayList<>(CheckpointArrays.write(kept.checkpoint()));
    arrays.add(
        new NamedArray.Doubles(
            "curve", new int[] {kept.curve().points().size(), COLUMNS}, numbers(kept.curve())));
    arrays.add(NamedArray.Doubles.of("under_way", kept.under()));
    arrays.add(NamedArray.Longs.of("windows", kept.windows()));
    byte[] bytes = Npz.write(arrays);
    boolean told = false;
    while (true) {
      try {
        RunFolder.requireThere(folder);
        AtomicFile.write(file(seed), bytes);
        if (told) {
          problems.accept(file(seed) + " could be written again: the run goes on");
        }
        return;
      } catch (IOException e) {
        if (!told) {
          problems.accept(e.getMessage() + "; the run pauses until it can be written");
          told = true;
        }
      }
      pause(token);
    }
  }

  private static void pause(CancellationToken token) {
    token.check();
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      token.cancel();
      Thread.currentThread().interrupt();
    }
    token.check();
  }

  private static double[] numbers(LearningCurve curve) {
    double[] out = new double[curve.points().size() * COLUMNS];
    int at = 0;
    for (LearningCurve.Point p : curve.points()) {
      MetaParameters c = p.coefficients();
      double[] row = {
        p.steps(),
        p.episodes(),
        p.score(),
        p.length(),
        p.valueLoss(),
        p.entropy(),
        p.gradientNorm(),
        c.gamma(),
        c.gaeLambda(),
        c.valueLossCoef(),
        c.entropyCoef(),
        p.outerLoss(),
        p.cosine()
      };
      System.arraycopy(row, 0, out, at, COLUMNS);
      at += COLUMNS;
    }
    return out;
  }

  private static LearningCurve curve(double[] v) {
    List<LearningCurve.Point> points = new ArrayList<>();
    for (int i = 0; i < v.length; i += COLUMNS) {
      points.add(
          new LearningCurve.Point(
              (long) v[i],
              (int) v[i + 1],
              v[i + 2],
              v[i + 3],
              v[i + 4],
              v[i + 5],
              v[i + 6],
              new MetaParameters(v[i + 7], v[i + 8], v[i + 9], v[i + 10]),
              v[i + 11],
              v[i + 12]));
    }
    return new LearningCurve(points);
  }
}
