package gmrl.app.ui;

import javafx.css.PseudoClass;

/** Pseudo-classes the stylesheet knows. */
public final class Pseudo {
  /** A field whose content was refused. */
  public static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  /** A slider whose value lies beyond its range. */
  public static final PseudoClass BEYOND = PseudoClass.getPseudoClass("beyond");

  private Pseudo() {}
}
