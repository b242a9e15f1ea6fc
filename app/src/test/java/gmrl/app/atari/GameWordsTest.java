package gmrl.app.atari;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.atari.learn.Algorithm;
import gmrl.experiment.atari.GameSpec;
import gmrl.experiment.atari.LearnerRun;
import gmrl.experiment.atari.RecordedRuns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GameWordsTest {
  private static final List<Study> STUDIES = Study.of(RecordedRuns.recorded());

  @Test
  void everyRuleOfARecordedGameIsExplained() {
    for (Study study : STUDIES) {
      String words = GameWords.about(study, "").toLowerCase(Locale.ROOT);
      assertThat(study.rules()).isNotEmpty();
      for (String rule : study.rules().split(", ", -1)) {
        assertThat(words).as(study.label()).contains(rule + ": ");
      }
    }
  }

  @Test
  void theBoardSaysWhatNoSliderMoves() {
    List<LearnerRun> both =
        List.of(
            SmallRuns.run("minatar:breakout", SmallRuns.BREAKOUT, Algorithm.A2C, 1, 10, 1),
            SmallRuns.run("minatar:breakout", SmallRuns.BREAKOUT, Algorithm.MGRL_LVC, 1, 10, 1));
    assertThat(GameWords.fixed(Study.of(both).get(0)))
        .isEqualTo("fixed at K = 3, N·T = 16·16, step size 0.003, γ = 0.99");
    assertThat(GameWords.fixedInBrief(Study.of(both).get(0))).isEqualTo("fixed at K = 3");
    assertThat(GameWords.fixed(Study.of(both.subList(0, 1)).get(0))).doesNotContain("K =");
    assertThat(GameWords.fixedInBrief(Study.of(both.subList(0, 1)).get(0)))
        .isEqualTo("fixed at γ = 0.99");
  }

  @Test
  void rulesOfOnesOwnAreExplainedToo() {
    GameSpec.Mini usual = (GameSpec.Mini) GameSpec.of("minatar:breakout");
    GameSpec own = new GameSpec.Mini(usual.settings().withStickiness(.25).withCompatible(false));
    LearnerRun run = SmallRuns.run(own.id(), SmallRuns.BREAKOUT, Algorithm.A2C, 1, 10, 1);
    LearnerRun mine =
        new LearnerRun(
            own.id(),
            own.label(),
            Optional.of(own),
            run.settings(),
            run.seed(),
            run.made(),
            run.curve());
    assertThat(GameWords.about(Study.of(List.of(mine)).get(0), ""))
        .contains(
            "Sticky 0.25: in 25 % of the steps",
            "No ramping: it does not grow harder", "Repaired rules: without the oddities");
  }

  @Test
  void aMiniatureIsNotTakenForTheGameItself() {
    assertThat(STUDIES)
        .allSatisfy(
            study ->
                assertThat(GameWords.about(study, "").contains("in miniature"))
                    .isEqualTo(study.game().startsWith("minatar:")));
    assertThat(GameWords.about(STUDIES.get(0), ""))
        .contains("in 10 % of the steps the last action is taken again");
  }

  @Test
  void learnersOfOneAlgorithmAreNamedAndDrawnApart() {
    List<Study.Group> breakout =
        STUDIES.stream()
            .filter(study -> study.game().equals("breakout"))
            .flatMap(study -> study.groups().stream())
            .toList();
    assertThat(breakout)
        .extracting(Study.Group::name)
        .containsExactly("A2C", "MGRL-LVC, N = 32", "MGRL-LVC, N = 64");
    assertThat(breakout.get(1).style()).isNotEqualTo(breakout.get(2).style());
  }
}
