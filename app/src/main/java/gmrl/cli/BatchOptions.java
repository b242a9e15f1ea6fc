package gmrl.cli;

import gmrl.experiment.Workers;
import gmrl.experiment.file.AtomicFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How a list of computations is made, one after the other, into a folder. */
final class BatchOptions {
  @Option(names = "--quick", description = "a small budget: seconds instead of minutes")
  boolean quick;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of everything random, instead of the one each brings along")
  @Nullable Long seed;

  @Mixin ThreadsOption threads = new ThreadsOption();

  @Mixin ProgressOption told = new ProgressOption();

  @Spec(Target.MIXEE)
  @Nullable CommandSpec spec;

  /** The workers asked for. */
  Workers workers() {
    return threads.workers();
  }

  /** The seed that is asked for. */
  Optional<Long> seed() {
    return Optional.ofNullable(seed);
  }

  /** Where results go. */
  PrintWriter results() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  /** Where progress goes for people; nowhere if it is not wanted. */
  Optional<PrintWriter> progress() {
    return told.words(errors());
  }

  /** Where each step is told in a line of JSON, if that is asked for. */
  Optional<PrintWriter> lines() {
    return told.lines(errors());
  }

  /**
   * Says beside the results what of one of several is not as somebody may want it.
   *
   * @param told where each step is told to a script, if one listens
   */
  void warn(ProgressLines told, String kind, String name, String sentence) {
    if (lines().isPresent()) {
      told.warn(kind, name, sentence);
    } else {
      errors().println(name + ": " + sentence);
      errors().flush();
    }
  }

  private PrintWriter errors() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }

  /** Makes the folder of {@code --out}, so that one that cannot be used costs no computation. */
  static void prepare(Path folder) {
    try {
      AtomicFile.requireFolder(folder);
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw AtomicFile.cannotWrite(folder, e);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("--out: " + e.getMessage(), e);
    }
  }
}
