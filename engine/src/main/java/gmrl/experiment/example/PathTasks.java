package gmrl.experiment.example;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.SplittableRandom;

/**
 * A small logistic regression to adapt to and another to be judged on. The last feature is silent
 * in the first one: its gradient is exactly zero.
 *
 * @param x features to adapt to [points][features]
 * @param labels ±1 [points][1]
 * @param xq features to be judged on [points][features]
 * @param labelsq ±1 [points][1]
 */
record PathTasks(Variable x, Variable labels, Variable xq, Variable labelsq) {
  private static final int POINTS = 24;
  private static final int FEATURES = 5;

  static PathTasks draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] x = features(random);
    double[][] xq = features(random);
    double[] labels = labels(x, random);
    double[] labelsq = labels(xq, random);
    for (double[] point : x) {
      point[FEATURES - 1] = 0;
    }
    return new PathTasks(
        Variable.of(x),
        Variable.of(labels, POINTS, 1),
        Variable.of(xq),
        Variable.of(labelsq, POINTS, 1));
  }

  private static double[][] features(SplittableRandom random) {
    double[][] x = new double[POINTS][FEATURES];
    for (double[] point : x) {
      for (int j = 0; j < FEATURES; j++) {
        point[j] = random.nextGaussian();
      }
    }
    return x;
  }

  private static double[] labels(double[][] x, SplittableRandom random) {
    double[] labels = new double[x.length];
    for (int i = 0; i < labels.length; i++) {
      double score = x[i][0] - x[i][1] + 0.5 * x[i][FEATURES - 1] + 0.5 * random.nextGaussian();
      labels[i] = score > 0 ? 1 : -1;
    }
    return labels;
  }

  /** Where learning starts [features][1]. */
  Variable start() {
    double[] start = new double[FEATURES];
    for (int j = 0; j < FEATURES; j++) {
      start[j] = 0.3 * (j % 2 == 0 ? 1 : -1);
    }
    return Variable.of(start, FEATURES, 1);
  }

  Variable inner(Variable theta) {
    return loss(theta, x, labels);
  }

  Variable outer(Variable theta) {
    return loss(theta, xq, labelsq);
  }

  private static Variable loss(Variable theta, Variable x, Variable labels) {
    return Ops.softplus(x.matmul(theta).times(labels).negate()).mean();
  }
}
