package gmrl.app.training;

import gmrl.app.state.LabState;
import gmrl.app.state.StatePart;
import gmrl.experiment.file.RecordJson;

/**
 * What the meta-training plot does.
 *
 * @param updates outer steps of gradient ascent on φ
 * @param learningRate outer step size
 * @param runs independent repetitions of the estimated training
 */
public record TrainingPlot(int updates, double learningRate, int runs) {
  /** What a first start shows. */
  public static final TrainingPlot DEFAULT = new TrainingPlot(50, 0.1, 8);

  /** Checks the ranges. */
  public TrainingPlot {
    if (updates < 1 || updates > 10_000) {
      throw new IllegalArgumentException("updates is " + updates + ", expected 1 to 10000");
    }
    if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the outer step size is " + learningRate + ", expected a positive number");
    }
    if (runs < 1 || runs > 1000) {
      throw new IllegalArgumentException("runs is " + runs + ", expected 1 to 1000");
    }
  }

  /** Its place in the state. */
  public static final StatePart<TrainingPlot> PART =
      new StatePart<>("training", "Choices about meta-training", DEFAULT, new RecordJson());

  /** What stands in a state. */
  static TrainingPlot of(LabState state) {
    return PART.in(state);
  }

  /** The state with this choice in it. */
  LabState in(LabState state) {
    return state.with(PART, this);
  }

  /** The same over another number of updates. */
  TrainingPlot withUpdates(int other) {
    return new TrainingPlot(other, learningRate, runs);
  }

  /** The same with another outer step size. */
  TrainingPlot withLearningRate(double other) {
    return new TrainingPlot(updates, other, runs);
  }
}
