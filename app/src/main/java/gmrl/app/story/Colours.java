package gmrl.app.story;

import gmrl.app.chart.Hue;
import gmrl.app.chart.Style;

/** One meaning for each colour: orange is compositional bias and blue is Hessian bias, as ever. */
final class Colours {
  static final Hue COMPOSITIONAL = new Hue.Category(1);
  static final Hue HESSIAN = new Hue.Category(0);
  static final Hue META = new Hue.Category(2);
  static final Hue SAMPLED = new Hue.Category(3);

  private Colours() {}

  static Style line(Hue hue, Style.Dash dash) {
    return new Style(hue, dash, Style.Marker.NONE);
  }
}
