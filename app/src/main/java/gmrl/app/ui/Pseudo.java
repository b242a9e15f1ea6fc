package gmrl.app.ui;

import javafx.css.PseudoClass;

/** Pseudo-classes the stylesheet knows. */
public final class Pseudo {
  /** A field whose content was refused. */
  public static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  private Pseudo() {}
}
