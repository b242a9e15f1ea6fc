package gmrl.app.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/**
 * A line of words that is never cut in the middle: where there is no room for all of it, its last
 * parts go, then the whole line. The full text stays in the tooltip.
 *
 * <p>Parts are what stands between "; ", " · ", ", " and wide gaps.
 */
public final class FittingLabel extends Label {
  private final Text ruler = new Text();
  private String words = "";
  private List<String> versions = List.of("");

  /** What it says by itself to the pointer, where nobody else gave it something to say. */
  private String tip = "";

  /** Room that the words were chosen for; none where they are to be chosen anew. */
  private double fitted = Double.NaN;

  /** Width of the fewest words' letters, once it was asked for. */
  private double least = Double.NaN;

  /** A line of words. */
  public FittingLabel(String text) {
    setMinWidth(0);
    setWords(text);
    ruler.fontProperty().bind(fontProperty());
    fontProperty().addListener((o, was, is) -> remeasure());
  }

  /**
   * A line of words that is said in fewer where there is less room.
   *
   * @param text in full
   * @param shorter in fewer and fewer words
   */
  public FittingLabel(String text, List<String> shorter) {
    this(text);
    setWords(text, shorter);
  }

  /** Changes the full text. */
  public void setWords(String text) {
    say(text, Words.shorter(text));
  }

  /**
   * Changes the full text and what is said of it where there is less room.
   *
   * @param shorter in fewer and fewer words
   */
  public void setWords(String text, List<String> shorter) {
    List<String> all = new ArrayList<>(List.of(text));
    all.addAll(shorter);
    all.add("");
    say(text, List.copyOf(all));
  }

  private void say(String text, List<String> all) {
    if (all.equals(versions)) {
      return;
    }
    boolean laidOut = !Double.isNaN(fitted);
    words = text;
    versions = all;
    setAccessibleText(text);
    if (laidOut) {
      // At once: words that are too long would be laid out, and then again the fewer ones.
      least = Double.NaN;
      fit();
    } else {
      remeasure();
      setText(text);
    }
    requestLayout();
  }

  private void remeasure() {
    fitted = Double.NaN;
    least = Double.NaN;
  }

  /** Width of the fewest words that say anything. */
  public double leastWidth() {
    if (Double.isNaN(least)) {
      least =
          versions.stream().filter(v -> !v.isEmpty()).mapToDouble(this::measured).min().orElse(0);
    }
    return least + around();
  }

  @Override
  protected double computePrefWidth(double height) {
    return width(words);
  }

  private double width(String text) {
    return measured(text) + around();
  }

  private double measured(String text) {
    ruler.setText(text);
    return Math.ceil(ruler.getLayoutBounds().getWidth());
  }

  private double around() {
    return snappedLeftInset() + snappedRightInset() + 1;
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth() - around();
    if (room != fitted) {
      fitted = room;
      fit();
    }
    super.layoutChildren();
  }

  private void fit() {
    String fitting =
        versions.stream().filter(v -> v.isEmpty() || width(v) <= getWidth()).findFirst().orElse("");
    setText(fitting);
    if (Tip.of(this).equals(tip)) {
      tip = fitting.equals(words) ? "" : words;
      Tip.on(this, tip);
    }
  }
}
