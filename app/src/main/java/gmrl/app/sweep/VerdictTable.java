package gmrl.app.sweep;

import gmrl.app.shelf.Document;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.JsonView;

/** The verdicts that a report of claims has stored ({@code claims.json}), as a table. */
final class VerdictTable {
  private VerdictTable() {}

  /**
   * Whether a file is such a report.
   *
   * @throws IllegalArgumentException in one sentence if a file of JSON cannot be read
   */
  static boolean isOne(Document document) {
    if (!document.isNamed("json")) {
      return false;
    }
    JsonView json = document.json();
    return json.isObject() && json.has("claims") && json.has("results");
  }

  /**
   * A row for each finding, in the order of the report.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  static DataTable read(Document document) {
    JsonView report = document.json().only("claims", "complete", "made", "results");
    CsvTable table =
        new CsvTable(
            "claim",
            "finding",
            "value",
            "low",
            "high",
            "samples",
            "expected",
            "verdict",
            "seconds");
    for (JsonView claim : report.at("results").elements()) {
      for (JsonView finding : claim.at("findings").elements()) {
        table.row(
            claim.at("id").text(),
            finding.at("says").text(),
            finding.at("value").numberOrUndefined(),
            finding.at("low").numberOrUndefined(),
            finding.at("high").numberOrUndefined(),
            finding.at("samples").longInteger(),
            finding.has("expected") ? finding.at("expected").text() : "",
            finding.has("verdict") ? finding.at("verdict").text() : "not judged",
            claim.at("seconds").number());
      }
    }
    return DataTable.parse(document.place() + ", verdicts as they were stored", table.text());
  }
}
