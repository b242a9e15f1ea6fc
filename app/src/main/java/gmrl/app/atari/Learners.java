package gmrl.app.atari;

import gmrl.app.chart.Colours;
import gmrl.app.chart.Style;
import gmrl.atari.learn.Algorithm;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the learners are called and look like in every plot. */
final class Learners {
  private Learners() {}

  /** Its name in legends. */
  static String name(Algorithm algorithm) {
    return algorithm.title();
  }

  /** What a setting of the published code is called beside a slider. */
  static String symbol(String option) {
    return switch (option) {
      case "lr" -> "α";
      case "num_processes" -> "N";
      case "num_steps" -> "T";
      case "meta.inner_steps" -> "K";
      default -> option;
    };
  }

  /**
   * Its name among others of its algorithm.
   *
   * @param apart what tells its settings from theirs, under published names; empty if there are
   *     none
   */
  static String name(Algorithm algorithm, String apart) {
    if (apart.isEmpty()) {
      return name(algorithm);
    }
    return name(algorithm)
        + Arrays.stream(apart.split(", ", -1))
            .map(each -> each.split(" = ", 2))
            .map(parts -> ", " + symbol(parts[0]) + " = " + parts[1])
            .collect(Collectors.joining());
  }

  /**
   * Its colour and dashes.
   *
   * @param variant which of several with other settings, from 0
   */
  static Style style(Algorithm algorithm, int variant) {
    Style usual = style(algorithm);
    return usual.with(Style.Dash.nth(List.of(Style.Dash.values()).indexOf(usual.dash()) + variant));
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
