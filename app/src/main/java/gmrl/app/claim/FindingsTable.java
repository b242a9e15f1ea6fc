package gmrl.app.claim;

import gmrl.app.ui.ParameterSlider;
import gmrl.app.ui.TableRows;
import gmrl.app.ui.Words;
import gmrl.experiment.claim.ClaimResult;
import gmrl.experiment.claim.ClaimSpec;
import gmrl.experiment.claim.Finding;
import gmrl.experiment.claim.Relation;
import gmrl.experiment.claim.Verdict;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** The findings of a claim: where each number must lie, and where it does. */
final class FindingsTable extends TableView<FindingsTable.Row> {

  private static final double LEAST = 118;

  /**
   * One finding.
   *
   * @param answer its number, if it is known
   */
  record Row(Finding finding, Optional<ClaimResult.Answer> answer) {}

  FindingsTable() {
    getStyleClass().addAll("dense", "edge-to-edge");
    setAccessibleText("Findings");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column("finding", 330, row -> row.finding().says());
    column("estimate", 190, row -> row.answer().map(a -> a.estimate().words()).orElse(""));
    column("expected", 118, row -> row.finding().relation().map(Relation::words).orElse(""));
    column(
        "verdict",
        118,
        row ->
            row.finding().relation().isEmpty()
                ? "not judged"
                : row.answer().flatMap(ClaimResult.Answer::verdict).map(Verdict::word).orElse(""));
    column("beside", 200, row -> row.finding().beside());
    TableRows.copyable(this);
    setRowFactory(
        view -> {
          TableRow<Row> row = new TableRow<>();
          row.itemProperty()
              .addListener((o, was, is) -> row.setTooltip(is == null ? null : words(is)));
          return row;
        });
  }

  /** The whole finding, where its cells are cut off. */
  private static Tooltip words(Row row) {
    String beside = row.finding().beside();
    return ParameterSlider.tooltip(
        Words.capital(row.finding().says()) + (beside.isEmpty() ? "." : "; " + beside + "."));
  }

  private void column(String name, double width, Function<Row, String> text) {
    TableColumn<Row, String> column = new TableColumn<>(name);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setPrefWidth(width);
    // Words may be cut, numbers and verdicts may not.
    column.setMinWidth(Math.min(width, LEAST));
    column.setSortable(false);
    getColumns().add(column);
  }

  void show(ClaimSpec claim, Optional<ClaimResult> result) {
    getItems()
        .setAll(
            claim.findings().stream()
                .map(
                    finding ->
                        new Row(
                            finding,
                            result.stream()
                                .flatMap(known -> known.answers().stream())
                                .filter(answer -> answer.finding().equals(finding))
                                .findFirst()))
                .toList());
  }
}
