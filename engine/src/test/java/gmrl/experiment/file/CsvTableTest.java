package gmrl.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvTableTest {
  private static CsvTable table() {
    return new CsvTable("name", "number", "count")
        .row("a, \"b\"\nc", 1.0 / 3, 7)
        .row("", Double.NaN, Optional.empty())
        .row("ö", Double.NEGATIVE_INFINITY, Optional.of(3L));
  }

  @Test
  void numbersAreWrittenInFullAndWhatIsMissingIsEmpty() {
    assertThat(table().text())
        .isEqualTo(
            """
            name,number,count
            "a, ""b""
            c",0.3333333333333333,7
            ,,
            ö,-Infinity,3
            """);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    CsvTable back = CsvTable.parse(table().text());
    assertThat(back.header()).isEqualTo(table().header());
    assertThat(back.rows()).isEqualTo(table().rows());
    assertThat(table().with("more", List.of(1, 2.5, "x")).rows().get(1))
        .containsExactly("", "", "", "2.5");
  }

  @Test
  void rowsFitTheirHeader() {
    assertThatThrownBy(() -> table().row("a")).hasMessageContaining("1 cells, expected 3");
    assertThatThrownBy(() -> CsvTable.parse("a,b\n1,2\n3\n"))
        .hasMessageContaining("Row 2 has 1 cell, expected 2");
    assertThatThrownBy(() -> CsvTable.parse("")).hasMessageContaining("the table is empty");
    assertThatThrownBy(() -> table().with("more", List.of(1))).hasMessageContaining("expected 3");
  }
}
