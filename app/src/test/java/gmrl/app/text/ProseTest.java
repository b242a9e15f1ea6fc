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
}
