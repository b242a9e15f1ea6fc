package gmrl.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.app.shell.OnScreen;
import gmrl.app.ui.Await;
import gmrl.app.ui.Theme;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of lessons in windows of several widths. */
@OnScreen
class LessonsPageTest {

  private static Bounds place(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @ParameterizedTest
  @CsvSource({"420, 1", "1024, 3", "1240, 3", "1440, 4"})
  void cardsTakeAllOfTheWidthAndNoWordIsCut(int width, int columns) throws Exception {
    Await.onFx(
        () -> {
          Theme.use(false);
          LessonsPage page = new LessonsPage(LessonFile.builtIn(), entry -> {}, () -> {});
          Scene scene = new Scene(page, width, 2000);
          Theme.dress(scene);
          page.applyCss();
          page.layout();
          Bounds all = place(page.lookup(".lesson-cards"));
          List<Node> cards = List.copyOf(page.lookupAll(".lesson-card"));
          assertThat(cards).hasSize(LessonFile.builtIn().size());
          double right = cards.stream().mapToDouble(c -> place(c).getMaxX()).max().orElseThrow();
          assertThat(right).isCloseTo(all.getMaxX(), within((double) columns));
          double top = place(cards.get(0)).getMinY();
          assertThat(cards).filteredOn(c -> place(c).getMinY() < top + 1).hasSize(columns);
          for (Node card : cards) {
            for (Node each : ((Button) card).getGraphic().lookupAll(".label")) {
              Label words = (Label) each;
              assertThat(place(card).contains(place(words))).as(words.getText()).isTrue();
              assertThat(words.getHeight())
                  .as(words.getText())
                  .isGreaterThan(words.prefHeight(words.getWidth()) - 1);
            }
          }
          return page;
        });
  }
}
