package gmrl.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Family;
import gmrl.experiment.file.ArrowFile;
import gmrl.experiment.file.AtomicFile;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.TableArchive;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where a result goes and in which form; common to all commands. */
final class OutputOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "table, csv, json, or jsonl: one line for each step of progress, the last with the result"
              + " (a table, or json for estimate)")
  @Nullable Format format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "write the result to a file instead of standard output; its table for Arrow (Feather) or"
              + " NumPy where the name ends in .arrow, .feather or .npz")
  @Nullable Path out;

  @Mixin ProgressOption told = new ProgressOption();

  @Spec(Target.MIXEE)
  @Nullable CommandSpec spec;

  /** The form of a result. */
  enum Format {
    table,
    csv,
    json,
    jsonl
  }

  /** The form asked for, or a command's own. */
  Format format(Format usual) {
    return Optional.ofNullable(format).orElse(usual);
  }

  /** Where progress goes; nowhere if it is not wanted, or if it is part of the result. */
  Optional<PrintWriter> progress() {
    Optional<PrintWriter> words = told.words(command().getErr());
    return format == Format.jsonl ? Optional.empty() : words;
  }

  /** Where each step is told in a line of JSON, if that is asked for. */
  Optional<PrintWriter> lines() {
    return format == Format.jsonl
        ? Optional.of(command().getOut())
        : told.lines(command().getErr());
  }

  private CommandLine command() {
    return Objects.requireNonNull(spec).commandLine();
  }

  /** Where problems go, wanted or not. */
  PrintWriter errors() {
    return command().getErr();
  }

  /** Says what a user should know of what was asked for, also where no progress is wanted. */
  void remark(List<String> sentences) {
    sentences.forEach(errors()::println);
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
      if (file.toString().endsWith(".parquet")) {
        throw new IllegalArgumentException(
            "--out is %s, expected .arrow or .feather for a table in columns (Parquet is not written)"
                .formatted(file));
      }
      if (archive(file).isPresent() && format != null) {
        throw new IllegalArgumentException(
            "--out: the name of %s says its form, expected no --format %s beside it"
                .formatted(file, format));
      }
      try {
        AtomicFile.requireWritable(file);
      } catch (IOException e) {
        throw new IllegalArgumentException("--out: " + e.getMessage(), e);
      }
    }
  }

  /**
   * Refuses a form for what is text and nothing else.
   *
   * @param what it is
   * @throws IllegalArgumentException in one sentence
   */
  void requireText(String what) {
    if (format != null && format != Format.table) {
      throw new IllegalArgumentException(
          "--format is %s, expected none: %s is text".formatted(format, what));
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
    write(file, text.getBytes(StandardCharsets.UTF_8), () -> text);
  }

  private void write(Path file, byte[] content, Supplier<String> instead) throws IOException {
    try {
      AtomicFile.write(file, content);
    } catch (IOException e) {
      print(instead.get());
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
        Format.table,
        () -> family.json(spec, outcome.result(), outcome.facts(every)),
        () -> family.csv(spec, outcome.result(), every),
        table);
    return outcome.exitCode();
  }

  /**
   * Delivers a result in the form asked for.
   *
   * @param usual the form if none is asked for
   * @param json the result as a document
   * @param csv the result as a table for programs
   * @param table the result for people
   * @throws IOException in one sentence if the file cannot be written
   */
  void deliver(
      Format usual,
      Supplier<? extends JsonNode> json,
      Supplier<CsvTable> csv,
      Supplier<String> table)
      throws IOException {
    Path file = out;
    Optional<BiFunction<CsvTable, Set<String>, byte[]>> archive =
        file == null ? Optional.empty() : archive(file);
    if (file != null && archive.isPresent()) {
      CsvTable rows = csv.get();
      write(file, archive.get().apply(rows, TEXTS), rows::text);
      return;
    }
    switch (format(usual)) {
      case json -> deliver(Json.pretty(json.get()));
      case csv -> deliver(csv.get().text());
      case table -> deliver(table.get());
      case jsonl -> {
        ObjectNode last = JsonNodeFactory.instance.objectNode().put("event", "result");
        if (file == null) {
          last.set("result", json.get());
        } else {
          deliver(Json.line(json.get()) + "\n");
          last.put("file", file.toString());
        }
        print(Json.line(last) + "\n");
      }
    }
  }

  /**
   * Delivers arrays instead of a table, if the file asked for is NumPy's archive.
   *
   * @param archive makes its bytes
   * @param instead the same as text, if the file cannot be written
   * @return whether it is
   * @throws IOException in one sentence if the file cannot be written
   */
  boolean deliverArrays(Supplier<byte[]> archive, Supplier<String> instead) throws IOException {
    Path file = out;
    if (file == null || !file.toString().toLowerCase(Locale.ROOT).endsWith(".npz")) {
      return false;
    }
    write(file, archive.get(), instead);
    return true;
  }

  /** Columns that are text even where nothing stands in them. */
  private static final Set<String> TEXTS =
      Set.of("curve", "variable", "condition", "status", "message", "headline.best.change");

  /** What makes the bytes of a file whose name says that it is no text. */
  private static Optional<BiFunction<CsvTable, Set<String>, byte[]>> archive(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".arrow") || name.endsWith(".feather")) {
      return Optional.of(ArrowFile::write);
    }
    return name.endsWith(".npz") ? Optional.of(TableArchive::write) : Optional.empty();
  }

  private void print(String text) {
    command().getOut().print(text);
    command().getOut().flush();
  }
}
