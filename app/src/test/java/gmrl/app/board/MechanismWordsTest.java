package gmrl.app.board;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.Picture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the picture of the two loops says where it has less and less room. */
class MechanismWordsTest {
  private final SmallBoard small = new SmallBoard();
  private final MechanismViewModel model =
      new MechanismViewModel(small.synchronous.lab, small.state, small.model);

  private List<String> below(double width, double height) {
    MechanismViewModel.Picture now = model.pictureProperty().get();
    ChartModel drawn =
        ChartModel.drawing(
            width,
            height,
            11,
            pen ->
                new ErrorPicture(pen, 1)
                    .draw(now.arrows().orElseThrow(), now.meaning(), now.overall(), now.mdps()));
    return drawn.picture().orElseThrow().words().stream().map(Picture.Words::text).toList();
  }

  @Test
  void twoPercentagesAreNotLeftToBeAdded() {
    model.start();
    for (double width : new double[] {240, 330, 600}) {
      assertThat(below(width, 190)).anyMatch(words -> words.contains("percentages"));
    }
  }

  @Test
  void theSpreadOfTheCloudMakesOneOfTheBiasesAndSaysWhich() {
    model.start();
    assertThat(model.pictureProperty().get().caption())
        .filteredOn(words -> Stream.of("spread", "makes").anyMatch(words::contains))
        .hasSizeGreaterThan(2)
        .allMatch(words -> words.contains("compositional bias"));
  }
}
