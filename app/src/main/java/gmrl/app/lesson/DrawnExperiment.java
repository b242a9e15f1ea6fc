package gmrl.app.lesson;

import gmrl.app.chart.ChartModel;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;

/** An experiment whose every snapshot is drawn where it is made. */
public final class DrawnExperiment<T> implements Experiment<ChartModel> {

  /** Draws a snapshot. */
  @FunctionalInterface
  public interface Pen<T> {
    /**
     * Draws; pure, on a worker.
     *
     * @param progress share of the work that is done, 0 to 1
     */
    ChartModel draw(T snapshot, double progress);
  }

  private final Experiment<T> experiment;
  private final Pen<T> pen;

  /** An experiment and how it is drawn. */
  public DrawnExperiment(Experiment<T> experiment, Pen<T> pen) {
    this.experiment = experiment;
    this.pen = pen;
  }

  @Override
  public String units() {
    return experiment.units();
  }

  @Override
  public long total() {
    return experiment.total();
  }

  @Override
  public ChartModel run(Workers workers, CancellationToken token, Snapshots<ChartModel> snapshots) {
    long total = Math.max(1, experiment.total());
    T result =
        experiment.run(
            workers,
            token,
            (done, snapshot) ->
                snapshots.publish(done, pen.draw(snapshot, Math.min(1, (double) done / total))));
    return pen.draw(result, 1);
  }
}
