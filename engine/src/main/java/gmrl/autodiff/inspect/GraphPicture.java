package gmrl.autodiff.inspect;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Draws a {@link GradientGraph} as an SVG document. */
final class GraphPicture {
  private static final double BOX = 34;
  private static final double LETTER = 6.4;

  private final GradientGraph graph;
  private final double[] widths;
  private final GraphLayout layout;

  GraphPicture(GradientGraph graph) {
    this.graph = graph;
    this.widths = new double[graph.nodes().size()];
    for (GradientGraph.Node node : graph.nodes()) {
      double text =
          Math.max(node.label().length() * LETTER, node.detail().length() * LETTER * 0.85);
      widths[node.id()] = Math.max(46, text + 18);
    }
    this.layout = new GraphLayout(graph, widths);
  }

  String svg() {
    StringBuilder out = new StringBuilder();
    out.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$.0f\" height=\"%2$.0f\""
                + " viewBox=\"0 0 %1$.0f %2$.0f\" font-family=\"Helvetica, Arial, sans-serif\">\n",
            layout.width(), layout.height()));
    out.append("<title>gradient graph</title>\n");
    out.append(
        "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\""
            + " markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 z\""
            + " fill=\"#6b6b6b\"/></marker></defs>\n");
    out.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    for (int i = 0; i < layout.tracks.size(); i++) {
      out.append(arrow(layout.tracks.get(i), graph.edges().get(i).cut()));
    }
    graph.nodes().forEach(node -> out.append(box(node)));
    return out.append("</svg>\n").toString();
  }

  GradientGraph.Drawing drawing() {
    return new GradientGraph.Drawing(
        layout.width(),
        layout.height(),
        graph.nodes().stream().map(this::place).toList(),
        IntStream.range(0, layout.tracks.size())
            .mapToObj(
                i -> {
                  List<GraphLayout.Place> track = layout.tracks.get(i);
                  GraphLayout.Place end = track.get(track.size() - 1);
                  boolean cut = graph.edges().get(i).cut();
                  return new GradientGraph.Arrow(path(track), end.x, end.y() - BOX / 2, cut);
                })
            .toList());
  }

  private GradientGraph.Box place(GradientGraph.Node node) {
    GraphLayout.Place place = layout.places.get(node.id());
    double width = widths[node.id()];
    return new GradientGraph.Box(node, place.x - width / 2, place.y() - BOX / 2, width, BOX);
  }

  private static String arrow(List<GraphLayout.Place> track, boolean cut) {
    return "<path d=\""
        + path(track)
        + "\" fill=\"none\" "
        + (cut
            ? "stroke=\"#b3261e\" stroke-width=\"2\" stroke-dasharray=\"7 5\""
            : "stroke=\"#8a8a8a\" stroke-width=\"1\"")
        + " marker-end=\"url(#arrow)\"/>\n";
  }

  private static String path(List<GraphLayout.Place> track) {
    StringBuilder path = new StringBuilder();
    GraphLayout.Place start = track.get(0);
    path.append(format("M%.1f %.1f", start.x, start.y() + BOX / 2));
    for (int i = 1; i < track.size(); i++) {
      GraphLayout.Place a = track.get(i - 1);
      GraphLayout.Place b = track.get(i);
      double from = a.y() + (a.node < 0 ? 0 : BOX / 2);
      double to = b.y() - (b.node < 0 ? 0 : BOX / 2);
      double middle = (from + to) / 2;
      path.append(format(" C%.1f %.1f %.1f %.1f %.1f %.1f", a.x, middle, b.x, middle, b.x, to));
    }
    return path.toString();
  }

  private String box(GradientGraph.Node node) {
    GraphLayout.Place place = layout.places.get(node.id());
    double width = widths[node.id()];
    double x = place.x - width / 2;
    double y = place.y() - BOX / 2;
    String fill =
        switch (node.kind()) {
          case PARAMETER -> "#cfe8f6";
          case CONSTANT -> "#ffffff";
          case OPERATION -> "#f3f3f3";
          case FUSED -> "#fdebc8";
        };
    double round = node.kind() == GradientGraph.Kind.PARAMETER ? BOX / 2 : 4;
    String line = node.result() ? "2.2" : "1";
    StringBuilder out = new StringBuilder();
    out.append(rectangle(x, y, width, BOX, round, fill, line));
    if (node.kind() == GradientGraph.Kind.FUSED) {
      out.append(rectangle(x + 2.5, y + 2.5, width - 5, BOX - 5, 2, "none", "0.7"));
    }
    out.append(text(place.x, place.y() - 2, 11, "#1a1a1a", node.label()));
    return out.append(text(place.x, place.y() + 11, 9, "#5a5a5a", node.detail())).toString();
  }

  private static String rectangle(
      double x, double y, double width, double height, double round, String fill, String line) {
    return format(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\"",
            x, y, width, height, round)
        + " fill=\""
        + fill
        + "\" stroke=\"#4a4a4a\" stroke-width=\""
        + line
        + "\"/>\n";
  }

  private static String text(double x, double y, int size, String colour, String content) {
    return format("<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\"", x, y, size)
        + " text-anchor=\"middle\" fill=\""
        + colour
        + "\">"
        + content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        + "</text>\n";
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
