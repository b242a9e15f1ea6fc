package gmrl.experiment.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Family;
import gmrl.experiment.TableReading;
import gmrl.experiment.Workers;
import gmrl.experiment.compare.RunTable;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.JsonView;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Runs single points of a sweep; the numbers do not depend on where or on how many threads. */
public final class PointRunner {
  private final SweepPlan plan;
  private final List<String> summary;

  /** A runner of any points of a plan; may be shared between threads. */
  public PointRunner(SweepPlan plan) {
    this.plan = plan;
    summary = summaryHeader(plan.family().reading());
  }

  /**
   * Runs a point.
   *
   * @return its rows, or why it failed
   * @throws CancellationException if the token was cancelled
   */
  public SweepOutcome run(int point, Workers workers, CancellationToken token) {
    long start = System.nanoTime();
    String message = "";
    CsvTable table = new CsvTable(summary);
    try {
      table = table(plan.family(), plan.config(point), workers, token);
    } catch (CancellationException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      message = "it needs more memory than there is";
    } catch (RuntimeException | Error e) { // the other points go on; the table says what happened
      String said = e.getMessage();
      message = said == null || said.isBlank() ? "unexpected " + e.getClass().getName() : said;
    }
    return new SweepOutcome(
        point, message, table.header(), table.rows(), (System.nanoTime() - start) * 1e-9);
  }

  private <S, R> CsvTable table(
      Family<S, R> family, ObjectNode config, Workers workers, CancellationToken token) {
    S spec = family.read(JsonView.of("config", config));
    R result = family.experiment(spec).run(workers, token, (done, snapshot) -> {});
    CsvTable csv = family.csv(spec, result, plan.isSummary() ? Integer.MAX_VALUE : 1);
    return plan.isSummary() ? summarise(family.reading(), csv) : csv;
  }

  private static List<String> summaryHeader(TableReading reading) {
    List<String> header = new ArrayList<>();
    if (!reading.curve().isEmpty()) {
      header.add("curve");
    }
    if (reading.axis().isPresent()) {
      header.addAll(List.of("variable", "value"));
    }
    header.add("samples");
    for (TableReading.Measure measure : reading.measures()) {
      header.add(measure.key());
      header.add(measure.key() + "StandardError");
    }
    return header;
  }

  /** One row for each curve, and along it where something is swept within the point. */
  private CsvTable summarise(TableReading reading, CsvTable csv) {
    RunTable numbers = RunTable.of(reading, csv);
    CsvTable table = new CsvTable(summary);
    for (RunTable.Key curve : numbers.curves()) {
      if (reading.axis().isEmpty()) {
        table.row(row(reading, curve, key -> numbers.ends(curve, key), 0));
      } else {
        for (double x : numbers.positions(curve)) {
          table.row(row(reading, curve, key -> numbers.samples(curve, x, key), x));
        }
      }
    }
    return table;
  }

  private static List<Object> row(
      TableReading reading,
      RunTable.Key curve,
      java.util.function.Function<String, java.util.Map<String, Double>> samples,
      double x) {
    List<Object> cells = new ArrayList<>();
    if (!reading.curve().isEmpty()) {
      cells.add(curve.name());
    }
    if (reading.axis().isPresent()) {
      cells.add(curve.axis());
      cells.add(curve.axis().isEmpty() ? "" : (Object) x);
    }
    cells.add(samples.apply(reading.measures().get(0).key()).size());
    for (TableReading.Measure measure : reading.measures()) {
      MeanEstimate mean =
          MeanEstimate.of(
              samples.apply(measure.key()).values().stream()
                  .mapToDouble(Double::doubleValue)
                  .toArray());
      cells.add(mean.mean());
      cells.add(mean.standardError());
    }
    return cells;
  }
}
