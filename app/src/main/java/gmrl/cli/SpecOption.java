package gmrl.cli;

import gmrl.app.figure.FigureReader;
import gmrl.experiment.Family;
import gmrl.experiment.families.SpecDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command begins; common to all commands that run an experiment of a family. */
final class SpecOption {
  @Option(
      names = "--spec",
      paramLabel = "FILE|LINK",
      description =
          "begin with a specification, a result, a run.json, a figure (its PDF, SVG, PNG, TeX or JSON;"
              + " FILE#LABEL for one of its curves) or a state link (gmrl:…); the other options"
              + " change it")
  @Nullable String source;

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
    return given == null
        ? family.standard()
        : SpecDocument.open(given, FigureReader::read).read(family);
  }
}
