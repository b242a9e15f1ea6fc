package gmrl.bench;

import gmrl.atari.Environment;
import gmrl.atari.StatefulRandom;
import gmrl.atari.VectorEnvironment;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.CheckpointArrays;
import gmrl.atari.learn.CurveRecorder;
import gmrl.atari.learn.LearningCurve;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.Making;
import gmrl.atari.learn.NetworkSpec;
import gmrl.atari.learn.RecordedRun;
import gmrl.atari.learn.Trainer;
import gmrl.atari.learn.UpdateReport;
import gmrl.atari.mini.Miniature;
import gmrl.atari.mini.MiniatureGame;
import gmrl.atari.mini.MiniatureSettings;
import gmrl.autodiff.Scope;
import gmrl.numpy.Npz;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes recorded runs of learners on miniature games, each on one thread.
 *
 * <p>Arguments: a folder, the version of the program, the number of threads, then one run each as
 * game,algorithm,seed,steps. A run that is there and complete is not made again; one under way is
 * written at every twentieth of its length with a checkpoint beside it, from which an interrupted
 * one goes on.
 */
public final class RecordRuns {
  private static final int POINTS = 200;
  private static final int DIAGNOSE_EVERY = 50;

  private RecordRuns() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    ExecutorService threads = Executors.newFixedThreadPool(Integer.parseInt(args[2]));
    List<Future<?>> runs = new ArrayList<>();
    for (int i = 3; i < args.length; i++) {
      Task task = Task.of(args[i]);
      runs.add(
          threads.submit(
              () -> {
                record(folder, args[1], task);
                return null;
              }));
    }
    threads.shutdown();
    for (Future<?> run : runs) {
      try {
        run.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a run failed", e.getCause());
      }
    }
  }

  /** What is recorded: a file, a game, a learner in it. */
  private record Task(
      String name, String game, LearningSettings settings, long seed, List<Environment> games) {

    /** Of game,algorithm,seed,steps. */
    static Task of(String argument) {
      String[] part = argument.split(",", -1);
      long seed = Long.parseLong(part[2]);
      long steps = Long.parseLong(part[3]);
      String tail = "-%s-%dk-%d.json".formatted(part[1], steps / 1000, seed);
      Miniature game = Miniature.of(part[0]);
      LearningSettings settings =
          LearningSettings.miniature(Algorithm.of(part[1])).withNumEnvSteps(steps);
      return new Task(
          "minatar-" + game.id() + tail,
          "minatar:" + game.id(),
          settings,
          seed,
          miniatures(game, settings.numProcesses(), seed));
    }

    NetworkSpec network() {
      Environment first = games.get(0);
      boolean conditioned = settings.algorithm().conditioned();
      return NetworkSpec.miniature(first.shape(), first.actions(), conditioned);
    }
  }

  private static void record(Path folder, String version, Task task) throws IOException {
    LearningSettings settings = task.settings();
    long seed = task.seed();
    long steps = settings.numEnvSteps();
    String name = task.name();
    Path file = folder.resolve(name);
    if (Files.exists(file) && RecordedRun.read(Files.readString(file)).complete()) {
      return;
    }
    Path checkpoint = folder.resolve(name.replace(".json", ".npz"));
    boolean resumed = Files.exists(file) && Files.exists(checkpoint);
    try (VectorEnvironment environments = new VectorEnvironment(task.games(), 1);
        Scope scope = Scope.open()) {
      NetworkSpec network = task.network();
      RecordedRun before = resumed ? RecordedRun.read(Files.readString(file)) : null;
      Trainer trainer =
          resumed
              ? Trainer.resume(
                  settings,
                  network,
                  environments,
                  CheckpointArrays.read(Npz.read(Files.readAllBytes(checkpoint))))
              : Trainer.start(settings, network, environments, seed);
      CurveRecorder curve =
          new CurveRecorder(
              steps / POINTS, before == null ? new LearningCurve(List.of()) : before.curve());
      Making made =
          before == null
              ? Making.of(version, Instant.now().truncatedTo(ChronoUnit.SECONDS), 0, 0)
              : before.made();
      List<Long> resumedAt = new ArrayList<>(made.resumedAt());
      if (before != null) {
        resumedAt.add(before.steps());
      }
      long wall = System.nanoTime();
      long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      int updates = trainer.checkpoint().learner().updates() / settings.meta().innerSteps();
      int written = curve.curve().points().size();
      while (!trainer.done()) {
        UpdateReport report =
            trainer.update(settings.algorithm().meta() && updates++ % DIAGNOSE_EVERY == 0);
        boolean more = curve.add(report);
        int points = curve.curve().points().size();
        if (more && (points >= written + POINTS / 20 || trainer.done())) {
          written = points;
          RecordedRun run =
              new RecordedRun(
                  task.game(),
                  environments.label(),
                  settings,
                  network,
                  seed,
                  new Making(
                      version,
                      made.begun(),
                      made.seconds() + (System.nanoTime() - wall) / 1e9,
                      made.processorSeconds()
                          + (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                                  - processor)
                              / 1e9,
                      resumedAt,
                      made.timedFrom()),
                  curve.curve());
          write(checkpoint, Npz.write(CheckpointArrays.write(trainer.checkpoint())));
          write(file, run.json().getBytes(StandardCharsets.UTF_8));
          System.out.printf(
              Locale.ROOT,
              "%s %d steps, score %.2f, %.0f steps a second, %.0f MB%n",
              name,
              run.steps(),
              curve.curve().scoreAfter(run.steps() - steps / 20),
              run.steps() / run.made().seconds(),
              scope.bytesReserved() / 1e6);
        }
      }
    }
    Files.deleteIfExists(checkpoint);
  }

  private static List<Environment> miniatures(Miniature game, int n, long seed) {
    // Not the generator of parameters and actions, which starts at the seed itself.
    StatefulRandom seeds = new StatefulRandom(~seed);
    List<Environment> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(
          new MiniatureGame(
              MiniatureSettings.of(game).withMinimalActions(true),
              new StatefulRandom(seeds.nextLong())));
    }
    return all;
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
