package gmrl.experiment.example;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.autodiff.inspect.GradientGraph;
import gmrl.autodiff.inspect.GradientGraph.Kind;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExampleGraphTest {
  /** More boxes than this cannot be taken in at a glance. */
  private static final int READABLE = 160;

  static Stream<Example> all() {
    return Examples.all(3).stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyExampleHasAPictureOfItsMetaGradientAndALineOnTheBiases(Example example) {
    GradientGraph graph = example.graph();
    assertThat(graph.nodes()).hasSizeBetween(5, READABLE);
    assertThat(graph.nodes()).filteredOn(GradientGraph.Node::result).hasSize(1);
    assertThat(graph.nodes()).anyMatch(node -> node.kind() == Kind.PARAMETER);
    Set<Integer> reaching = new HashSet<>();
    graph.nodes().stream().filter(GradientGraph.Node::result).forEach(n -> reaching.add(n.id()));
    for (int i = graph.edges().size(); i > 0; i--) {
      graph.edges().stream()
          .filter(edge -> reaching.contains(edge.to()))
          .forEach(edge -> reaching.add(edge.from()));
      if (reaching.size() == graph.nodes().size()) {
        break;
      }
    }
    assertThat(graph.nodes())
        .filteredOn(node -> node.kind() == Kind.PARAMETER)
        .as("every parameter reaches the result")
        .allMatch(node -> reaching.contains(node.id()));
    GradientGraph.Drawing drawing = graph.drawing();
    assertThat(drawing.boxes()).hasSameSizeAs(graph.nodes());
    assertThat(drawing.arrows()).hasSameSizeAs(graph.edges());
    assertThat(drawing.boxes())
        .allMatch(b -> b.x() >= 0 && b.x() + b.width() <= drawing.width())
        .allMatch(b -> b.y() >= 0 && b.y() + b.height() <= drawing.height());
    for (int i = 0; i < drawing.arrows().size(); i++) {
      GradientGraph.Box to = drawing.boxes().get(graph.edges().get(i).to());
      assertThat(drawing.arrows().get(i).y()).isEqualTo(to.y());
    }
    assertThat(example.biases()).contains("ias").endsWith(".");
  }

  @Test
  void aDeadPathIsSeenAsCut() {
    GradientGraph graph = DeadPaths.standard(3).graph();
    assertThat(graph.edges())
        .filteredOn(GradientGraph.Edge::cut)
        .singleElement()
        .satisfies(
            cut -> {
              assertThat(graph.nodes().get(cut.from()).label()).isEqualTo("θ⁰");
              assertThat(graph.nodes().get(cut.to()).label()).isEqualTo("θ⁰ detached");
            });
    assertThat(graph.drawing().arrows()).filteredOn(GradientGraph.Arrow::cut).hasSize(1);
    assertThat(graph.toSvg()).containsOnlyOnce("stroke-dasharray");
    assertThat(graph.toDot()).containsOnlyOnce("style=dashed");
  }
}
