package gmrl.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How progress is told on standard error; common to all commands that compute. */
final class ProgressOption {
  @Option(names = "--quiet", description = "no progress on standard error")
  boolean quiet;

  @Option(
      names = "--progress",
      paramLabel = "FORM",
      description =
          "how progress is told on standard error: bar, jsonl (one line of JSON for each step), or"
              + " none (default: bar)")
  @Nullable Form progress;

  /** Ways to tell it. */
  enum Form {
    bar,
    jsonl,
    none
  }

  private Form form() {
    Form asked = progress;
    if (quiet && asked != null && asked != Form.none) {
      throw new IllegalArgumentException(
          "--quiet is given beside --progress " + asked + ", expected one of the two");
    }
    return quiet ? Form.none : Optional.ofNullable(asked).orElse(Form.bar);
  }

  /** Where it goes for people, if they want it. */
  Optional<PrintWriter> words(PrintWriter err) {
    return form() == Form.bar ? Optional.of(err) : Optional.empty();
  }

  /** Where it goes for programs, if they want it. */
  Optional<PrintWriter> lines(PrintWriter err) {
    return form() == Form.jsonl ? Optional.of(err) : Optional.empty();
  }
}
