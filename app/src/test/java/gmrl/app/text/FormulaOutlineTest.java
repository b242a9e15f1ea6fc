package gmrl.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FormulaOutlineTest {

  @Test
  void namedPartsAreKeptApart() {
    FormulaOutline outline =
        FormulaOutline.of("\\theta^{k+1}=\\theta^k+\\key{alpha}{\\alpha}\\nabla\\key{J}{J}", false);
    assertThat(outline.parts())
        .extracting(FormulaOutline.Part::key)
        .containsExactly("", "alpha", "J");
    assertThat(outline.parts()).allMatch(part -> part.path().startsWith("M"));
  }

  @Test
  void aFractionStandsTallerThanALetterAndReachesBelowTheBaseline() {
    FormulaOutline letter = FormulaOutline.of("x", true);
    FormulaOutline fraction = FormulaOutline.of("\\frac{1}{2}", true);
    assertThat(letter.width()).isBetween(0.3, 0.9);
    assertThat(fraction.ascent()).isGreaterThan(letter.ascent());
    assertThat(fraction.descent()).isGreaterThan(0.3);
  }

  @Test
  void whatIsNotTexIsNamed() {
    assertThatThrownBy(() -> FormulaOutline.of("\\nosuchthing{1}", true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\\nosuchthing{1}");
  }
}
