package gmrl.app.chart;

import java.util.List;

/**
 * One meaning for each colour. Orange and blue are the two biases, in every plot and drawing, and
 * nothing else is ever drawn in them:
 *
 * <table>
 * <caption>Who is drawn in what</caption>
 * <tr><td>board</td><td>the two biases, plain differentiation's Hessian, a learner in a repeated game, four
 *     learners on a miniature game: nine looks, all different</td></tr>
 * <tr><td>all else</td><td>{@link Style#nth}: the other colours in their order</td></tr>
 * <tr><td>black or white</td><td>what is exact</td></tr>
 * <tr><td>grey</td><td>what stands back, or what others are held against</td></tr>
 * </table>
 */
public final class Colours {
  /** Compositional bias, and the noise of the inner steps that makes it. */
  public static final Hue COMPOSITIONAL = new Hue.Category(1);

  /** Hessian bias, and the Hessian slot that makes it. */
  public static final Hue HESSIAN = new Hue.Category(0);

  /** The outer slot's noise, which belongs to neither bias. */
  public static final Hue OUTER = new Hue.Muted();

  /** The plain surrogate's Hessian, where it stands beside another. */
  public static final Hue PLAIN_HESSIAN = new Hue.Category(5);

  /** A learner in a game of two, beside the exact one. */
  public static final Hue PLAYER = new Hue.Category(2);

  /** Reward, and return as a landscape. */
  public static final Hue REWARD = new Hue.Category(2);

  /** The meta-gradient as an arrow among others. */
  public static final Hue META_GRADIENT = new Hue.Category(6);

  /** Samples beside their mean. */
  public static final Hue SAMPLED = new Hue.Category(3);

  /** Entries below zero. */
  public static final Hue NEGATIVE = new Hue.Category(7);

  /** What a student has drawn. */
  public static final Hue PREDICTION = new Hue.Category(7);

  /** Parameters among other nodes of a graph. */
  public static final Hue PARAMETER = new Hue.Category(6);

  /** Both agents of a game, where they are told apart. */
  public static final List<Hue> AGENTS = List.of(new Hue.Category(6), new Hue.Category(4));

  /** Learners of Atari and the miniature games: without a meta-gradient, and with one. */
  public static final Hue A2C = new Hue.Muted();

  /** Told its settings. */
  public static final Hue A2C_CONDITIONED = new Hue.Category(4);

  /** Learns its settings. */
  public static final Hue MGRL = new Hue.Category(3);

  /** Learns its settings with the low-variance curvature. */
  public static final Hue MGRL_LVC = new Hue.Category(6);

  /**
   * Categories without a meaning of their own, in their order; the two biases are not among them.
   */
  static final List<Integer> OTHERS = List.of(2, 3, 6, 4, 5, 7);

  /**
   * The categories that a user may choose among for a curve, first the one that stands nowhere on
   * the board: none of those that stand in its upper plots.
   */
  public static final List<Integer> TO_CHOOSE = List.of(7, 3, 6, 4, 2);

  private Colours() {}

  /** A line without marker. */
  public static Style line(Hue hue, Style.Dash dash) {
    return new Style(hue, dash, Style.Marker.NONE);
  }
}
