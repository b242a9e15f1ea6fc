package gmrl.app.board;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.Picture;
import gmrl.app.figure.Remade;
import gmrl.app.live.Standing;
import gmrl.experiment.inspect.PathCloud;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The picture of the two loops, as it stands on paper. */
class MechanismTest {
  private final SmallBoard small = new SmallBoard();

  @Test
  void thePictureOfTheTwoLoopsIsMadeAgainFromItsFileAndWithAnotherSeed() {
    MechanismViewModel mechanism =
        new MechanismViewModel(small.synchronous.lab, small.state, small.model);
    mechanism.start();
    ChartModel shown = MechanismView.onPaper(mechanism.pictureProperty().get());
    assertThat(shown.picture().orElseThrow().shapes()).hasSizeGreaterThan(160);
    Remade.assertSame(Remade.of(mechanism.wholePlan(), BoardFeature::read), shown);
    assertThat(shown.picture().orElseThrow().words())
        .as("beside another panel they become smaller with the picture")
        .isNotEmpty()
        .allMatch(words -> words.room() > 0);
    ChartModel other = Remade.of(mechanism.wholePlan().withSeed(7), BoardFeature::read);
    assertThat(other.picture()).isNotEqualTo(shown.picture());
    assertThat(other.picture().orElseThrow().words())
        .hasSameSizeAs(shown.picture().orElseThrow().words());
  }

  @Test
  void thePictureOfTheInnerLoopIsMadeAgainToo() {
    MechanismViewModel picture =
        new MechanismViewModel(small.synchronous.lab, small.state, small.model);
    assertThat(picture.chart().isEmpty()).isTrue();
    picture.start();
    ChartModel shown = picture.chart();
    assertThat(shown.series().get(1).points()).as("an end for each path").hasSize(160);
    Remade.assertSame(Remade.of(picture.plan().orElseThrow(), BoardFeature::read), shown);
  }

  @Test
  void namesOfPlacesStandClearOfTheCaptions() {
    List<PathCloud.Place> steep = List.of(new PathCloud.Place(0, 0), new PathCloud.Place(1, 9));
    PathCloud path = new PathCloud(steep, List.of(), Optional.empty(), 1);
    List<String> caption = List.of("the inner gradient is exact: every path is the same");
    ChartModel drawn =
        MechanismView.onPaper(
            new MechanismViewModel.Picture(
                Optional.of(path), Optional.empty(), caption, "", Map.of(), 1, Standing.FRESH));
    for (Picture picture : List.of(drawn.picture().orElseThrow(), beside(drawn))) {
      assertThat(picture.words()).extracting(Picture.Words::text).contains("θ⁰", "θ¹");
      for (Picture.Words name : picture.words()) {
        for (Picture.Words words : picture.words()) {
          if (name.text().startsWith("θ") && !words.text().startsWith("θ")) {
            assertThat(Math.abs(top(name) - top(words)))
                .as("%s, %s", name, words)
                .isGreaterThan(12);
          }
        }
      }
    }
  }

  private static Picture beside(ChartModel drawn) {
    return drawn.picture().flatMap(Picture::small).orElseThrow();
  }

  /** Height of the first letters in a type of 8 points. */
  private static double top(Picture.Words words) {
    return words.y() - 0.72 * 8 * words.size() * words.down();
  }

  @Test
  void besideOtherPanelsThePictureOfTheTwoLoopsIsLaidOutForItsRoom() {
    MechanismViewModel mechanism =
        new MechanismViewModel(small.synchronous.lab, small.state, small.model);
    mechanism.start();
    Picture beside = beside(MechanismView.onPaper(mechanism.pictureProperty().get()));
    assertThat(beside.words())
        .extracting(Picture.Words::text)
        .anyMatch(w -> w.matches("compositional .*%.*"));
    assertThat(beside.words())
        .as("in type of its own size, or hardly smaller")
        .allMatch(w -> w.room() > 0.75 * 8 * 0.4 * w.text().length());
  }
}
