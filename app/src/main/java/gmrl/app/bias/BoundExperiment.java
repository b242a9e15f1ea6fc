package gmrl.app.bias;

import gmrl.app.catalogue.BoundOverlay;
import gmrl.app.chart.ChartPoint;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.tabular.TabularSetup;
import java.util.List;
import java.util.Optional;

/** The theoretical bound that belongs to a plot, computed beside it. */
final class BoundExperiment implements Experiment<BoundExperiment.Bound> {
  private final BiasStudy study;

  /**
   * A bound that has not been computed.
   *
   * @param study the one curve that {@link #curve} has found
   */
  BoundExperiment(BiasStudy study) {
    this.study = study;
  }

  /**
   * A computed bound.
   *
   * @param study the one curve it belongs to
   * @param points bound on bias² at the swept values; values beyond a double are left out
   */
  record Bound(BiasStudy study, List<ChartPoint> points) {
    /** Freezes the list. */
    Bound {
      points = List.copyOf(points);
    }
  }

  /**
   * The first curve that theory speaks of: one whose inner slot alone is sampled, or whose Hessian
   * has a controlled error alone.
   */
  static Optional<BiasStudy> curve(BiasStudy study) {
    return study.curves().stream()
        .filter(curve -> speaksOf(curve.spec().setup(), curve.label()))
        .findFirst()
        .map(
            curve ->
                new BiasStudy(
                    study.id(),
                    study.title(),
                    study.sentence(),
                    List.of(new BiasStudy.Curve(curve.label(), curve.spec().withTrials(1)))));
  }

  private static boolean speaksOf(TabularSetup setup, String label) {
    boolean controlled = label.equals(BiasStudies.CONTROLLED);
    boolean innerAlone =
        setup.inner().isSampled()
            && !setup.hessian().isSampled()
            && !setup.outer().isSampled()
            && setup.hessianError().isNone()
            && !setup.reuse();
    return controlled || innerAlone;
  }

  @Override
  public long total() {
    return 1;
  }

  @Override
  public Bound run(Workers workers, CancellationToken token, Snapshots<Bound> snapshots) {
    return new Bound(study, BoundOverlay.of(study, workers, token).get(0));
  }
}
