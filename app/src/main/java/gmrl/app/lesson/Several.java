package gmrl.app.lesson;

import gmrl.app.chart.ChartModel;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import java.util.ArrayList;
import java.util.List;

/** Experiments of one kind, one after the other, drawn together as far as they are known. */
public final class Several<T> implements Experiment<ChartModel> {

  /** Draws the results of the first experiments. */
  @FunctionalInterface
  public interface Pen<T> {
    /**
     * Draws; pure, on a worker.
     *
     * @param results of the first experiments, at least one
     * @param progress share of the work that is done, 0 to 1
     */
    ChartModel draw(List<T> results, double progress);
  }

  private final List<Experiment<T>> experiments;
  private final Pen<T> pen;

  /** Experiments and how they are drawn. */
  public Several(List<Experiment<T>> experiments, Pen<T> pen) {
    this.experiments = List.copyOf(experiments);
    this.pen = pen;
  }

  @Override
  public String units() {
    List<String> units = experiments.stream().map(Experiment::units).distinct().toList();
    return units.size() == 1 ? units.get(0) : "";
  }

  @Override
  public long total() {
    return experiments.stream().mapToLong(Experiment::total).sum();
  }

  @Override
  public ChartModel run(Workers workers, CancellationToken token, Snapshots<ChartModel> snapshots) {
    List<T> known = new ArrayList<>();
    long before = 0;
    double total = Math.max(1, total());
    for (Experiment<T> experiment : experiments) {
      long done = before;
      known.add(
          experiment.run(
              workers,
              token,
              (more, snapshot) -> {
                List<T> now = new ArrayList<>(known);
                now.add(snapshot);
                snapshots.publish(done + more, pen.draw(now, Math.min(1, (done + more) / total)));
              }));
      before += experiment.total();
    }
    return pen.draw(known, 1);
  }
}
