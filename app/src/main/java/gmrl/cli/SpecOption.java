package gmrl.cli;

import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.FigureReader;
import gmrl.experiment.Family;
import gmrl.experiment.KeptResult;
import gmrl.experiment.families.SpecDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command begins; common to all commands that run an experiment of a family. */
final class SpecOption {
  @Option(
      names = "--spec",
      paramLabel = "FILE|LINK",
      description =
          "begin with a specification, a result, a run (its folder or run.json), a figure (its PDF,"
              + " SVG, PNG, TeX or JSON; FILE#LABEL for one of its curves) or a state link"
              + " (gmrl:…); the other options change it")
  @Nullable String source;

  @Option(
      names = "--stored",
      description =
          "show the result that --spec names, a run's folder or the JSON of a result, instead of"
              + " computing it")
  boolean stored;

  /** Whether it was given. */
  boolean isGiven() {
    return source != null;
  }

  /**
   * The specification asked for, or the family's own.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  <S> S base(Family<S, ?> family) {
    String given = source;
    if (stored) {
      return kept(family).spec();
    }
    return given == null
        ? family.standard()
        : SpecDocument.open(given, FigureReader::read).read(family);
  }

  /** Whether a result is to be shown instead of computed. */
  boolean isStored() {
    return stored;
  }

  /**
   * The stored result.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  <S, R> KeptResult<S, R> kept(Family<S, R> family) {
    String given = source;
    if (given == null) {
      throw new IllegalArgumentException(
          "--stored needs a run's folder or a result's file, given with --spec");
    }
    try {
      return SpecDocument.result(given, family);
    } catch (IllegalArgumentException e) {
      if (isFigure(given)) {
        throw new IllegalArgumentException(
            given
                + " is a figure, which has no result to show; expected a run's folder or the JSON of"
                + " a result, or leave --stored out to compute it again",
            e);
      }
      throw e;
    }
  }

  private static boolean isFigure(String given) {
    try {
      Path file = Path.of(given.replaceFirst("#.*", ""));
      return Files.isRegularFile(file)
          && FigureDocument.of(FigureReader.document(file)).isPresent();
    } catch (IllegalArgumentException e) {
      return false; // the sentence about the result says more
    }
  }
}
