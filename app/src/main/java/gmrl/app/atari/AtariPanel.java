package gmrl.app.atari;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.atari.learn.Algorithm;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.GameSpec;
import gmrl.experiment.atari.LearnerRun;
import gmrl.experiment.atari.RecordedRuns;
import gmrl.experiment.file.JsonView;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Recorded runs on one game.
 *
 * @param title short text above the plot
 * @param study title of a {@link Study}, or a game such as {@code minatar:breakout} for its first
 *     one
 * @param measure what is drawn: returns, a meta-parameter or a {@link Diagnostic}, by its label
 * @param hidden learners that are not drawn
 * @param singles whether every seed is drawn behind the means
 */
record AtariPanel(
    String title, String study, String measure, Set<Algorithm> hidden, boolean singles)
    implements PanelPlan {
  private static final AtariFamily FAMILY = new AtariFamily();
  private static final Part<ReadingRuns.Found> RUNS =
      new Part<>("recorded runs", new ReadingRuns(RecordedRuns::recorded, List.of()));

  /** Copies the set. */
  AtariPanel {
    hidden = Set.copyOf(hidden);
  }

  /** All learners with their single seeds. */
  static AtariPanel of(String title, String study, String measure) {
    return new AtariPanel(title, study, measure, Set.of(), true);
  }

  @Override
  public AtariPanel quick() {
    return this;
  }

  @Override
  public AtariPanel withSeed(long seed) {
    return this;
  }

  @Override
  public boolean recorded() {
    return true;
  }

  @Override
  public long seed() {
    return study(Study.of(RecordedRuns.recorded())).runs().get(0).seed();
  }

  @Override
  public List<Part<?>> parts() {
    return List.of(RUNS);
  }

  @Override
  public ChartModel chart(Results results) {
    Study drawn = study(results.of(RUNS).studies()).without(hidden);
    return AtariCharts.of(drawn, measure, singles).withTitle(title);
  }

  private Study study(List<Study> studies) {
    return studies.stream()
        .filter(each -> each.title().equals(study) || each.game().equals(study))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the recorded runs are of \"%s\", expected one of those that come with the"
                            .formatted(study)
                        + " program: "
                        + String.join("; ", studies.stream().map(Study::title).toList())));
  }

  @Override
  public void describe(ObjectNode node) {
    Study whole = study(Study.of(RecordedRuns.recorded()));
    node.put("family", FAMILY.id());
    node.put("measure", measure);
    node.put("bands", AtariCharts.BANDS);
    node.put("recorded", whole.title());
    node.put("singles", singles);
    ArrayNode without = node.putArray("hidden");
    hidden.stream().sorted().forEach(algorithm -> without.add(algorithm.id()));
    ArrayNode all = node.putArray(FAMILY.parts());
    for (Study.Group group : whole.without(hidden).groups()) {
      for (LearnerRun run : group.runs()) {
        ObjectNode one = all.addObject();
        one.put("label", group.name() + ", seed " + run.seed());
        one.put("steps", run.steps()).put("complete", run.complete());
        one.put("version", run.made().version()).put("begun", run.made().begun().toString());
        run.played().ifPresent(game -> one.set("config", config(game, run)));
      }
    }
  }

  /** What makes the run again; rows and comparisons of a curve are not part of it. */
  private static ObjectNode config(GameSpec played, LearnerRun run) {
    AtariSpec spec =
        AtariSpec.usual(played, run.settings().algorithm())
            .with(usual -> run.settings())
            .withSeeds(1, run.seed());
    ObjectNode node = FAMILY.write(spec);
    node.remove(List.of("points", "diagnoseEvery"));
    return node;
  }

  /** Reads what {@link #describe} wrote. */
  static AtariPanel read(JsonView json) {
    Set<Algorithm> hidden = EnumSet.noneOf(Algorithm.class);
    if (json.has("hidden")) {
      json.at("hidden").elements().forEach(each -> hidden.add(Algorithm.of(each.text())));
    }
    AtariPanel panel =
        new AtariPanel(
            json.at("title").label(),
            json.at("recorded").text(),
            json.at("measure").text(),
            hidden,
            !json.has("singles") || json.at("singles").flag());
    panel.study(Study.of(RecordedRuns.recorded()));
    AtariCharts.requireMeasure(panel.measure);
    return panel;
  }
}
