package gmrl.app.claim;

import gmrl.app.ui.TableRows;
import gmrl.app.ui.Tip;
import gmrl.app.ui.Words;
import gmrl.app.ui.WrappingCell;
import gmrl.experiment.claim.ClaimResult;
import gmrl.experiment.claim.ClaimSpec;
import gmrl.experiment.claim.Finding;
import gmrl.experiment.claim.Relation;
import gmrl.experiment.claim.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/** The findings of a claim: where each number must lie, and where it does. */
final class FindingsTable extends TableView<FindingsTable.Row> {

  /** What words are cut to; numbers and verdicts are not cut. */
  private static final double LEAST = 118;

  private static final double WORDS = 136;

  private static final double SCROLL_BAR = 16;

  /** How much larger the rows' type is before a hall: of many rows more is seen than of few. */
  private static final double PROJECTED = 1.2;

  /**
   * One finding.
   *
   * @param answer its number, if it is known
   */
  record Row(Finding finding, Optional<ClaimResult.Answer> answer) {}

  /** How wide a column is wanted, and has to be, in the usual type. */
  private record Wide(TableColumn<Row, ?> column, double wanted, double least) {
    void larger(double factor) {
      column.setMinWidth(factor * least);
      column.setPrefWidth(factor * wanted);
    }
  }

  private final List<Wide> wides = new ArrayList<>();

  /** Whether there is no room, or no use, for a column of what a finding is compared with. */
  private boolean narrow;

  /** Held here: the window, which outlives the table, knows it weakly. */
  private final InvalidationListener folding;

  /**
   * A table without rows.
   *
   * @param presenting whether it is shown to a hall, in larger type
   */
  FindingsTable(ObservableBooleanValue presenting) {
    getStyleClass().addAll("dense", "edge-to-edge");
    setAccessibleText("Findings");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column("finding", 330, LEAST, this::says);
    WrappingCell.in(getColumns().get(0));
    column("estimate", 195, 195, row -> row.answer().map(a -> a.estimate().words()).orElse(""));
    column("expected", 112, 112, row -> row.finding().relation().map(Relation::words).orElse(""));
    column(
        "verdict",
        128,
        128,
        row ->
            row.finding().relation().isEmpty()
                ? "not judged"
                : verdict(row)
                    .map(v -> VerdictLook.sign(verdict(row)) + " " + v.word())
                    .orElse(""));
    getColumns().get(getColumns().size() - 1).setCellFactory(column -> judged());
    column("for comparison", 200, WORDS, row -> row.finding().beside());
    WrappingCell.in(getColumns().get(getColumns().size() - 1));
    // In a narrow table the findings need the room; what stands beside follows them in their cells.
    TableColumn<Row, ?> beside = getColumns().get(getColumns().size() - 1);
    InvalidationListener fold =
        o -> {
          double factor = presenting.get() ? PROJECTED : 1;
          wides.forEach(wide -> wide.larger(factor));
          double least = factor * wides.stream().mapToDouble(Wide::least).sum();
          boolean none = getItems().stream().allMatch(row -> row.finding().beside().isEmpty());
          narrow = none || (getWidth() > 0 && getWidth() < least + SCROLL_BAR);
          if (beside.isVisible() == narrow) {
            beside.setVisible(!narrow);
            refresh();
          }
        };
    widthProperty().addListener(fold);
    presenting.addListener(new WeakInvalidationListener(fold));
    folding = fold;
    fold.invalidated(presenting);
    TableRows.copyable(this);
    setRowFactory(
        view -> {
          TableRow<Row> row = new TableRow<>();
          row.itemProperty().addListener((o, was, is) -> Tip.on(row, is == null ? "" : words(is)));
          return row;
        });
  }

  private static Optional<Verdict> verdict(Row row) {
    return row.answer().flatMap(ClaimResult.Answer::verdict);
  }

  /** A verdict in its colour. */
  private static <T> TableCell<Row, T> judged() {
    TableCell<Row, T> cell =
        new TableCell<>() {
          @Override
          protected void updateItem(T words, boolean none) {
            super.updateItem(words, none);
            setText(none || words == null ? null : words.toString());
            VerdictLook.wear(
                this,
                Optional.ofNullable(none ? null : getTableRow().getItem())
                    .flatMap(FindingsTable::verdict));
          }
        };
    cell.getStyleClass().add("claim-verdict");
    return cell;
  }

  private String says(Row row) {
    return narrow ? whole(row) : row.finding().says();
  }

  private static String whole(Row row) {
    String beside = row.finding().beside();
    return row.finding().says() + (beside.isEmpty() ? "" : "; " + beside);
  }

  /** The whole finding, where its cells are cut off. */
  private static String words(Row row) {
    return Words.capital(whole(row)) + ".";
  }

  private void column(String name, double width, double least, Function<Row, String> text) {
    TableColumn<Row, String> column = TableRows.column(name, text);
    wides.add(new Wide(column, width, least));
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
    folding.invalidated(getItems());
  }
}
