package gmrl.experiment.atari;

import gmrl.LibraryApi;
import gmrl.atari.VectorEnvironment;
import gmrl.atari.learn.CurveRecorder;
import gmrl.atari.learn.LearningCurve;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.MetaBias;
import gmrl.atari.learn.MetaBiasStudy;
import gmrl.atari.learn.MetaParameters;
import gmrl.atari.learn.NetworkSpec;
import gmrl.atari.learn.Trainer;
import gmrl.autodiff.Scope;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.Resources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How biased a learner's meta-gradient was at some places of its training.
 *
 * @param spec the learner on its game; one seed
 * @param windows of each study
 * @param copies of the learner's environments in each window
 * @param version of the program
 * @param begun when
 * @param points in the order of training
 */
public record BiasAlongTraining(
    AtariSpec spec, int windows, int copies, String version, Instant begun, List<Point> points) {
  private static final String RESOURCE = "recorded/bias-along-training.json";

  /** Copies the points. */
  public BiasAlongTraining {
    points = List.copyOf(points);
  }

  /**
   * One study.
   *
   * @param steps decisions made before it
   * @param score mean score of the games of the last stretch before it; NaN at the beginning
   * @param coefficients what the learner used then
   */
  public record Point(long steps, double score, MetaParameters coefficients, MetaBias bias) {}

  /** Those that come with the laboratory. */
  public static List<BiasAlongTraining> shipped() {
    return Resources.find(RESOURCE)
        .map(all -> all.at("studies").elements().stream().map(BiasAlongTraining::read).toList())
        .orElse(List.of());
  }

  private static BiasAlongTraining read(JsonView json) {
    return BiasAlongTrainingJson.read(json);
  }

  /**
   * Trains a learner and studies it on the way.
   *
   * @param at steps after which a study is made, increasing
   * @param seen told after each study
   */
  @LibraryApi
  public static BiasAlongTraining run(
      AtariSpec spec,
      List<Long> at,
      int windows,
      int copies,
      String version,
      Consumer<BiasAlongTraining> seen) {
    Instant begun = Instant.now();
    LearningSettings settings = spec.learning();
    List<Point> points = new ArrayList<>();
    BiasAlongTraining now = new BiasAlongTraining(spec, windows, copies, version, begun, points);
    try (VectorEnvironment environments =
            spec.game().open(settings.numProcesses(), spec.seed(), null, 1);
        VectorEnvironment others = spec.game().open(settings.numProcesses(), spec.seed(), null, 1);
        Scope scope = Scope.open()) {
      scope.bytesInUse();
      NetworkSpec network = spec.game().network(environments, settings.algorithm().conditioned());
      Trainer trainer = Trainer.start(settings, network, environments, spec.seed());
      CurveRecorder curve = new CurveRecorder(spec.stretch(), new LearningCurve(List.of()));
      for (long next : at) {
        while (trainer.steps() < next && !trainer.done()) {
          curve.add(trainer.update());
        }
        MetaBias bias =
            new MetaBiasStudy(settings, network, others, trainer.checkpoint())
                .run(windows, copies, next, done -> {});
        long steps = trainer.steps();
        points.add(
            new Point(
                steps,
                curve.curve().scoreAfter(steps - spec.stretch() * 10),
                MetaParameters.ofRaw(trainer.checkpoint().meta().raw()),
                bias));
        now = new BiasAlongTraining(spec, windows, copies, version, begun, points);
        seen.accept(now);
      }
    }
    return now;
  }
}
