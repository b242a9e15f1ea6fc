package gmrl.autodiff.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Fused;
import gmrl.autodiff.Variable;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class GradientGraphTest {
  private static final Fused STEP = Fused.of("sgd <step>", 3, x -> x[0].minus(x[1].times(x[2])));

  private static GradientGraph oneStep() {
    Variable theta = Variable.of(new double[] {0.1, 0.2, 0.3, 0.4}, 2, 2).tracked("θ");
    Variable rate = Variable.scalar(0.1).tracked("rate");
    Variable x = Variable.of(new double[] {1, 2}, 1, 2);
    Variable loss = x.matmul(theta).tanh().sum();
    Variable next = STEP.apply(theta, rate, Autodiff.grad(loss, theta));
    Variable outer = x.matmul(next).square().sum();
    return GradientGraph.of(Map.of("outer loss", outer), false);
  }

  @Test
  void parametersAreNamedAndAFusedStepIsOneBox() {
    GradientGraph graph = oneStep();
    assertThat(graph.nodes())
        .filteredOn(n -> n.kind() == GradientGraph.Kind.PARAMETER)
        .extracting(GradientGraph.Node::label)
        .containsExactlyInAnyOrder("θ", "rate");
    assertThat(graph.nodes())
        .filteredOn(n -> n.label().equals("sgd <step>"))
        .singleElement()
        .satisfies(
            n -> {
              assertThat(n.kind()).isEqualTo(GradientGraph.Kind.FUSED);
              assertThat(n.detail()).isEqualTo("2×2, 2 operations");
            });
    assertThat(graph.nodes()).filteredOn(GradientGraph.Node::result).hasSize(1);
    assertThat(graph.edges()).allMatch(e -> e.from() < e.to());
  }

  @Test
  void dotNamesEveryBoxAndArrow() {
    GradientGraph graph = oneStep();
    String dot = graph.toDot();
    assertThat(dot).startsWith("digraph").contains("θ").contains("peripheries=2");
    assertThat(dot.lines().filter(line -> line.contains("->"))).hasSize(graph.edges().size());
  }

  @Test
  void svgIsWellFormedWithOneBoxPerNode() throws Exception {
    GradientGraph graph = oneStep();
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(graph.toSvg())));
    assertThat(document.getElementsByTagName("text").getLength())
        .isEqualTo(2 * graph.nodes().size());
  }

  @Test
  void boxesOfALayerDoNotOverlapAndArrowsGoDown() {
    GradientGraph graph = oneStep();
    double[] widths = new double[graph.nodes().size()];
    java.util.Arrays.fill(widths, 80);
    GraphLayout layout = new GraphLayout(graph, widths);
    for (GraphLayout.Place a : layout.places) {
      for (GraphLayout.Place b : layout.places) {
        if (a != b && a.layer == b.layer) {
          assertThat(Math.abs(a.x - b.x)).isGreaterThan(80);
        }
      }
    }
    for (List<GraphLayout.Place> track : layout.tracks) {
      for (int i = 1; i < track.size(); i++) {
        assertThat(track.get(i).layer).isEqualTo(track.get(i - 1).layer + 1);
      }
    }
  }

  @Test
  void constantsShowOnRequest() {
    Variable x = Variable.scalar(2).tracked("x");
    Variable y = x.times(Variable.scalar(3).named("three"));
    assertThat(GradientGraph.of(y).nodes()).hasSize(2);
    assertThat(GradientGraph.of(Map.of("y", y), true).nodes())
        .extracting(GradientGraph.Node::label)
        .contains("three");
  }

  @Test
  void aGraphOfManyThousandsIsWrittenButNotDrawn() {
    Variable theta = Variable.scalar(0.5).tracked("θ");
    Variable x = theta;
    for (int i = 0; i < 20_000; i++) {
      x = x.times(theta);
    }
    GradientGraph graph = GradientGraph.of(x);
    assertThat(graph.nodes()).hasSize(20_001);
    assertThat(graph.toDot()).contains("n20000");
    assertThatThrownBy(graph::toSvg)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("20001")
        .hasMessageContaining("toDot");
  }
}
