package gmrl.app.text;

import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/** A typeset formula; it follows the font size and the text colour around it. */
public final class TypesetFormula extends Region {
  /** The letters of formulas are lower than those of the window’s typeface. */
  private static final double OPTICAL = 1.14;

  private final FormulaOutline outline;

  /** Takes the font size that the style sheet gives to text in this place. */
  private final Text probe = new Text();

  private final Scale scale = new Scale();

  /**
   * A formula.
   *
   * @param tex what to set; {@code \key{alpha}{…}} names a part
   * @param display whether it stands in a line of its own
   * @param spotlight lights up the named parts
   * @throws IllegalArgumentException naming the formula that is not TeX
   */
  public TypesetFormula(String tex, boolean display, Spotlight spotlight) {
    outline = FormulaOutline.of(tex, display);
    getStyleClass().add(display ? "formula-line" : "formula");
    probe.setManaged(false);
    probe.setVisible(false);
    getChildren().add(probe);
    for (FormulaOutline.Part part : outline.parts()) {
      SVGPath path = new SVGPath();
      path.setContent(part.path());
      path.setManaged(false);
      path.getTransforms().add(scale);
      path.getStyleClass().add("formula-part");
      if (!part.key().isEmpty()) {
        spotlight.attach(path, part.key());
      }
      getChildren().add(path);
    }
    probe.fontProperty().addListener((o, old, now) -> requestLayout());
    // In a line of its own it becomes smaller where the line is short; cut it never is.
    setMinSize(display ? 0 : USE_PREF_SIZE, USE_PREF_SIZE);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(spoken(tex));
  }

  /** A formula nothing of which lights up. */
  public TypesetFormula(String tex, boolean display) {
    this(tex, display, new Spotlight());
  }

  private double size() {
    return probe.getFont().getSize() * OPTICAL;
  }

  @Override
  public double getBaselineOffset() {
    return getInsets().getTop() + outline.ascent() * size();
  }

  @Override
  protected double computePrefWidth(double height) {
    Insets insets = getInsets();
    return Math.ceil(insets.getLeft() + outline.width() * size() + insets.getRight());
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets insets = getInsets();
    return insets.getTop() + (outline.ascent() + outline.descent()) * size() + insets.getBottom();
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double sides = insets.getLeft() + insets.getRight();
    double fitting = Math.min(1, (getWidth() - sides) / (prefWidth(-1) - sides));
    scale.setX(fitting * size() / FormulaOutline.UNIT);
    scale.setY(fitting * size() / FormulaOutline.UNIT);
    for (javafx.scene.Node child : getChildren()) {
      if (child != probe) {
        child.setLayoutX(insets.getLeft());
        child.setLayoutY(insets.getTop());
      }
    }
  }

  /** The formula without its mark-up, for those who listen. */
  static String spoken(String tex) {
    return tex.replaceAll("\\\\key\\{[^{}]*\\}", "")
        .replaceAll("\\\\(mathrm|text|hat|bar|left|right|,|;|!|quad)", " ")
        .replaceAll("[{}\\\\]", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
