package gmrl.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.figure.FigurePlan;
import gmrl.app.rooms.Catalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceGroupsTest {
  @Test
  void theMenusOfSourcesFitOnAScreen() {
    Map<String, List<FigurePlan>> groups = SourceGroups.of(Catalogue.byFamily());
    assertThat(groups.values().stream().mapToInt(List::size).sum())
        .isEqualTo(Catalogue.all().size());
    assertThat(groups).hasSizeLessThan(12);
    assertThat(groups.values()).allMatch(group -> group.size() <= 20);
  }
}
