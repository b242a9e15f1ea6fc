package gmrl.app.atari;

import gmrl.app.chart.Colours;
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

  /** Its colour and dashes. */
  static Style style(Algorithm algorithm) {
    return switch (algorithm) {
      case A2C -> Colours.line(Colours.A2C, Style.Dash.DOTTED);
      case A2C_CONDITIONED -> Colours.line(Colours.A2C_CONDITIONED, Style.Dash.DASH_DOT);
      case MGRL -> Colours.line(Colours.MGRL, Style.Dash.DASHED);
      case MGRL_LVC -> Colours.line(Colours.MGRL_LVC, Style.Dash.SOLID);
    };
  }
}
