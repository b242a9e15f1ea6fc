package gmrl.app.board;

import gmrl.app.bias.BiasStudies;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Style;
import java.util.List;

/** One row of the board. */
@SuppressWarnings("ImmutableEnumChecker") // hues are records of numbers, lists are frozen
enum Row {
  /** What noisy inner steps leave behind. */
  COMPOSITIONAL(
      BiasStudies.Kind.COMPOSITIONAL,
      "Compositional bias",
      List.of(
          "inner steps are noisy: on a curved objective their errors do not cancel",
          "inner steps are noisy, and their errors do not cancel",
          "the noise of inner steps does not cancel",
          "noisy inner steps"),
      "Each inner step moves θ by a sampled gradient that is right on average. What is then made of"
          + " θ is not linear in it: the average over noisy places is not the value at the average"
          + " place.",
      "|τ| → ∞",
      "what infinitely many trajectories would leave (dash and dot)",
      "What infinitely many trajectories would leave (dash and dot): only that each ends after T"
          + " steps.",
      Colours.COMPOSITIONAL),
  /** What a wrong curvature leaves behind. */
  HESSIAN(
      BiasStudies.Kind.HESSIAN,
      "Hessian bias",
      List.of(
          "the sampled loss has the right slope but the wrong curvature",
          "the loss has right slope but wrong curvature",
          "right slope, but wrong curvature",
          "wrong curvature"),
      "The loss of an inner step is made so that its derivative is the policy gradient; its second"
          + " derivative is not the curvature H of the return. On the way back through the inner"
          + " steps the gradient is multiplied by I + αH, and a wrong H turns and stretches it.",
      "horizon alone",
      "what the right curvature would leave (dash and dot)",
      "The part of this bias that is owed to the horizon alone (dash and dot): even the right"
          + " curvature of trajectories that end after T steps is a little off.",
      Colours.HESSIAN);

  private final BiasStudies.Kind kind;
  private final String title;
  private final List<String> definitions;
  private final String explanation;
  private final String limitName;
  private final String limitInWords;
  private final String limit;
  private final Hue colour;

  Row(
      BiasStudies.Kind kind,
      String title,
      List<String> definitions,
      String explanation,
      String limitName,
      String limitInWords,
      String limit,
      Hue colour) {
    this.kind = kind;
    this.title = title;
    this.definitions = definitions;
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

  /** Why there is such a bias, in one sentence for somebody who has never heard of it. */
  String definition() {
    return definitions.get(0);
  }

  /** The same in fewer and fewer words, none of them without the reason. */
  List<String> inFewerWords() {
    return definitions.subList(1, definitions.size());
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
