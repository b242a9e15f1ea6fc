package gmrl.app.claim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.PanelPlan;
import gmrl.experiment.claim.ClaimExperiment;
import gmrl.experiment.claim.ClaimResult;
import gmrl.experiment.claim.ClaimSpec;
import gmrl.experiment.claim.Claims;
import gmrl.experiment.claim.Evidence;
import gmrl.experiment.file.JsonView;
import java.util.List;

/**
 * One chart of a claim.
 *
 * @param claim as it is run
 * @param index which of its charts
 */
record ClaimPanel(ClaimSpec claim, int index) implements PanelPlan {
  /** What documents call the family. */
  static final String FAMILY = "claim";

  @Override
  public String title() {
    return panel().title();
  }

  private ClaimSpec.Panel panel() {
    return claim.panels().get(index);
  }

  @Override
  public ClaimPanel quick() {
    return new ClaimPanel(claim.quick(), index);
  }

  @Override
  public ClaimPanel withSeed(long seed) {
    return new ClaimPanel(claim.withSeed(seed), index);
  }

  @Override
  public long seed() {
    return claim.seed().orElse(0L);
  }

  @Override
  public boolean recorded() {
    return claim.isRecorded();
  }

  private Part<ClaimResult> result() {
    return new Part<>(claim, new ClaimExperiment(claim));
  }

  @Override
  public List<Part<?>> parts() {
    return List.of(result());
  }

  @Override
  public ChartModel chart(Results results) {
    return ClaimCharts.of(panel(), results.of(result()));
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY).put("claim", claim.id()).put("panel", index);
    node.put("measure", panel().measure()).put("bands", ClaimCharts.BANDS);
    node.put("quick", claim.small());
    claim.evidence().stream()
        .filter(evidence -> evidence.name().equals(panel().study()))
        .findFirst()
        .ifPresent(evidence -> describe(evidence, node));
    claim.seed().ifPresent(seed -> node.put("seed", seed));
  }

  private static void describe(Evidence evidence, ObjectNode node) {
    if (evidence instanceof Evidence.Computed<?, ?> computed) {
      node.set(FigureDocument.SHOWN, shown(computed));
    }
  }

  private static <S> ObjectNode shown(Evidence.Computed<S, ?> computed) {
    return FigureDocument.shown(computed.family(), computed.spec());
  }

  /** Reads what {@link #describe} wrote. */
  static ClaimPanel read(JsonView json) {
    ClaimSpec claim;
    try {
      claim = Claims.find(json.at("claim").text());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
    if (json.has("quick") && json.at("quick").flag()) {
      claim = claim.quick();
    }
    if (json.has("seed")) {
      claim = claim.withSeed(json.at("seed").longInteger());
    }
    int index = json.at("panel").integer();
    if (index < 0 || index >= claim.panels().size()) {
      throw json.at("panel").unexpected("0 to " + (claim.panels().size() - 1));
    }
    return new ClaimPanel(claim, index);
  }
}
