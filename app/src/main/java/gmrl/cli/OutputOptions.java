package gmrl.cli;

import gmrl.experiment.Family;
import gmrl.experiment.file.AtomicFile;
import gmrl.experiment.file.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where a result goes and in which form; common to all commands. */
final class OutputOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, csv or json (a table, or json for estimate)")
  @Nullable Format format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write the result to a file instead of standard output")
  @Nullable Path out;

  @Option(names = "--quiet", description = "no progress on standard error")
  boolean quiet;

  @Spec(Target.MIXEE)
  @Nullable CommandSpec spec;

  /** The form of a result. */
  enum Format {
    table,
    csv,
    json
  }

  /** The form asked for, or a command's own. */
  Format format(Format usual) {
    return Optional.ofNullable(format).orElse(usual);
  }

  /** Where progress goes; nowhere if it is not wanted. */
  Optional<PrintWriter> progress() {
    return quiet ? Optional.empty() : Optional.of(command().getErr());
  }

  private CommandLine command() {
    return Objects.requireNonNull(spec).commandLine();
  }

  /** Where problems go, wanted or not. */
  PrintWriter errors() {
    return command().getErr();
  }

  /** Whether the result goes to a file. */
  boolean toFile() {
    return out != null;
  }

  /** Shows something that is not the result, in a terminal. */
  void screen(String text) {
    print(text);
  }

  /**
   * Refuses an output file that cannot be written, before anything is computed.
   *
   * @throws IllegalArgumentException in one sentence
   */
  void check() {
    Path file = out;
    if (file != null) {
      try {
        AtomicFile.requireWritable(file);
      } catch (IOException e) {
        throw new IllegalArgumentException("--out: " + e.getMessage(), e);
      }
    }
  }

  /**
   * Delivers a list in the form asked for.
   *
   * @throws IOException in one sentence if the file cannot be written
   */
  void deliver(TextTable list) throws IOException {
    deliver(list.as(format(Format.table)));
  }

  /**
   * Delivers the result; if the file cannot be written it goes to standard output, so that it is
   * not lost.
   *
   * @throws IOException in one sentence if the file cannot be written
   */
  void deliver(String text) throws IOException {
    Path file = out;
    if (file == null) {
      print(text);
      return;
    }
    try {
      AtomicFile.write(file, text);
    } catch (IOException e) {
      print(text);
      throw new IOException(
          "--out: " + e.getMessage() + "; the result went to standard output instead", e);
    }
  }

  /**
   * Delivers what became of a run in the form asked for.
   *
   * @param every a series over updates shows every so many of them
   * @param table the result for people
   * @return the exit code
   * @throws IOException in one sentence if the file cannot be written
   */
  <S, R> int deliver(
      Family<S, R> family, S spec, RunOptions.Outcome<R> outcome, int every, Supplier<String> table)
      throws IOException {
    deliver(
        switch (format(Format.table)) {
          case json -> Json.pretty(family.json(spec, outcome.result(), outcome.facts(every)));
          case csv -> family.csv(spec, outcome.result(), every).text();
          case table -> table.get();
        });
    return outcome.exitCode();
  }

  private void print(String text) {
    command().getOut().print(text);
    command().getOut().flush();
  }
}
