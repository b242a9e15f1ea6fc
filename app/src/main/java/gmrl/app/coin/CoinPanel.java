package gmrl.app.coin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.coin.CoinCharts.Plot;
import gmrl.app.figure.FamilyPanel;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.coin.CoinResult;
import gmrl.experiment.coin.CoinSpec;
import gmrl.experiment.file.JsonView;

/**
 * Learning in the Coin Game over updates.
 *
 * @param title short text above the plot
 * @param spec who learns
 * @param plot what is drawn
 * @param singles whether every seed is drawn behind the mean
 */
record CoinPanel(String title, CoinSpec spec, Plot plot, boolean singles)
    implements FamilyPanel<CoinSpec, CoinResult> {
  private static final CoinFamily FAMILY = new CoinFamily();

  @Override
  public CoinFamily family() {
    return FAMILY;
  }

  @Override
  public CoinPanel of(CoinSpec other) {
    return new CoinPanel(title, other, plot, singles);
  }

  @Override
  public ChartModel chart(CoinResult result) {
    return CoinCharts.of(plot, result, spec.updates(), singles, 1).withTitle(title);
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY.id()).put("measure", plot.label());
    node.put("bands", "95 % interval over seeds").put("plot", plot.key()).put("singles", singles);
    node.putArray(FAMILY.parts())
        .addObject()
        .put("label", plot.label())
        .set("config", FAMILY.write(spec));
  }

  /**
   * Reads what {@link #describe} wrote.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  static CoinPanel read(JsonView json) {
    JsonView parts = json.at(FAMILY.parts());
    if (parts.elements().size() != 1) {
      throw parts.unexpected("one match");
    }
    for (Plot plot : Plot.values()) {
      if (plot.key().equals(json.at("plot").text())) {
        return new CoinPanel(
            json.at("title").label(),
            FAMILY.read(parts.elements().get(0).at("config")),
            plot,
            json.at("singles").flag());
      }
    }
    throw json.at("plot")
        .unexpected(
            "one of "
                + String.join(
                    ", ", java.util.Arrays.stream(Plot.values()).map(Plot::key).toList()));
  }
}
