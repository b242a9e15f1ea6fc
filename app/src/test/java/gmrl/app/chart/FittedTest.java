package gmrl.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FittedTest {
  private static final Font FONT = ChartFonts.at(12);
  private static final String LABEL = "correlation with the exact meta-gradient (over trials)";

  private static Fitted fit(double room, int rows) {
    return Fitted.of(LABEL, "", FONT, room, rows);
  }

  private static List<String> words(Fitted fitted) {
    return fitted.rows().stream().map(MathText::plain).toList();
  }

  @Test
  void wordsGiveWayToTheirRoomStepByStep() {
    assertThat(words(fit(1000, 2))).containsExactly(LABEL);
    assertThat(words(fit(240, 2))).containsExactly("correlation with the exact meta-gradient");
    assertThat(words(fit(130, 2))).containsExactly("correlation with the", "exact meta-gradient");
    assertThat(fit(130, 2).font().getSize2D()).isEqualTo(12);
    assertThat(fit(95, 2).font().getSize2D()).isBetween(9f, 11.9f);
    assertThat(words(fit(60, 2))).allMatch(row -> row.endsWith("…"));
    assertThat(words(fit(130, 1))).hasSize(1).allMatch(row -> row.endsWith("…"));
  }

  @Test
  void nothingIsWiderThanItsRoomUnlessItIsOneWord() {
    for (int room = 70; room < 400; room += 15) {
      Fitted fitted = fit(room, 2);
      for (MathText row : fitted.rows()) {
        assertThat(row.width(fitted.font())).isLessThanOrEqualTo(room * 1.02);
      }
    }
  }

  @Test
  void raisedWordsStayWhole() {
    Fitted fitted = Fitted.of("a^{2 and more of it} b", "  (×10^{7})", FONT, 60, 2);
    assertThat(words(fitted).get(0)).doesNotContain("{").doesNotEndWith("2");
  }
}
