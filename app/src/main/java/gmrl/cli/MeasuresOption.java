package gmrl.cli;

import gmrl.experiment.bias.BiasMeasure;
import java.util.List;
import picocli.CommandLine.Option;

/** Which measures of a bias study a table shows; nothing of it is computed for a table alone. */
final class MeasuresOption {
  @Option(
      names = "--measures",
      paramLabel = "NAME,…",
      split = ",",
      converter = BiasConverters.OfMeasure.class,
      completionCandidates = BiasConverters.Measures.class,
      description = "columns of the table: ${COMPLETION-CANDIDATES}")
  List<BiasMeasure> measures = BiasTable.USUAL;

  /** Each once, in the order given. */
  List<BiasMeasure> chosen() {
    return measures.stream().distinct().toList();
  }
}
