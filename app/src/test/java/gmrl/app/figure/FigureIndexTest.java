package gmrl.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.rooms.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureIndexTest {
  @TempDir Path folder;

  @Test
  void thePageHasEveryPictureWithItsDataAndItsCommand() throws Exception {
    FigureIndex index = new FigureIndex(folder);
    FigurePlan plan = Catalogue.named("hessian-noise");
    FigurePlan other = Catalogue.named("critic");
    index.add(
        plan,
        List.of(folder.resolve("hessian-noise.pdf"), folder.resolve("hessian-noise.svg")),
        "figure hessian-noise --quick");
    Path page =
        index.add(other, List.of(folder.resolve("critic.png"), folder.resolve("critic.csv")), "c");
    String html = Files.readString(page);
    assertThat(html)
        .contains("<img src=\"hessian-noise.svg\"", "<img src=\"critic.png\"")
        .contains("<a href=\"critic.csv\">critic.csv</a>")
        .contains("<code>figure hessian-noise --quick</code>")
        .contains("<a href=\"#hessian-noise\">", "<h2 id=\"hessian-noise\">")
        .doesNotContain("http:", "https:");
  }

  @Test
  void wordsStayWordsAndDrawingsInOnePageDoNotShareNames() {
    String html =
        HtmlPage.of(
            "a <b",
            "| x |\n|---|\n| " + HtmlPage.plain("|τ| = 2 * K_1 <i>") + " |\n\n![d](d.svg)\n",
            Map.of("d.svg", "<?xml?><svg><g id=\"clip1\"/><g style=\"url(#clip1)\"/></svg>"));
    assertThat(html)
        .contains("<title>a &lt;b</title>")
        .contains("<td>|τ| = 2 * K_1 &lt;i&gt;</td>");
    assertThat(html).contains("<svg><g id=\"d-svg-clip1\"/><g style=\"url(#d-svg-clip1)\"/></svg>");
  }
}
