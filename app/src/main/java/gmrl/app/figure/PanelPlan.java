package gmrl.app.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.experiment.Experiment;
import java.util.List;

/**
 * One chart of a figure: what is run and how it is shown. Each family of experiments has its own.
 */
public interface PanelPlan {

  /** Short text above the plot. */
  String title();

  /** The same on a small budget. */
  PanelPlan quick();

  /** The same from another seed. */
  PanelPlan withSeed(long seed);

  /** The first seed. */
  long seed();

  /** Whether its numbers were recorded earlier, so that neither budget nor seed changes them. */
  default boolean recorded() {
    return false;
  }

  /** What must be computed. */
  List<Part<?>> parts();

  /**
   * The chart.
   *
   * @param results what was computed
   */
  ChartModel chart(Results results);

  /** Writes family, measure, bands and specifications into a figure's configuration. */
  void describe(ObjectNode node);

  /**
   * Something that must be computed.
   *
   * @param key parts of equal keys are computed once
   * @param experiment computes it
   */
  record Part<T>(Object key, Experiment<T> experiment) {}

  /** What was computed. */
  interface Results {

    /** The result of one of the plan's parts. */
    <T> T of(Part<T> part);
  }
}
