package gmrl.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TexTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "bias²!bias$^{2}$",
        "sample size |τ|!sample size~$| \\tau |$",
        "10^{−6}!10$^{\\mathrm{-6}}$",
        "θ̂_{K} & 5 %!$\\hat{\\theta} _{\\mathrm{K}}$ \\& 5~\\%",
        "θ⁰ above 10⁻¹²!$\\theta ^{0}$ above 10$^{-12}$",
        "‖ḡ − g‖!$\\| \\bar{g}$ $-$ g$\\|$",
        "5 $α!5 \\$$\\alpha$",
        "a\\_b {c}!a\\_b \\{c\\}",
        "Évariste’s “var”!Évariste's ``var''",
      })
  void wordsAndFormulasBecomeLatex(String text, String latex) {
    assertThat(TexText.of(text)).isEqualTo(latex);
  }
}
