package gmrl.app.atari;

import gmrl.app.chart.Style;
import gmrl.atari.learn.Algorithm;

/** What the learners are called and look like in every plot. */
final class Learners {
  private Learners() {}

  /** Its name in legends. */
  static String name(Algorithm algorithm) {
    return switch (algorithm) {
      case A2C -> "A2C";
      case A2C_CONDITIONED -> "A2C conditioned";
      case MGRL -> "MGRL";
      case MGRL_LVC -> "MGRL-LVC";
    };
  }

  /** Its colour and dashes; the colours of the two biases stay theirs. */
  static Style style(Algorithm algorithm) {
    Style style =
        switch (algorithm) {
          case A2C -> Style.nth(2).with(Style.Dash.DOTTED);
          case A2C_CONDITIONED -> Style.nth(5).with(Style.Dash.DASH_DOT);
          case MGRL -> Style.nth(3).with(Style.Dash.DASHED);
          case MGRL_LVC -> Style.nth(6).with(Style.Dash.SOLID);
        };
    return style.with(Style.Marker.NONE);
  }
}
