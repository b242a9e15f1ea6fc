package gmrl.app.board;

import gmrl.app.bias.BiasStudies;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Style;
import java.util.List;

/** One row of the board. */
@SuppressWarnings("ImmutableEnumChecker") // hues are records of numbers
enum Row {
  /** What noisy inner steps leave behind. */
  COMPOSITIONAL(
      BiasStudies.Kind.COMPOSITIONAL,
      "Compositional bias",
      "noise in the inner steps shifts the mean meta-gradient",
      "Each inner step moves θ by a sampled gradient. The loop composes K such steps, so their"
          + " noise does not cancel: on average the estimate is that of another place.",
      "|τ| → ∞",
      "what infinitely many samples would leave (dash and dot)",
      "What infinitely many samples would leave (dash and dot): only that trajectories end after T"
          + " steps.",
      Colours.COMPOSITIONAL),
  /** What a wrong curvature leaves behind. */
  HESSIAN(
      BiasStudies.Kind.HESSIAN,
      "Hessian bias",
      "a wrong curvature shifts the mean meta-gradient",
      "On the way back through the inner steps the gradient is multiplied by I + αH. An estimate of"
          + " the curvature H that is wrong on average turns and stretches it.",
      "horizon alone",
      "what the right curvature would leave (dash and dot)",
      "The part of this bias that is owed to the horizon alone (dash and dot): even the right"
          + " curvature of trajectories that end after T steps is a little off.",
      Colours.HESSIAN);

  private final BiasStudies.Kind kind;
  private final String title;
  private final String definition;
  private final String explanation;
  private final String limitName;
  private final String limitInWords;
  private final String limit;
  private final Hue colour;

  Row(
      BiasStudies.Kind kind,
      String title,
      String definition,
      String explanation,
      String limitName,
      String limitInWords,
      String limit,
      Hue colour) {
    this.kind = kind;
    this.title = title;
    this.definition = definition;
    this.explanation = explanation;
    this.limitName = limitName;
    this.limitInWords = limitInWords;
    this.limit = limit;
    this.colour = colour;
  }

  BiasStudies.Kind kind() {
    return kind;
  }

  String title() {
    return title;
  }

  /** One sentence for somebody who has never heard of it. */
  String definition() {
    return definition;
  }

  /** The same in fewer and fewer words. */
  List<String> inFewerWords() {
    String shifts = definition.substring(0, definition.indexOf(" meta-gradient"));
    return List.of(shifts, definition.substring(0, definition.indexOf(" shifts")));
  }

  /** How it comes about. */
  String explanation() {
    return explanation;
  }

  /** The line of its limit in a word or two. */
  String limitName() {
    return limitName;
  }

  /** What the line of its limit is, in half a sentence. */
  String limitInWords() {
    return limitInWords;
  }

  /** What the line of its limit says. */
  String limit() {
    return limit;
  }

  /** The look of the row's own curve. */
  Style style() {
    return Colours.line(colour, Style.Dash.SOLID);
  }

  /** Style class of the row's colour. */
  String styleClass() {
    return this == COMPOSITIONAL ? "compositional" : "hessian";
  }
}
