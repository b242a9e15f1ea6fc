package gmrl.ipd;

import java.nio.DoubleBuffer;
import java.util.Optional;

/**
 * Everything a learner carries from one update to the next, except a replay buffer.
 *
 * <p>Immutable; together with the configuration and the seed it determines all that follows, so a
 * run can be taken up again at any recorded update. A learner with a replay buffer refills it.
 */
public final class LolaState {
  /** Length of a state as a row of numbers. */
  static final int NUMBERS = 1 + 2 * 7 * Views.STATES;

  private final int update;
  private final double[][] theta;
  private final Optional<Memory> memory;

  /** What a learner carries beside its policy. */
  @SuppressWarnings("ArrayRecordComponent") // never handed out but as copies
  private record Memory(double[][] values, double[][] model, double[][] moments) {}

  /** Arrays are agent 1's view [agent][5], moments [agent][20]; taken over, not copied. */
  LolaState(int update, double[][] theta, double[][] values, double[][] model, double[][] moments) {
    this(update, theta, Optional.of(new Memory(values, model, moments)));
  }

  private LolaState(int update, double[][] theta, Optional<Memory> memory) {
    this.update = update;
    this.theta = theta;
    this.memory = memory;
  }

  /**
   * A state before the first update.
   *
   * @param theta1 logits of agent 1 [5], its own view
   * @param theta2 logits of agent 2 [5], its own view
   * @throws IllegalArgumentException if a vector has the wrong length or is not finite
   */
  public static LolaState starting(double[] theta1, double[] theta2) {
    int size = Views.STATES;
    return new LolaState(
        0,
        joint(theta1, theta2),
        new double[2][size],
        new double[2][size],
        new double[2][4 * size]);
  }

  /**
   * The policies of a recorded state, without what else learning went on with.
   *
   * @param update updates done
   * @param theta1 logits of agent 1 [5], its own view
   * @param theta2 logits of agent 2 [5], its own view
   * @throws IllegalArgumentException if a vector has the wrong length or is not finite
   */
  public static LolaState recorded(int update, double[] theta1, double[] theta2) {
    return new LolaState(update, joint(theta1, theta2), Optional.empty());
  }

  /** Writes the state as a row. */
  void put(DoubleBuffer out) {
    out.put(update);
    for (double[][] rows :
        new double[][][] {theta, memory().values, memory().model, memory().moments}) {
      out.put(rows[0]).put(rows[1]);
    }
  }

  /** Reads a row back. */
  static LolaState get(DoubleBuffer in) {
    int update = (int) in.get();
    double[][][] parts = {
      new double[2][Views.STATES],
      new double[2][Views.STATES],
      new double[2][Views.STATES],
      new double[2][4 * Views.STATES]
    };
    for (double[][] rows : parts) {
      in.get(rows[0]).get(rows[1]);
    }
    return new LolaState(update, parts[0], parts[1], parts[2], parts[3]);
  }

  private static double[][] joint(double[] theta1, double[] theta2) {
    return new double[][] {
      Views.joint(0, Views.checked("theta of agent 1", theta1)),
      Views.joint(1, Views.checked("theta of agent 2", theta2))
    };
  }

  private Memory memory() {
    return memory.orElseThrow(
        () ->
            new IllegalArgumentException(
                "of update "
                    + update
                    + " the policies alone were recorded, expected critics and optimisers to go on"
                    + " from: run it again"));
  }

  /** Updates done. */
  public int update() {
    return update;
  }

  /** θ of an agent (0 or 1) [5], its own view: logits of action 0. */
  public double[] theta(int agent) {
    return Views.joint(agent, theta[agent]);
  }

  /** Critic of an agent [5], its own view. */
  double[] values(int agent) {
    return Views.joint(agent, memory().values()[agent]);
  }

  /** Probability of action 1 (cooperate) of an agent in its five states [5], its own view. */
  public double[] cooperation(int agent) {
    double[] cooperation = theta(agent);
    for (int s = 0; s < cooperation.length; s++) {
      cooperation[s] = 1 - Logistic.of(cooperation[s]);
    }
    return cooperation;
  }

  double[][] jointTheta() {
    return copy(theta);
  }

  double[][] jointValues() {
    return copy(memory().values());
  }

  /** Model of the opponent held by each agent [agent][5], agent 1's view. */
  double[][] jointModel() {
    return copy(memory().model());
  }

  /** AdamAscent's moments [agent][first and second of the policy, then of the critic]. */
  double[][] moments() {
    return copy(memory().moments());
  }

  private static double[][] copy(double[][] rows) {
    return new double[][] {rows[0].clone(), rows[1].clone()};
  }
}
