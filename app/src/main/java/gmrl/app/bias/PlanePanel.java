package gmrl.app.bias;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.file.JsonView;
import java.util.Locale;

/**
 * Estimators in the plane of bias and variance, or of cost and error: one path each along a sweep.
 * What an estimate is off by is the sum of bias² and variance, so that the best of them lies on the
 * lowest line of equal error.
 *
 * @param title short text above the plot
 * @param study one path each
 * @param view what is drawn over what
 */
record PlanePanel(String title, BiasStudy study, PlaneChart.View view) implements StudyPanel {

  /** What tells it from a sweep in a document. */
  private static final String KEY = "plane";

  /** Bias over variance. */
  PlanePanel(String title, BiasStudy study) {
    this(title, study, PlaneChart.View.ESTIMATE);
  }

  @Override
  public PlanePanel of(BiasStudy other) {
    return new PlanePanel(title, other, view);
  }

  @Override
  public ChartModel chart(BiasResult result) {
    return PlaneChart.of(title, view, result);
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY.id());
    node.put("measure", view.words());
    node.put("bands", BarPanel.bands(Bands.TRIALS));
    node.put(KEY, view.name().toLowerCase(Locale.ROOT));
    node.set("curves", BarPanel.curves(study));
  }

  /** Whether a document's panel is one of these. */
  static boolean isOne(JsonView json) {
    return json.has(KEY);
  }

  /** Reads what {@link #describe} wrote. */
  static PlanePanel read(JsonView json) {
    String title = json.at("title").label();
    return new PlanePanel(title, BarPanel.study(json.at("curves"), title), view(json.at(KEY)));
  }

  /** Older documents say only that it is a plane. */
  private static PlaneChart.View view(JsonView json) {
    if (!json.isText()) {
      return PlaneChart.View.ESTIMATE;
    }
    for (PlaneChart.View view : PlaneChart.View.values()) {
      if (view.name().toLowerCase(Locale.ROOT).equals(json.text())) {
        return view;
      }
    }
    throw json.unexpected("estimate, budget or cost");
  }
}
