package gmrl.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.experiment.claim.Claims;
import org.junit.jupiter.api.Test;

class MathsTest {
  @Test
  void powersProductsAndRelationsAreFormulas() {
    assertThat(Maths.marked("of the order K·α^K·σ·|τ|^(−1/2): it falls"))
        .isEqualTo("of the order $K\\,\\alpha ^{K}\\,\\sigma \\,|\\tau |^{-1/2}$: it falls");
    assertThat(Maths.marked("by the factor α(K+1)/K."))
        .isEqualTo("by the factor $\\alpha (K+1)/K$.");
    assertThat(Maths.marked("with K ≥ 2, its (K−1)-th power"))
        .isEqualTo("with $K \\ge  2$, its $(K-1)$-th power");
    assertThat(Maths.marked("arXiv 2112.15400, O((K−1)·Δ^(K−1))"))
        .isEqualTo("arXiv 2112.15400, $\\mathcal{O}((K-1)\\,\\Delta ^{K-1})$");
  }

  @Test
  void wordsAndNumbersStayWords() {
    String words = "Off-policy reuse of 1024 trajectories lowers LOLA-DiCE’s bias, A2C’s not. OK?";
    assertThat(Maths.marked(words)).isEqualTo(words);
  }

  @Test
  void theFormulasOfAllClaimsCanBeSet() {
    Claims.all().stream()
        .flatMap(
            claim ->
                java.util.stream.Stream.of(
                    claim.title(), claim.statement(), claim.remark(), claim.source().citation()))
        .flatMap(text -> Prose.pieces(Maths.marked(text)).stream())
        .filter(Prose.Piece.Maths.class::isInstance)
        .map(piece -> ((Prose.Piece.Maths) piece).tex())
        .forEach(tex -> assertThat(FormulaOutline.of(tex, false).width()).as(tex).isPositive());
  }
}
