package gmrl.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColoursTest {
  @Test
  void noUsualStyleHasTheColourOfABias() {
    for (int i = 0; i < 60; i++) {
      assertThat(Style.nth(i).hue())
          .isNotEqualTo(Colours.COMPOSITIONAL)
          .isNotEqualTo(Colours.HESSIAN);
    }
    List<Integer> biases = List.of(category(Colours.COMPOSITIONAL), category(Colours.HESSIAN));
    assertThat(Colours.TO_CHOOSE)
        .doesNotContainAnyElementsOf(biases)
        .doesNotContain(category(Colours.PLAIN_HESSIAN))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatStandsOnTheBoardTogetherHasColoursOfItsOwn() {
    List<Hue> board =
        List.of(
            Colours.COMPOSITIONAL,
            Colours.HESSIAN,
            Colours.PLAIN_HESSIAN,
            new Hue.Neutral(),
            Colours.PLAYER,
            Colours.A2C,
            Colours.A2C_CONDITIONED,
            Colours.MGRL,
            Colours.MGRL_LVC);
    assertThat(board)
        .doesNotHaveDuplicates()
        .as("the first kept run is none of these")
        .doesNotContain(new Hue.Category(Colours.TO_CHOOSE.get(0)));
  }

  @Test
  void agentsAreNeitherEachOtherNorTheRunBesideThem() {
    List<Hue> page = new ArrayList<>(Colours.AGENTS);
    page.add(Colours.PLAYER);
    assertThat(page)
        .doesNotHaveDuplicates()
        .doesNotContain(Colours.COMPOSITIONAL, Colours.HESSIAN, Colours.PLAIN_HESSIAN);
  }

  private static int category(Hue hue) {
    return ((Hue.Category) hue).index();
  }
}
