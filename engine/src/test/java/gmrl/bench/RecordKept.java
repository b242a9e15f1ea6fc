package gmrl.bench;

import gmrl.atari.ObservationShape;
import gmrl.atari.learn.Making;
import gmrl.atari.learn.NetworkSpec;
import gmrl.atari.learn.Parameters;
import gmrl.atari.learn.RecordedRun;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.CheckpointFolder;
import gmrl.experiment.atari.RecordedRuns;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.store.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * Makes a recorded run of what the command {@code atari} has kept of a game of the emulator, as far
 * as it got.
 *
 * <p>Arguments: a folder, the version of the program, seconds and processor seconds that the run's
 * processes took, steps that these leave out, a run folder, and the steps at each of which it went
 * on.
 */
public final class RecordKept {
  private static final int SIDE = 84;

  private RecordKept() {}

  public static void main(String[] args) throws IOException {
    Path kept = Path.of(args[5]);
    AtariSpec spec = new AtariFamily().read(StoredRun.open(kept).config());
    String started = JsonView.read(kept.resolve("run.json")).at("started").text();
    Parameters learnt =
        CheckpointFolder.of(kept, spec.game(), problem -> {}).parameters(spec.seed());
    int actions =
        learnt.tensors().stream()
            .filter(t -> t.name().equals("policy.bias"))
            .findFirst()
            .orElseThrow()
            .data()
            .length;
    RecordedRun run =
        new RecordedRun(
            spec.game().id(),
            spec.game().label(),
            spec.learning(),
            NetworkSpec.nature(
                new ObservationShape(SIDE, SIDE, 4),
                actions,
                spec.learning().algorithm().conditioned()),
            spec.seed(),
            new Making(
                args[1],
                Instant.parse(started).truncatedTo(ChronoUnit.SECONDS),
                Double.parseDouble(args[2]),
                Double.parseDouble(args[3]),
                Arrays.stream(args).skip(6).map(Long::valueOf).toList(),
                Long.parseLong(args[4])),
            RecordedRuns.of(kept, System.err::println).get(0).curve());
    Path file =
        Path.of(
            args[0],
            run.game()
                + "-"
                + spec.learning().algorithm().id()
                + "-"
                + spec.learning().numEnvSteps() / 1000
                + "k-"
                + run.seed()
                + ".json");
    Files.writeString(file, run.json());
    System.out.println(file + ": " + run.steps() + " steps");
  }
}
