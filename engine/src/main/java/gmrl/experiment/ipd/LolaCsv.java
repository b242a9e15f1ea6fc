package gmrl.experiment.ipd;

import gmrl.experiment.Stride;
import gmrl.experiment.file.CsvTable;
import gmrl.ipd.LolaSnapshot;
import gmrl.ipd.LolaUpdate;
import gmrl.ipd.SeedHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What runs of repeated games have recorded, and reports on them, as tables. */
public final class LolaCsv {
  private LolaCsv() {}

  /**
   * One row per seed and update; several conditions are told apart by a first column.
   *
   * @param every every how many updates; the last one is always there
   */
  static CsvTable write(LolaStudy study, List<LolaSnapshot> snapshots, int every) {
    boolean several = study.conditions().size() > 1;
    List<String> header = new ArrayList<>(several ? List.of("condition") : List.of());
    header.addAll(
        List.of(
            "seed",
            "update",
            "return1",
            "return2",
            "cooperationRate1",
            "cooperationRate2",
            "value1",
            "value2",
            "correlation",
            "outerExactCorrelation",
            "relativeError"));
    for (int agent = 1; agent <= 2; agent++) {
      for (String state : new String[] {"Start", "00", "01", "10", "11"}) {
        header.add("cooperation" + agent + state);
      }
    }
    CsvTable table = new CsvTable(header);
    for (int c = 0; c < snapshots.size(); c++) {
      String id = study.conditions().get(c).id();
      for (SeedHistory history : snapshots.get(c).seeds()) {
        for (int update : Stride.updates(snapshots.get(c).updates(), every)) {
          List<Object> cells = new ArrayList<>(several ? List.of(id) : List.of());
          cells.add(history.seed());
          add(cells, history.get(update));
          table.row(cells);
        }
      }
    }
    return table;
  }

  private static void add(List<Object> cells, LolaUpdate update) {
    cells.add(update.update());
    add(cells, update.returns());
    add(cells, update.cooperationRate());
    add(cells, update.exactValues());
    add(
        cells,
        update.meanCorrelation(),
        update.meanOuterExactCorrelation(),
        update.meanRelativeError());
    add(cells, update.state().cooperation(0));
    add(cells, update.state().cooperation(1));
  }

  private static void add(List<Object> cells, double... values) {
    Arrays.stream(values).forEach(cells::add);
  }

  /** A table of reports without rows. */
  public static CsvTable reports() {
    return new CsvTable(
        "figure",
        "condition",
        "return",
        "standardError",
        "defecting",
        "seeds",
        "correlation",
        "relativeError",
        "elsewhere",
        "elsewhereUpdate",
        "elsewhereMean",
        "elsewhereDeviation",
        "elsewhereSeeds",
        "ours",
        "oursStandardError");
  }

  /**
   * Adds a report on one figure's conditions: a row for each known number, or one row where none is
   * known.
   */
  public static void add(CsvTable table, LolaStudy figure, List<LolaReport> rows) {
    for (LolaReport row : rows) {
      List<Object> own =
          List.of(
              figure.id(),
              row.condition().id(),
              row.last().mean(),
              row.last().standardError(),
              row.defecting(),
              row.seeds(),
              row.correlation().mean(),
              row.relativeError());
      if (row.comparisons().isEmpty()) {
        List<Object> cells = new ArrayList<>(own);
        while (cells.size() < table.header().size()) {
          cells.add("");
        }
        table.row(cells);
      }
      for (LolaReport.Comparison comparison : row.comparisons()) {
        LolaCondition.Known known = comparison.known();
        List<Object> cells = new ArrayList<>(own);
        cells.addAll(
            List.of(
                known.source(),
                known.update(),
                known.mean(),
                known.standardDeviation(),
                known.seeds(),
                comparison.ours().mean(),
                comparison.ours().standardError()));
        table.row(cells);
      }
    }
  }
}
