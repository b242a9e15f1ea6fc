package gmrl.autodiff.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Places a graph in layers: every arrow goes down, long arrows keep a free track through the layers
 * they cross, and neighbours are ordered to cross little.
 *
 * <p>Layers by longest path, tracks as invisible places, order by the mean position of the
 * neighbours, swept down and up (Sugiyama, Tagawa and Toda 1981).
 */
final class GraphLayout {
  private static final int SWEEPS = 12;
  private static final double GAP = 18;
  private static final double LAYER_HEIGHT = 74;

  /** A box, or with {@code node} −1 the passage of a long arrow through a layer. */
  static final class Place {
    final int node;
    final int layer;
    final double width;
    final List<Place> above = new ArrayList<>();
    final List<Place> below = new ArrayList<>();
    double x;

    Place(int node, int layer, double width) {
      this.node = node;
      this.layer = layer;
      this.width = width;
    }

    double y() {
      return 40 + layer * LAYER_HEIGHT;
    }
  }

  /** The boxes by node id. */
  final List<Place> places = new ArrayList<>();

  /** For each edge its places from top to bottom. */
  final List<List<Place>> tracks = new ArrayList<>();

  private final List<List<Place>> layers = new ArrayList<>();

  GraphLayout(GradientGraph graph, double[] widths) {
    int[] layer = new int[widths.length];
    for (int pass = 0; pass < 2; pass++) {
      // Nodes come in topological order, so the edges into a node are seen before those out of it.
      for (GradientGraph.Edge edge : sorted(graph.edges())) {
        layer[edge.to()] = Math.max(layer[edge.to()], layer[edge.from()] + 1);
      }
    }
    // What was given sits right above its first use.
    int[] first = new int[widths.length];
    Arrays.fill(first, Integer.MAX_VALUE);
    boolean[] computed = new boolean[widths.length];
    for (GradientGraph.Edge edge : graph.edges()) {
      first[edge.from()] = Math.min(first[edge.from()], layer[edge.to()]);
      computed[edge.to()] = true;
    }
    for (int i = 0; i < widths.length; i++) {
      if (!computed[i] && first[i] != Integer.MAX_VALUE) {
        layer[i] = first[i] - 1;
      }
      place(i, layer[i], widths[i]);
    }
    for (GradientGraph.Edge edge : graph.edges()) {
      List<Place> track = new ArrayList<>(List.of(places.get(edge.from())));
      for (int l = layer[edge.from()] + 1; l < layer[edge.to()]; l++) {
        track.add(add(new Place(-1, l, 6)));
      }
      track.add(places.get(edge.to()));
      for (int i = 1; i < track.size(); i++) {
        track.get(i - 1).below.add(track.get(i));
        track.get(i).above.add(track.get(i - 1));
      }
      tracks.add(track);
    }
    arrange();
  }

  private static List<GradientGraph.Edge> sorted(List<GradientGraph.Edge> edges) {
    return edges.stream().sorted(Comparator.comparingInt(GradientGraph.Edge::to)).toList();
  }

  private void place(int node, int layer, double width) {
    places.add(add(new Place(node, layer, width)));
  }

  private Place add(Place place) {
    while (layers.size() <= place.layer) {
      layers.add(new ArrayList<>());
    }
    layers.get(place.layer).add(place);
    return place;
  }

  private void arrange() {
    layers.forEach(GraphLayout::pack);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 0; i < layers.size(); i++) {
        List<Place> layer = layers.get(down ? i : layers.size() - 1 - i);
        double[] wish = new double[layer.size()];
        for (int k = 0; k < wish.length; k++) {
          Place place = layer.get(k);
          List<Place> near = down ? place.above : place.below;
          wish[k] = near.stream().mapToDouble(p -> p.x).average().orElse(place.x);
        }
        for (int k = 0; k < wish.length; k++) {
          layer.get(k).x = wish[k];
        }
        layer.sort(Comparator.comparingDouble(p -> p.x));
        spread(layer);
      }
    }
    double left =
        layers.stream().flatMap(List::stream).mapToDouble(p -> p.x - p.width / 2).min().orElse(0);
    layers.stream().flatMap(List::stream).forEach(p -> p.x += 20 - left);
  }

  private static void pack(List<Place> layer) {
    double at = 0;
    for (Place place : layer) {
      place.x = at + place.width / 2;
      at += place.width + GAP;
    }
  }

  /** Moves overlapping neighbours apart by as much to either side. */
  private static void spread(List<Place> layer) {
    for (int pass = 0; pass < 20; pass++) {
      for (int i = 1; i < layer.size(); i++) {
        Place a = layer.get(i - 1);
        Place b = layer.get(i);
        double overlap = a.x + (a.width + b.width) / 2 + GAP - b.x;
        if (overlap > 0) {
          a.x -= overlap / 2;
          b.x += overlap / 2;
        }
      }
    }
    for (int i = 1; i < layer.size(); i++) {
      Place a = layer.get(i - 1);
      Place b = layer.get(i);
      b.x = Math.max(b.x, a.x + (a.width + b.width) / 2 + GAP);
    }
  }

  double width() {
    return layers.stream().flatMap(List::stream).mapToDouble(p -> p.x + p.width / 2).max().orElse(0)
        + 20;
  }

  double height() {
    return 80 + Math.max(0, layers.size() - 1) * LAYER_HEIGHT;
  }
}
