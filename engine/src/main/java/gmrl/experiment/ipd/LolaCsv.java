package gmrl.experiment.ipd;

import gmrl.ipd.LolaSnapshot;
import gmrl.ipd.LolaUpdate;
import gmrl.ipd.SeedHistory;
import java.util.List;
import java.util.StringJoiner;

/** What a run has recorded as CSV, one line per seed and update. */
public final class LolaCsv {
  /** First line. */
  public static final String HEADER = header();

  private LolaCsv() {}

  /**
   * Writes the records.
   *
   * @param recordEvery every how many updates; the last one is always there
   */
  public static String write(LolaSnapshot snapshot, int recordEvery) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (SeedHistory history : snapshot.seeds()) {
      for (int update : LolaJson.recorded(snapshot.updates(), recordEvery)) {
        text.append(line(history.seed(), history.get(update))).append('\n');
      }
    }
    return text.toString();
  }

  /** First line of a report. */
  public static final String REPORT_HEADER =
      "figure,condition,return,standardError,defecting,seeds,correlation,relativeError,"
          + "elsewhere,elsewhereUpdate,elsewhereMean,elsewhereDeviation,elsewhereSeeds,"
          + "ours,oursStandardError";

  /**
   * Writes a report on one figure's conditions, without the header: a line for each known number,
   * or one line where none is known.
   */
  public static String write(LolaFigure figure, List<LolaReport> rows) {
    StringBuilder text = new StringBuilder();
    for (LolaReport row : rows) {
      StringJoiner own = new StringJoiner(",").add(figure.id()).add(row.condition().id());
      add(own, row.last().mean(), row.last().standardError(), row.defecting(), row.seeds());
      add(own, row.correlation().mean(), row.relativeError());
      if (row.comparisons().isEmpty()) {
        text.append(own).append(",,,,,,,\n");
      }
      for (LolaReport.Comparison comparison : row.comparisons()) {
        LolaCondition.Known known = comparison.known();
        StringJoiner cells = new StringJoiner(",").add(own.toString()).add(known.source());
        add(cells, known.update(), known.mean(), known.standardDeviation(), known.seeds());
        add(cells, comparison.ours().mean(), comparison.ours().standardError());
        text.append(cells).append('\n');
      }
    }
    return text.toString();
  }

  private static String header() {
    StringJoiner cells = new StringJoiner(",");
    cells.add("seed,update,return1,return2,cooperationRate1,cooperationRate2,value1,value2");
    cells.add("correlation,outerExactCorrelation,relativeError");
    for (int agent = 1; agent <= 2; agent++) {
      for (String state : new String[] {"Start", "00", "01", "10", "11"}) {
        cells.add("cooperation" + agent + state);
      }
    }
    return cells.toString();
  }

  private static String line(long seed, LolaUpdate update) {
    StringJoiner cells = new StringJoiner(",");
    cells.add(Long.toString(seed)).add(Integer.toString(update.update()));
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
    return cells.toString();
  }

  private static void add(StringJoiner cells, double... values) {
    for (double value : values) {
      cells.add(Double.isFinite(value) ? Double.toString(value) : "");
    }
  }
}
