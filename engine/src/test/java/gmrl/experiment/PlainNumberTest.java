package gmrl.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTest {

  @ParameterizedTest
  @CsvSource({"3, 3", "'  2.5 ', 2.5", "-.5, -0.5", "5., 5", "+1e-3, 0.001", "1E2, 100"})
  void whatPeopleWriteIsRead(String text, double value) {
    assertThat(PlainNumber.parse(text)).isEqualTo(value);
    assertThat(PlainNumber.typed(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "3f", "3d", "2F", "0x1p1", "0x10", "1_000", "1e", ".", "٣", "3 4", "inf"})
  void whatOnlyJavaWouldReadIsRefused(String text) {
    assertThatThrownBy(() -> PlainNumber.parse(text))
        .isInstanceOf(NumberFormatException.class)
        .hasMessage("expected a number");
    assertThatThrownBy(() -> PlainNumber.typed(text)).hasMessage("expected a number");
  }

  @Test
  void whatIsBeyondAllRangesStaysForTheRangeToRefuse() {
    assertThat(PlainNumber.parse("NaN")).isNaN();
    assertThat(PlainNumber.parse("-Infinity")).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThatThrownBy(() -> PlainNumber.finite("1e400"))
        .hasMessage("expected a number nearer to zero");
    assertThatThrownBy(() -> PlainNumber.finite("NaN")).hasMessage("expected a number");
    assertThatThrownBy(() -> PlainNumber.parse("1e400"))
        .as("nobody has written Infinity")
        .hasMessage("expected a number nearer to zero");
  }

  @ParameterizedTest
  @CsvSource({
    "'2,5', 2.5",
    "'0,125', 0.125",
    "'1,0000', 1",
    "'1234,567', 1234.567",
    "34 340, 34340",
    "34\u202f340, 34340",
    "'1 000,5', 1000.5",
    "−3, -3"
  })
  void fieldsTakeWhatTheWindowItselfWrites(String text, double value) {
    assertThat(PlainNumber.typed(text)).isEqualTo(value);
  }

  @Test
  void aCommaThatCouldPartThousandsIsAskedAbout() {
    assertThatThrownBy(() -> PlainNumber.typed("1,000")).hasMessage("expected 1000 or 1.000");
    assertThatThrownBy(() -> PlainNumber.typed("-12,345")).hasMessage("expected -12345 or -12.345");
    for (String text : new String[] {"1,000,000", "1,000.5", "1.000,5", "2,5,"}) {
      assertThatThrownBy(() -> PlainNumber.typed(text)).hasMessage("expected a number");
    }
  }
}
