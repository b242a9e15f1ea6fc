package gmrl.experiment.example;

import gmrl.Digits;
import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Scope;
import gmrl.autodiff.Variable;
import gmrl.autodiff.inspect.GradientGraph;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Keeper;
import gmrl.experiment.Ranges;
import gmrl.experiment.Workers;
import gmrl.experiment.example.ExampleSnapshot.Growing;
import gmrl.experiment.example.ExampleSnapshot.Panel;
import gmrl.optim.GradientTransform;
import gmrl.optim.MetaOptimizer;
import gmrl.optim.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Learning to reweight examples (Ren et al. 2018, algorithm 1) on two classes in the plane, hidden
 * among irrelevant features, of which many training labels are flipped.
 *
 * <p>Each update asks how the loss on a few clean points would change if a training point weighed
 * more in one imagined step, wᵢ = max(0, −∂J_clean(θ − η Σ εᵢ∇lᵢ)/∂εᵢ) at ε = 0, and then steps
 * with these weights, normalised. Beside it runs the same network with equal weights, and one that
 * sees the clean points alone. Once the clean points are fitted their loss is flat, and the weights
 * no longer tell right labels from flipped ones: the second plot shows when.
 *
 * @param updates of the network
 * @param noiseFeatures features that say nothing about the class
 * @param points training points, all used in each update
 * @param clean points with trusted labels
 * @param flipped share of the training labels that are wrong
 * @param rate learning rate η
 * @param hidden width of the hidden layer
 * @param seed of the points and the network
 */
public record LearningToReweight(
    int updates,
    int noiseFeatures,
    int points,
    int clean,
    double flipped,
    double rate,
    int hidden,
    long seed)
    implements Example {

  private static final int TEST_POINTS = 1000;
  private static final int POINTS_PER_RUN = 50;

  public LearningToReweight {
    Limits.updates("updates", updates);
    Limits.countOrNone("noiseFeatures", noiseFeatures);
    Limits.points("points", points);
    Limits.points("clean", clean);
    if (!(flipped >= 0 && flipped < 1)) {
      throw new IllegalArgumentException(
          "flipped is " + Digits.of(flipped) + ", expected a share of 0 or more and less than 1");
    }
    Ranges.positive("rate", rate);
    Limits.count("hidden", hidden);
  }

  /** 40 % of 500 labels flipped, 20 clean points. */
  public static LearningToReweight standard(long seed) {
    return new LearningToReweight(300, 10, 500, 20, 0.4, 0.5, 32, seed);
  }

  @Override
  public String id() {
    return "reweight";
  }

  @Override
  public String title() {
    return "Learning to reweight noisy labels";
  }

  @Override
  public String about() {
    return "Weighs training points by what they do for a few clean ones, and so ignores flipped"
        + " labels at first; once the clean points are fitted, they have nothing more to"
        + " say.";
  }

  @Override
  public String biases() {
    return "The one imagined step uses all points, so neither bias is there: K = 1,"
        + " nothing is sampled, and the mixed derivative by weight and network is exact."
        + " Drawn from minibatches the step would scatter, which is the beginning of"
        + " compositional bias; with the mixed term cut every weight would be zero.";
  }

  @Override
  @SuppressWarnings("try") // the scope is there to be closed
  public GradientGraph graph() {
    try (Scope drawing = Scope.open()) {
      SplittableRandom random = new SplittableRandom(seed);
      Data train = Data.draw(random.split(), points, noiseFeatures, flipped);
      Data trusted = Data.draw(random.split(), clean, noiseFeatures, 0);
      List<Variable> inputs = new ArrayList<>();
      inputs.add(Variable.of(new double[points], points, 1).tracked("weights"));
      inputs.addAll(Mlp.named(network(random.nextLong())));
      List<Variable> imagined =
          Autodiff.checkpoint(
              "imagined step",
              at -> {
                List<Variable> params = at.subList(1, at.size());
                Variable loss = train.losses(params).times(at.get(0)).sum();
                return Mlp.moved(params, Autodiff.grad(loss, params), rate);
              },
              inputs);
      return GradientGraph.of(
          Autodiff.checkpoint(
                  "loss of clean points", at -> List.of(trusted.losses(at).mean()), imagined)
              .get(0));
    }
  }

  @Override
  public long total() {
    return updates;
  }

  /**
   * Points of two interleaved arcs.
   *
   * @param x features [points][2 + noise]
   * @param labels [points][1], 0 or 1
   * @param right 1 where the label is right, [points][1]
   */
  private record Data(Variable x, Variable labels, Variable right) {
    static Data draw(RandomGenerator random, int n, int noise, double flipped) {
      int d = 2 + noise;
      double[] x = new double[d * n];
      double[] labels = new double[n];
      double[] right = new double[n];
      for (int i = 0; i < n; i++) {
        int label = i % 2;
        double angle = Math.PI * random.nextDouble();
        double side = label == 0 ? 1 : -1;
        x[d * i] = side * (Math.cos(angle) - 0.5) + 0.2 * random.nextGaussian();
        x[d * i + 1] = side * (Math.sin(angle) - 0.25) + 0.2 * random.nextGaussian();
        for (int j = 2; j < d; j++) {
          x[d * i + j] = 0.5 * random.nextGaussian();
        }
        boolean wrong = random.nextDouble() < flipped;
        labels[i] = wrong ? 1 - label : label;
        right[i] = wrong ? 0 : 1;
      }
      return new Data(Variable.of(x, n, d), Variable.of(labels, n, 1), Variable.of(right, n, 1));
    }

    /** Cross-entropy of every point, [points][1]. */
    Variable losses(List<Variable> params) {
      Variable z = Mlp.apply(params, x);
      return Ops.softplus(z).minus(labels.times(z));
    }

    double accuracy(List<Variable> params) {
      Variable z = Mlp.apply(params, x);
      Variable guess = Ops.greater(z, Ops.zerosLike(z));
      return Ops.equal(guess, labels).mean().item();
    }
  }

  @Override
  public ExampleSnapshot run(
      Workers workers,
      CancellationToken token,
      Keeper keeper,
      Snapshots<ExampleSnapshot> snapshots) {
    try (Scope run = Scope.open()) {
      SplittableRandom random = new SplittableRandom(seed);
      Data train = Data.draw(random.split(), points, noiseFeatures, flipped);
      Data trusted = Data.draw(random.split(), clean, noiseFeatures, 0);
      Data test = Data.draw(random.split(), TEST_POINTS, noiseFeatures, 0);
      long network = random.nextLong();
      ParameterTrainer reweighted = new ParameterTrainer(run, Sgd.of(rate), network(network));
      ParameterTrainer equal = new ParameterTrainer(run, Sgd.of(rate), network(network));
      ParameterTrainer cleanOnly = new ParameterTrainer(run, Sgd.of(rate), network(network));
      Plots plots = new Plots();
      LearningLoop loop =
          new LearningLoop(
              updates, POINTS_PER_RUN, random, List.of(reweighted, equal, cleanOnly), plots.all());
      loop.takeUp(keeper);
      return loop.run(
          0,
          token,
          keeper,
          number -> {
            reweighted.step(params -> gradient(params, train, weights(params, train, trusted)));
            equal.step(params -> gradient(params, train, uniform(points)));
            cleanOnly.step(params -> gradient(params, trusted, uniform(clean)));
          },
          i -> {
            plots.add(
                i, test, train, reweighted, equal, cleanOnly, weights(reweighted, train, trusted));
            return plots.snapshot(flipped);
          },
          snapshots);
    }
  }

  private List<Variable> network(long networkSeed) {
    return Mlp.start(new SplittableRandom(networkSeed), 2 + noiseFeatures, hidden, 1);
  }

  private static Variable uniform(int n) {
    return Variable.of(new double[n], n, 1).plus(1.0 / n);
  }

  private static List<Variable> gradient(List<Variable> params, Data data, Variable weights) {
    List<Variable> leaves = params.stream().map(Variable::tracked).toList();
    return Autodiff.gradOnce(data.losses(leaves).times(weights).sum(), leaves);
  }

  private double[] weights(ParameterTrainer trainer, Data train, Data trusted) {
    try (Scope work = Scope.open()) {
      return work.keep(weights(trainer.params(), train, trusted)).toDoubles();
    }
  }

  /** Weights of the training points, which sum to 1 unless none of them helps. */
  private Variable weights(List<Variable> params, Data train, Data trusted) {
    Variable epsilon = Variable.of(new double[points], points, 1).tracked();
    GradientTransform step = Sgd.of(rate);
    MetaOptimizer<List<Variable>> imagined = MetaOptimizer.of(step, params);
    imagined.step(train.losses(imagined.params()).times(epsilon).sum());
    Variable cleanLoss = trusted.losses(imagined.params()).mean();
    Variable helpful = Autodiff.gradOnce(cleanLoss, List.of(epsilon)).get(0).negate().relu();
    double sum = helpful.sum().item();
    return sum == 0 ? helpful : helpful.over(sum);
  }

  /** What is plotted: accuracies, and the share of the weight that wrong labels get. */
  private static final class Plots {
    private final Growing reweighted = new Growing("reweighted");
    private final Growing equal = new Growing("equal weights");
    private final Growing cleanOnly = new Growing("clean points only");
    private final Growing wrongWeight = new Growing("weight on flipped labels");
    private final Growing wrongShare = new Growing("share of flipped labels");

    List<Growing> all() {
      return List.of(reweighted, equal, cleanOnly, wrongWeight, wrongShare);
    }

    @SuppressWarnings("try") // the scope is there to be closed
    void add(
        int update,
        Data test,
        Data train,
        ParameterTrainer byWeights,
        ParameterTrainer byAll,
        ParameterTrainer byClean,
        double[] weights) {
      try (Scope work = Scope.open()) {
        reweighted.add(update, test.accuracy(byWeights.params()));
        equal.add(update, test.accuracy(byAll.params()));
        cleanOnly.add(update, test.accuracy(byClean.params()));
        double[] right = train.right().toDoubles();
        double wrong = 0;
        double all = 0;
        double count = 0;
        for (int i = 0; i < right.length; i++) {
          wrong += (1 - right[i]) * weights[i];
          all += weights[i];
          count += 1 - right[i];
        }
        wrongWeight.add(update, all == 0 ? 0 : wrong / all);
        wrongShare.add(update, count / right.length);
      }
    }

    ExampleSnapshot snapshot(double flippedShare) {
      String headline =
          String.format(
              Locale.ROOT,
              "With %.0f %% of the labels flipped, reweighting reaches %.1f %% accuracy, equal"
                  + " weights %.1f %%, the clean points alone %.1f %%.",
              100 * flippedShare,
              100 * reweighted.last(),
              100 * equal.last(),
              100 * cleanOnly.last());
      return new ExampleSnapshot(
          headline,
          List.of(
              new Panel(
                  "Accuracy on clean test points",
                  "updates",
                  "accuracy",
                  false,
                  List.of(reweighted.curve(), equal.curve(), cleanOnly.curve())),
              new Panel(
                  "Where the weight goes",
                  "updates",
                  "share of the weight",
                  false,
                  List.of(wrongWeight.curve(), wrongShare.curve()))));
    }
  }
}
