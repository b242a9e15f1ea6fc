package gmrl.app.text;

import java.util.List;
import java.util.concurrent.Executor;

/**
 * Sets formulas before they are needed: the first ones load their typefaces, which takes longer
 * than an interface may stand still.
 */
public final class Typesetting {
  private Typesetting() {}

  /**
   * Sets all formulas of some texts in the background.
   *
   * @param paragraphs in the mark-up of {@link Prose}
   * @param lines TeX of formulas that stand in a line of their own
   * @param ui where to go on
   * @param then what to do when all are set; what is not TeX is refused when it is shown
   */
  public static void ahead(
      List<String> paragraphs, List<String> lines, Executor ui, Runnable then) {
    Thread setter =
        new Thread(
            () -> {
              try {
                paragraphs.forEach(Typesetting::set);
                lines.forEach(Typesetting::setLine);
              } finally {
                ui.execute(then);
              }
            },
            "gmrl-formulas");
    setter.setDaemon(true);
    setter.start();
  }

  /**
   * Sets the formulas of a paragraph.
   *
   * @param paragraph in the mark-up of {@link Prose}
   * @throws IllegalArgumentException naming the formula that is not TeX
   */
  public static void set(String paragraph) {
    for (Prose.Piece piece : Prose.pieces(paragraph)) {
      if (piece instanceof Prose.Piece.Maths maths) {
        FormulaOutline.of(maths.tex(), false);
      }
    }
  }

  /**
   * Sets a formula that stands in a line of its own.
   *
   * @throws IllegalArgumentException naming it if it is not TeX
   */
  public static void setLine(String tex) {
    FormulaOutline.of(tex, true);
  }
}
