package gmrl.app.atari;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.FigureRun;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.LearnerRun;
import gmrl.experiment.atari.RecordedRuns;
import gmrl.experiment.families.SpecDocument;
import gmrl.experiment.file.JsonView;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtariFiguresTest {
  @TempDir Path folder;

  @Test
  void theConfigurationOfAFigureMakesEachOfItsRunsAgain() throws Exception {
    FigurePlan returns = AtariFigures.all().get(0);
    assertThat(returns.id()).isEqualTo("atari-returns");
    ObjectNode configuration = FigureRun.configuration(returns);
    Path file = Files.writeString(folder.resolve("figure.json"), configuration.toString());
    LearnerRun first =
        Study.preferred(Study.of(RecordedRuns.recorded()), ShownRuns.USUAL_GAME)
            .orElseThrow()
            .runs()
            .get(0);
    assertThat(first.game()).isEqualTo(ShownRuns.USUAL_GAME);
    String label = Learners.name(first.settings().algorithm()) + ", seed " + first.seed();
    AtariSpec spec = SpecDocument.open(file + "#" + label, JsonView::read).read(new AtariFamily());
    assertThat(spec.game().id()).isEqualTo(first.game());
    assertThat(spec.game().label()).isEqualTo(first.label());
    assertThat(spec.learning()).isEqualTo(first.settings());
    assertThat(spec.seed()).isEqualTo(first.seed());
    assertThat(spec.seeds()).isEqualTo(1);
  }

  @Test
  void whatComparesMostLearnersComesBeforeWhatIsLonger() {
    Study shown =
        Study.preferred(Study.of(RecordedRuns.recorded()), ShownRuns.USUAL_GAME).orElseThrow();
    assertThat(shown.groups()).hasSize(4);
    assertThat(shown.length()).isEqualTo(1_000_000);
  }
}
