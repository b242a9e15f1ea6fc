package gmrl.app.state;

import gmrl.experiment.tabular.TabularSetup;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Everything a person has chosen: the one immutable state behind the window, its undo history, its
 * files and its links.
 *
 * @param setup problem, MDPs, inner loop and slots
 * @param samples |τ| of slots that are sampled only in some plot
 * @param trials trial budget per MDP and point
 * @param seed of everything random
 * @param seedLocked whether new seeds are refused
 * @param compositional the plot of compositional bias
 * @param hessian the plot of Hessian bias
 * @param study the plot of the chosen experiment of the paper
 * @param studyId which experiment that is
 * @param training the meta-training plot
 * @param extras states of other features by their name, in a text each understands
 */
public record LabState(
    TabularSetup setup,
    int samples,
    int trials,
    long seed,
    boolean seedLocked,
    BiasPlot compositional,
    BiasPlot hessian,
    BiasPlot study,
    String studyId,
    TrainingPlot training,
    Map<String, String> extras) {

  /** Checks the numbers and copies the map. */
  public LabState {
    if (samples < 1) {
      throw new IllegalArgumentException("samples is " + samples + ", expected 1 or more");
    }
    if (trials < 2) {
      throw new IllegalArgumentException(
          "trials is " + trials + ", expected 2 or more, since a variance needs two");
    }
    extras = Map.copyOf(extras);
  }

  /**
   * α of a first start. The paper's correlation studies use 10, where the relative bias of deeper
   * loops is off every scale; from here all trends can be seen.
   */
  public static final double FIRST_ALPHA = 3;

  /** What a first start shows. */
  public static LabState initial() {
    TabularSetup setup = TabularSetup.paper().withAlpha(FIRST_ALPHA);
    return new LabState(
        setup,
        32,
        200,
        42,
        false,
        BiasPlot.compositional(),
        BiasPlot.hessian(),
        BiasPlot.hessian(),
        "decomposition",
        TrainingPlot.DEFAULT,
        Map.of());
  }

  /** The same with another setup. */
  public LabState withSetup(TabularSetup setup) {
    return edited(draft -> draft.setup = setup);
  }

  /** The same with another |τ| in every sampled slot. */
  public LabState withSamples(int samples) {
    return withSetup(setup.withSamples(samples)).withPlotSamples(samples);
  }

  /** The same with another |τ| for slots that are sampled only in some plot. */
  public LabState withPlotSamples(int samples) {
    return edited(draft -> draft.samples = samples);
  }

  /** The same with another trial budget. */
  public LabState withTrials(int trials) {
    return edited(draft -> draft.trials = trials);
  }

  /** The same with another seed. */
  public LabState withSeed(long seed) {
    return edited(draft -> draft.seed = seed);
  }

  /** The same with the seed locked or not. */
  public LabState withSeedLocked(boolean seedLocked) {
    return edited(draft -> draft.seedLocked = seedLocked);
  }

  /** The same with another plot of compositional bias. */
  public LabState withCompositional(BiasPlot compositional) {
    return edited(draft -> draft.compositional = compositional);
  }

  /** The same with another plot of Hessian bias. */
  public LabState withHessian(BiasPlot hessian) {
    return edited(draft -> draft.hessian = hessian);
  }

  /** The same with another plot of the chosen experiment. */
  public LabState withStudy(BiasPlot study) {
    return edited(draft -> draft.study = study);
  }

  /** The same with another experiment chosen. */
  public LabState withStudyId(String studyId) {
    return edited(draft -> draft.studyId = studyId);
  }

  /** The same with another meta-training plot. */
  public LabState withTraining(TrainingPlot training) {
    return edited(draft -> draft.training = training);
  }

  /** The same with another state of a feature. */
  public LabState withExtra(String feature, String text) {
    Map<String, String> all = new TreeMap<>(extras);
    all.put(feature, text);
    return edited(draft -> draft.extras = all);
  }

  private LabState edited(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new LabState(
        draft.setup,
        draft.samples,
        draft.trials,
        draft.seed,
        draft.seedLocked,
        draft.compositional,
        draft.hessian,
        draft.study,
        draft.studyId,
        draft.training,
        draft.extras);
  }

  /** The components while one of them is being replaced. */
  private static final class Draft {
    private TabularSetup setup;
    private int samples;
    private int trials;
    private long seed;
    private boolean seedLocked;
    private BiasPlot compositional;
    private BiasPlot hessian;
    private BiasPlot study;
    private String studyId;
    private TrainingPlot training;
    private Map<String, String> extras;

    Draft(LabState from) {
      setup = from.setup;
      samples = from.samples;
      trials = from.trials;
      seed = from.seed;
      seedLocked = from.seedLocked;
      compositional = from.compositional;
      hessian = from.hessian;
      study = from.study;
      studyId = from.studyId;
      training = from.training;
      extras = from.extras;
    }
  }
}
