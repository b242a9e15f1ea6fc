package gmrl.app.state;

import gmrl.experiment.tabular.TabularSetup;
import java.util.Map;
import java.util.TreeMap;

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

  /** What a first start shows. */
  public static LabState initial() {
    TabularSetup setup = TabularSetup.paper();
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
  public LabState withSetup(TabularSetup other) {
    return new LabState(
        other,
        samples,
        trials,
        seed,
        seedLocked,
        compositional,
        hessian,
        study,
        studyId,
        training,
        extras);
  }

  /** The same with another |τ| in every sampled slot. */
  public LabState withSamples(int other) {
    return new LabState(
        setup.withSamples(other),
        other,
        trials,
        seed,
        seedLocked,
        compositional,
        hessian,
        study,
        studyId,
        training,
        extras);
  }

  /** The same with another |τ| for slots that are sampled only in some plot. */
  public LabState withPlotSamples(int other) {
    return new LabState(
        setup,
        other,
        trials,
        seed,
        seedLocked,
        compositional,
        hessian,
        study,
        studyId,
        training,
        extras);
  }

  /** The same with another trial budget. */
  public LabState withTrials(int other) {
    return new LabState(
        setup,
        samples,
        other,
        seed,
        seedLocked,
        compositional,
        hessian,
        study,
        studyId,
        training,
        extras);
  }

  /** The same with another seed. */
  public LabState withSeed(long other) {
    return new LabState(
        setup,
        samples,
        trials,
        other,
        seedLocked,
        compositional,
        hessian,
        study,
        studyId,
        training,
        extras);
  }

  /** The same with the seed locked or not. */
  public LabState withSeedLocked(boolean locked) {
    return new LabState(
        setup,
        samples,
        trials,
        seed,
        locked,
        compositional,
        hessian,
        study,
        studyId,
        training,
        extras);
  }

  /** The same with another plot of compositional bias. */
  public LabState withCompositional(BiasPlot other) {
    return new LabState(
        setup, samples, trials, seed, seedLocked, other, hessian, study, studyId, training, extras);
  }

  /** The same with another plot of Hessian bias. */
  public LabState withHessian(BiasPlot other) {
    return new LabState(
        setup,
        samples,
        trials,
        seed,
        seedLocked,
        compositional,
        other,
        study,
        studyId,
        training,
        extras);
  }

  /** The same with another plot of the chosen experiment. */
  public LabState withStudy(BiasPlot other) {
    return new LabState(
        setup,
        samples,
        trials,
        seed,
        seedLocked,
        compositional,
        hessian,
        other,
        studyId,
        training,
        extras);
  }

  /** The same with another experiment chosen. */
  public LabState withStudyId(String other) {
    return new LabState(
        setup,
        samples,
        trials,
        seed,
        seedLocked,
        compositional,
        hessian,
        study,
        other,
        training,
        extras);
  }

  /** The same with another meta-training plot. */
  public LabState withTraining(TrainingPlot other) {
    return new LabState(
        setup,
        samples,
        trials,
        seed,
        seedLocked,
        compositional,
        hessian,
        study,
        studyId,
        other,
        extras);
  }

  /** The same with another state of a feature. */
  public LabState withExtra(String feature, String text) {
    Map<String, String> all = new TreeMap<>(extras);
    all.put(feature, text);
    return new LabState(
        setup,
        samples,
        trials,
        seed,
        seedLocked,
        compositional,
        hessian,
        study,
        studyId,
        training,
        all);
  }
}
