package gmrl.app.chart;

import org.jfree.data.xy.AbstractXYDataset;

/** Shows a model's series to JFreeChart; each appears as one item, drawn whole. */
@SuppressWarnings("serial")
final class ModelDataset extends AbstractXYDataset {

  private final transient ChartModel model;

  ModelDataset(ChartModel model) {
    this.model = model;
  }

  ChartModel model() {
    return model;
  }

  ChartSeries series(int index) {
    return model.series().get(index);
  }

  @Override
  public int getSeriesCount() {
    return model.series().size();
  }

  @Override
  public Comparable<?> getSeriesKey(int index) {
    return index;
  }

  @Override
  public int getItemCount(int index) {
    return series(index).points().isEmpty() ? 0 : 1;
  }

  @Override
  public Number getX(int index, int item) {
    return series(index).points().get(item).x();
  }

  @Override
  public Number getY(int index, int item) {
    return series(index).points().get(item).y();
  }
}
