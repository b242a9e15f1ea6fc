package gmrl.app.atari;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.atari.learn.MetaParameters;
import gmrl.atari.learn.RecordedRun;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.GameSpec;
import gmrl.experiment.atari.RecordedRuns;
import java.util.List;
import java.util.Optional;

/**
 * Recorded runs on one game.
 *
 * @param title short text above the plot
 * @param game identifier, such as {@code minatar:breakout}; its longest runs are shown
 * @param coefficient the meta-parameter that is drawn; empty for returns
 */
record AtariPanel(String title, String game, Optional<MetaParameters.Name> coefficient)
    implements PanelPlan {
  private static final AtariFamily FAMILY = new AtariFamily();
  private static final Part<List<Study>> RUNS =
      new Part<>("recorded runs", new ReadingRuns(RecordedRuns::recorded));

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
    Study study = study(results.of(RUNS));
    return coefficient
        .map(name -> AtariCharts.coefficient(study, name, true))
        .orElseGet(() -> AtariCharts.returns(study, true))
        .withTitle(title);
  }

  private Study study(List<Study> studies) {
    return studies.stream()
        .filter(study -> study.game().equals(game))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no run on " + game + " comes with the program"));
  }

  @Override
  public void describe(ObjectNode node) {
    Study study = study(Study.of(RecordedRuns.recorded()));
    node.put("family", FAMILY.id());
    node.put("measure", coefficient.map(AtariCharts::label).orElse(AtariCharts.RETURNS));
    node.put("bands", AtariCharts.BANDS);
    node.put("recorded", study.title());
    ArrayNode all = node.putArray(FAMILY.parts());
    for (Study.Group group : study.groups()) {
      for (RecordedRun run : group.runs()) {
        ObjectNode one = all.addObject();
        one.put("label", group.name() + ", seed " + run.seed());
        one.put("steps", run.steps()).put("complete", run.complete());
        one.put("version", run.version()).put("begun", run.begun().toString());
        GameSpec.of(run.game(), run.label())
            .ifPresent(played -> one.set("config", config(played, run)));
      }
    }
  }

  /** What makes the run again; rows and comparisons of a curve are not part of it. */
  private static ObjectNode config(GameSpec played, RecordedRun run) {
    AtariSpec spec =
        AtariSpec.usual(played, run.settings().algorithm())
            .with(usual -> run.settings())
            .withSeeds(1, run.seed());
    ObjectNode node = FAMILY.write(spec);
    node.remove(List.of("points", "diagnoseEvery"));
    return node;
  }
}
