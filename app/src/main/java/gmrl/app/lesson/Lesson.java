package gmrl.app.lesson;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import java.util.List;
import java.util.Optional;

/**
 * A walk through questions and live plots.
 *
 * @param title a few words
 * @param about one sentence for the list of lessons
 * @param minutes how long it takes, 1 or more
 * @param steps in order, at least one
 */
public record Lesson(String title, String about, int minutes, List<Step> steps) {

  /** Copies the steps. */
  public Lesson {
    steps = List.copyOf(steps);
    if (minutes < 1) {
      throw new IllegalArgumentException("minutes is " + minutes + ", expected 1 or more");
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a lesson without steps, expected 1 or more");
    }
  }

  /**
   * One step: something to read, something to look at, something to find out.
   *
   * @param title a few words
   * @param text what to know beforehand
   * @param plot what is shown beside it
   * @param question what to predict; a step without one shows its plot and answer at once
   * @param answer what is seen, and why; may be empty
   * @param holds what the plot's numbers must fulfil for the answer to be true
   */
  public record Step(
      String title,
      String text,
      Optional<Plot> plot,
      Optional<Question> question,
      String answer,
      List<Claim> holds) {

    /** Copies the list. */
    public Step {
      holds = List.copyOf(holds);
    }
  }

  /**
   * The plot of a step.
   *
   * @param shown what is computed and drawn
   * @param sliders names of the knobs that are shown, each with its range
   * @param x horizontal axis
   * @param y vertical axis
   * @param source how the lesson's file describes it, as JSON
   */
  public record Plot(Illustration shown, List<Slider> sliders, Limits x, Limits y, String source) {
    /** Empty space around the columns, as a share of their extent. */
    private static final double MARGIN = 0.045;

    /** Copies the list. */
    public Plot {
      sliders = List.copyOf(sliders);
    }

    /** With room for every column, so that the axis stands still while the curves come. */
    private ChartAxis acrossColumns(ChartAxis axis) {
      List<Double> columns = shown.columns();
      if (columns.isEmpty() || !Double.isNaN(axis.low()) || !Double.isNaN(axis.high())) {
        return axis;
      }
      double first = axis.scale().position(columns.get(0));
      double last = axis.scale().position(columns.get(columns.size() - 1));
      double margin = MARGIN * (last - first);
      return Double.isInfinite(first)
          ? axis
          : axis.between(axis.scale().value(first - margin), axis.scale().value(last + margin));
    }

    /** A chart of this plot on the axes that the lesson asks for. */
    public ChartModel frame(ChartModel chart) {
      return chart.with().x(acrossColumns(x.on(chart.x()))).y(y.on(chart.y())).build();
    }
  }

  /** A knob with the range of its slider. */
  public record Slider(String knob, double from, double to) {}
}
