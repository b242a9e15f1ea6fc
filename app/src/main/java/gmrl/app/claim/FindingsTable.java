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
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** The findings of a claim: where each number must lie, and where it does. */
final class FindingsTable extends TableView<FindingsTable.Row> {

  private static final double LEAST = 118;
  private static final double NARROW = 800;

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
    column("expected", 112, row -> row.finding().relation().map(Relation::words).orElse(""));
    column(
        "verdict",
        128,
        row ->
            row.finding().relation().isEmpty()
                ? "not judged"
                : verdict(row)
                    .map(v -> VerdictLook.sign(verdict(row)) + " " + v.word())
                    .orElse(""));
    getColumns().get(getColumns().size() - 1).setCellFactory(column -> judged());
    column("for comparison", 184, row -> row.finding().beside());
    // In a narrow table the findings need the room; what stands beside is in their tooltips.
    TableColumn<Row, ?> beside = getColumns().get(getColumns().size() - 1);
    widthProperty().addListener((o, was, is) -> beside.setVisible(is.doubleValue() >= NARROW));
    TableRows.copyable(this);
    setRowFactory(
        view -> {
          TableRow<Row> row = new TableRow<>();
          row.itemProperty()
              .addListener((o, was, is) -> row.setTooltip(is == null ? null : words(is)));
          return row;
        });
  }

  private static Optional<Verdict> verdict(Row row) {
    return row.answer().flatMap(ClaimResult.Answer::verdict);
  }

  /** A verdict in its colour. */
  private static <T> TableCell<Row, T> judged() {
    return new TableCell<>() {
      @Override
      protected void updateItem(T words, boolean none) {
        super.updateItem(words, none);
        setText(none || words == null ? null : words.toString());
        getStyleClass().remove("claim-verdict");
        getStyleClass().add("claim-verdict");
        VerdictLook.wear(
            getStyleClass(),
            Optional.ofNullable(none ? null : getTableRow().getItem())
                .flatMap(FindingsTable::verdict));
      }
    };
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
