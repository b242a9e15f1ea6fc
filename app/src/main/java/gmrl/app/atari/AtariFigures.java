package gmrl.app.atari;

import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.ResultPlot;
import gmrl.app.ui.Words;
import gmrl.atari.learn.Making;
import gmrl.atari.learn.MetaParameters;
import gmrl.experiment.KeptResult;
import gmrl.experiment.atari.AtariResult;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.LearnerRun;
import gmrl.experiment.file.JsonView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures of learning on games, of the runs that come with the laboratory. */
public final class AtariFigures {
  private static final String SOURCE = "GMRL Lab, recorded runs";
  private static final String INVADERS = "minatar:space_invaders";
  private static final String ASTERIX = "minatar:asterix";

  private AtariFigures() {}

  /** Miniature Breakout alone and at a glance, as below the board. */
  public static FigurePlan glance() {
    return new FigurePlan(
        "atari-glance",
        "Returns of A2C and meta-gradient learners on miniature Breakout",
        SOURCE,
        List.of(AtariPanel.of("miniature Breakout", ShownRuns.USUAL_GAME, AtariCharts.OUTCOME)),
        1,
        false);
  }

  /** All of them. */
  public static List<FigurePlan> all() {
    return List.of(
        new FigurePlan(
            "atari-returns",
            "Returns of A2C and meta-gradient learners on miniature games (minimal actions,"
                + " sticky 0.1, ramping except in Breakout)",
            SOURCE,
            List.of(
                AtariPanel.of("(a) miniature Breakout", ShownRuns.USUAL_GAME, AtariCharts.RETURNS),
                AtariPanel.of("(b) miniature Space Invaders", INVADERS, AtariCharts.RETURNS),
                AtariPanel.of("(c) miniature Asterix", ASTERIX, AtariCharts.RETURNS)),
            3,
            false),
        new FigurePlan(
            "atari-meta-parameters",
            "The four meta-parameters through time on miniature Breakout (minimal actions,"
                + " sticky 0.1, no ramping)",
            SOURCE,
            coefficients(),
            2,
            true),
        new FigurePlan(
            "atari-bias",
            "Bias of plain and LVC meta-gradients along training on miniature Breakout, K = 3",
            "GMRL Lab, recorded study",
            List.of(
                new BiasPanel("(a) direction", BiasCharts.COSINE),
                new BiasPanel("(b) size", BiasCharts.RELATIVE)),
            2,
            false),
        new FigurePlan(
            "atari-outer-critic",
            "What the outer critic does to a learnt discount: exact expectations on the Discounting"
                + " Chain, outer discount 1",
            "Bonnet et al. 2022, in exact expectations",
            List.of(
                new BiasPanel("(a) discount", ChainCharts.DISCOUNT),
                new BiasPanel("(b) return", ChainCharts.RETURN)),
            2,
            false));
  }

  private static List<PanelPlan> coefficients() {
    List<PanelPlan> panels = new ArrayList<>();
    for (MetaParameters.Name name : MetaParameters.Name.values()) {
      panels.add(
          AtariPanel.of(
              "(" + (char) ('a' + name.position()) + ") " + AtariCharts.label(name),
              ShownRuns.USUAL_GAME,
              AtariCharts.label(name)));
    }
    return panels;
  }

  /**
   * What is drawn of a result that is there already.
   *
   * @param kept the result
   */
  public static List<ResultPlot> plots(KeptResult<AtariSpec, AtariResult> kept) {
    AtariSpec spec = kept.spec();
    List<LearnerRun> runs =
        kept.result().runs().stream()
            .map(
                run ->
                    new LearnerRun(
                        spec.game().id(),
                        spec.game().label(),
                        Optional.of(spec.game()),
                        spec.learning(),
                        run.seed(),
                        Making.of(
                            kept.run().by().version(),
                            Instant.EPOCH,
                            kept.run().seconds(),
                            Double.NaN),
                        run.curve()))
            .toList();
    List<String> measures = new ArrayList<>();
    if (spec.learning().algorithm().meta()) {
      spec.learning().meta().learned().stream()
          .sorted()
          .map(AtariCharts::label)
          .forEach(measures::add);
    }
    measures.add(Diagnostic.ENTROPY.label());
    List<ResultPlot> plots = new ArrayList<>();
    plots.add(plot("returns", "Returns while it learns", LearnerCharts.of(kept.result(), 1)));
    for (Study study : Study.of("file", runs)) {
      for (String measure : measures) {
        plots.add(
            plot(
                measure.replaceAll("[^a-z]+", "-"),
                Words.capital(measure),
                AtariCharts.of(study, measure, true)));
      }
    }
    return plots;
  }

  private static ResultPlot plot(String id, String title, ChartModel chart) {
    return new ResultPlot("atari-" + id, title, chart, Optional.empty());
  }

  /**
   * A panel of this family that stands in a figure's document.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static PanelPlan read(JsonView panel) {
    if (CheckpointPanel.isOne(panel)) {
      return CheckpointPanel.read(panel);
    }
    return BiasPanel.knows(panel) ? BiasPanel.read(panel) : AtariPanel.read(panel);
  }
}
