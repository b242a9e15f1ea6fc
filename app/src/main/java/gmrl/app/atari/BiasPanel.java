package gmrl.app.atari;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.PanelPlan;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.atari.BiasAlongTraining;
import gmrl.experiment.file.JsonView;
import java.util.List;

/**
 * A recorded measure of the meta-gradient's bias along training, or the exact path of the discount
 * on the Discounting Chain.
 *
 * @param title short text above the plot
 * @param measure one of {@link BiasCharts#MEASURES} or {@link ChainCharts#MEASURES}
 */
record BiasPanel(String title, String measure) implements PanelPlan {
  private static final AtariFamily FAMILY = new AtariFamily();

  @Override
  public BiasPanel quick() {
    return this;
  }

  @Override
  public BiasPanel withSeed(long seed) {
    return this;
  }

  @Override
  public boolean recorded() {
    return true;
  }

  @Override
  public long seed() {
    return ofChain() ? 0 : studies().get(0).spec().seed();
  }

  @Override
  public List<Part<?>> parts() {
    return List.of();
  }

  private boolean ofChain() {
    return ChainCharts.MEASURES.contains(measure);
  }

  private static List<BiasAlongTraining> studies() {
    List<BiasAlongTraining> all = BiasAlongTraining.shipped();
    if (all.isEmpty()) {
      throw new IllegalStateException("no study of bias comes with this version");
    }
    return all;
  }

  @Override
  public ChartModel chart(Results results) {
    ChartModel chart = ofChain() ? ChainCharts.of(measure) : BiasCharts.along(studies(), measure);
    return chart.withTitle(title);
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY.id());
    node.put("measure", measure);
    if (ofChain()) {
      node.put(FigureDocument.COMPUTED, ChainCharts.WORDS);
      return;
    }
    node.put(
        "bands", "95 % interval: what all means within Hotelling’s region of the windows give");
    BiasAlongTraining first = studies().get(0);
    node.put("windows", first.windows()).put("copies", first.copies());
    ArrayNode all = node.putArray(FAMILY.parts());
    for (BiasAlongTraining study : studies()) {
      String label = study.spec().label();
      ObjectNode one = all.addObject();
      one.put("label", all.size() == 1 ? label : label + ", seed " + study.spec().seed());
      one.put("windows", study.windows()).put("copies", study.copies());
      one.put("version", study.version()).put("begun", study.begun().toString());
      one.set("config", FAMILY.write(study.spec()));
    }
  }

  /** Whether a measure is one of this kind of panel. */
  static boolean knows(JsonView json) {
    String measure = json.has("measure") ? json.at("measure").text() : "";
    return BiasCharts.MEASURES.contains(measure) || ChainCharts.MEASURES.contains(measure);
  }

  /** Reads what {@link #describe} wrote. */
  static BiasPanel read(JsonView json) {
    return new BiasPanel(json.at("title").label(), json.at("measure").text());
  }
}
