package gmrl.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {

  @Test
  void marksBecomePiecesAndWhatIsBetweenStays() {
    assertThat(Prose.pieces("Step $\\alpha$ is **long**, see [the curve](j) *now*."))
        .containsExactly(
            new Prose.Piece.Words("Step "),
            new Prose.Piece.Maths("\\alpha"),
            new Prose.Piece.Words(" is "),
            new Prose.Piece.Strong("long"),
            new Prose.Piece.Words(", see "),
            new Prose.Piece.Keyed("the curve", "j"),
            new Prose.Piece.Words(" "),
            new Prose.Piece.Emphasis("now"),
            new Prose.Piece.Words("."));
  }

  @Test
  void aFormulaIsReadAloudWithoutItsMarks() {
    assertThat(TypesetFormula.spoken("\\key{a}{\\alpha}\\nabla J")).isEqualTo("alpha nabla J");
  }

  @Test
  void theSpotlightGoesOutOnlyForWhatItIsOn() {
    Spotlight spotlight = new Spotlight();
    spotlight.light("alpha");
    spotlight.light("k");
    spotlight.leave("alpha");
    assertThat(spotlight.litProperty().get()).isEqualTo("k");
    spotlight.leave("k");
    assertThat(spotlight.litProperty().get()).isEmpty();
  }

  /** Beside a picture and in large type there is not always room for the longest formula. */
  @Test
  void aFormulaInALineOfItsOwnBecomesSmallerRatherThanCut() {
    TypesetFormula formula =
        new TypesetFormula("\\sum_t \\gamma^t A_t \\log \\pi_\\theta(a_t | s_t)", true);
    double whole = formula.prefWidth(-1);
    assertThat(formula.minWidth(-1)).isZero();
    for (double room : new double[] {whole, whole / 2}) {
      formula.resize(room, formula.prefHeight(-1));
      formula.layout();
      double right =
          formula.getChildrenUnmodifiable().stream()
              .filter(part -> part instanceof javafx.scene.shape.SVGPath)
              .mapToDouble(part -> part.getBoundsInParent().getMaxX())
              .max()
              .orElseThrow();
      assertThat(right).isGreaterThan(0.8 * room).isLessThanOrEqualTo(room + 1);
    }
  }
}
