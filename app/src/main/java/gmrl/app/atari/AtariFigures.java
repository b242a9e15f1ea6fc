package gmrl.app.atari;

import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.PanelPlan;
import gmrl.atari.learn.MetaParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures of learning on games, of the runs that come with the laboratory. */
public final class AtariFigures {
  private static final String SOURCE = "GMRL Lab, recorded runs";
  private static final String INVADERS = "minatar:space_invaders";

  private AtariFigures() {}

  /** All of them. */
  public static List<FigurePlan> all() {
    return List.of(
        new FigurePlan(
            "atari-returns",
            "Returns of A2C and meta-gradient learners on miniature games (minimal actions,"
                + " sticky 0.1, no ramping)",
            SOURCE,
            List.of(
                new AtariPanel("(a) miniature Breakout", AtariChoice.USUAL_GAME, Optional.empty()),
                new AtariPanel("(b) miniature Space Invaders", INVADERS, Optional.empty())),
            2,
            false),
        new FigurePlan(
            "atari-meta-parameters",
            "The four meta-parameters through time on miniature Breakout (minimal actions,"
                + " sticky 0.1, no ramping)",
            SOURCE,
            coefficients(),
            2,
            true));
  }

  private static List<PanelPlan> coefficients() {
    List<PanelPlan> panels = new ArrayList<>();
    for (MetaParameters.Name name : MetaParameters.Name.values()) {
      panels.add(
          new AtariPanel(
              "(" + (char) ('a' + name.position()) + ") " + AtariCharts.label(name),
              AtariChoice.USUAL_GAME,
              Optional.of(name)));
    }
    return panels;
  }
}
