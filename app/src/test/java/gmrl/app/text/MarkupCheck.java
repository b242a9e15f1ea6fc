package gmrl.app.text;

/** Sets every formula of a marked-up paragraph, so that one that is not TeX is found by a test. */
public final class MarkupCheck {
  private MarkupCheck() {}

  /**
   * Takes a paragraph apart and sets its formulas.
   *
   * @throws IllegalArgumentException naming the formula that is not TeX
   */
  public static void set(String markup) {
    for (Prose.Piece piece : Prose.pieces(markup)) {
      if (piece instanceof Prose.Piece.Maths maths) {
        FormulaOutline.of(maths.tex(), false);
      }
    }
  }
}
