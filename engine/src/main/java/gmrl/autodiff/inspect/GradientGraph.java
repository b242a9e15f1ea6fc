package gmrl.autodiff.inspect;

import gmrl.autodiff.Fused;
import gmrl.autodiff.History;
import gmrl.autodiff.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The graph that led to some variables, to look at: named parameters, operations, and each fused
 * step or checkpoint as one box.
 *
 * <p>{@link #toDot()} is text for Graphviz; {@link #toSvg()} draws a layered picture itself, with
 * what was given at the top and the results at the bottom. Draw a gradient to see the backward pass
 * beside the forward one.
 *
 * @param nodes in an order in which inputs come before what is computed from them
 * @param edges from inputs to results
 */
public record GradientGraph(List<Node> nodes, List<Edge> edges) {
  private static final int MOST_BOXES = 1000;

  /** What a box stands for. */
  public enum Kind {
    /** A tracked leaf. */
    PARAMETER,
    /** A number that no derivative reaches. */
    CONSTANT,
    /** One operation. */
    OPERATION,
    /** Several operations in one pass: a {@link Fused} formula or a checkpoint. */
    FUSED
  }

  /**
   * One box.
   *
   * @param id position in {@link #nodes}
   * @param kind what it stands for
   * @param label name or operation
   * @param detail shape, and the number of operations of a fused step
   * @param result whether it is one of the variables asked for
   */
  public record Node(int id, Kind kind, String label, String detail, boolean result) {}

  /**
   * One arrow.
   *
   * @param from id of an input
   * @param to id of what uses it
   * @param cut whether numbers pass and no gradient does
   */
  public record Edge(int from, int to, boolean cut) {
    /** An arrow along which the gradient runs back. */
    public Edge(int from, int to) {
      this(from, to, false);
    }
  }

  public GradientGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** The graph behind one variable, without constants. */
  public static GradientGraph of(Variable result) {
    return of(Map.of(result.name() == null ? "result" : result.name(), result), false);
  }

  /**
   * The graph behind named results.
   *
   * @param results variables by name
   * @param constants whether constants get boxes of their own
   */
  public static GradientGraph of(Map<String, Variable> results, boolean constants) {
    Map<Variable, String> names = new HashMap<>();
    results.forEach((name, variable) -> names.put(variable, name));
    Map<Variable, Integer> ids = new LinkedHashMap<>();
    List<Node> nodes = new ArrayList<>();
    Set<Edge> edges = new LinkedHashSet<>();
    for (Variable variable : inOrder(List.copyOf(results.values()))) {
      if (!constants && !variable.isTracked() && !names.containsKey(variable)) {
        continue;
      }
      int id = nodes.size();
      ids.put(variable, id);
      nodes.add(node(id, variable, names.get(variable)));
      for (Variable input : History.inputs(variable)) {
        Integer from = ids.get(input);
        Edge edge = from == null ? null : new Edge(from, id);
        if (edge != null) {
          edges.add(edge);
        }
      }
    }
    return new GradientGraph(nodes, List.copyOf(edges));
  }

  private static Node node(
      int id, Variable variable, @org.jspecify.annotations.Nullable String as) {
    String operation = History.operation(variable).orElse(null);
    String shape =
        Arrays.stream(variable.shape())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining("×"));
    String size = shape.isEmpty() ? "scalar" : shape;
    String name = as != null ? as : variable.name();
    if (operation == null) {
      Kind kind = variable.isTracked() ? Kind.PARAMETER : Kind.CONSTANT;
      String label = name != null ? name : kind == Kind.PARAMETER ? "parameter" : "constant";
      return new Node(id, kind, label, size, as != null);
    }
    int count = History.operations(variable);
    boolean whole = count > 1 || History.isCheckpoint(variable);
    String label = name == null ? operation : name + " = " + operation;
    String detail = count > 1 ? size + ", " + count + " operations" : size;
    return new Node(id, whole ? Kind.FUSED : Kind.OPERATION, label, detail, as != null);
  }

  private static List<Variable> inOrder(List<Variable> results) {
    Map<Variable, Boolean> done = new LinkedHashMap<>();
    Deque<Variable> stack = new ArrayDeque<>();
    Map<Variable, Boolean> entered = new HashMap<>();
    for (Variable result : results) {
      stack.push(result);
      while (!stack.isEmpty()) {
        Variable at = stack.peek();
        if (done.containsKey(at)) {
          stack.pop();
        } else if (entered.put(at, true) == null) {
          for (Variable input : History.inputs(at)) {
            if (!done.containsKey(input)) {
              stack.push(input);
            }
          }
        } else {
          stack.pop();
          done.put(at, true);
        }
      }
    }
    return List.copyOf(done.keySet());
  }

  /**
   * The same with a leaf that nothing here remembers, since its path was cut.
   *
   * @param leaf where the numbers come from
   * @param to label of the box that has them, without the gradient
   * @throws IllegalArgumentException if there is no such box
   */
  public GradientGraph withCut(Variable leaf, String to) {
    Node detached =
        nodes.stream()
            .filter(node -> node.label().equals(to))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no box is labelled “" + to + "”"));
    List<Node> all = new ArrayList<>(List.of(node(0, leaf, null)));
    nodes.forEach(
        node ->
            all.add(
                new Node(node.id() + 1, node.kind(), node.label(), node.detail(), node.result())));
    List<Edge> arrows = new ArrayList<>(List.of(new Edge(0, detached.id() + 1, true)));
    edges.forEach(edge -> arrows.add(new Edge(edge.from() + 1, edge.to() + 1, edge.cut())));
    return new GradientGraph(all, arrows);
  }

  /** Graphviz text. */
  public String toDot() {
    StringBuilder out = new StringBuilder("digraph gradient {\n");
    out.append("  rankdir=TB;\n  node [fontname=\"Helvetica\", fontsize=10, style=filled];\n");
    for (Node node : nodes) {
      String shape =
          switch (node.kind()) {
            case PARAMETER -> "shape=ellipse, fillcolor=\"#cfe8f6\"";
            case CONSTANT -> "shape=plaintext, fillcolor=\"#ffffff\"";
            case OPERATION -> "shape=box, fillcolor=\"#f3f3f3\"";
            case FUSED -> "shape=box, peripheries=2, fillcolor=\"#fdebc8\"";
          };
      out.append(
          String.format(
              Locale.ROOT,
              "  n%d [label=\"%s\\n%s\", %s%s];\n",
              node.id(),
              quote(node.label()),
              quote(node.detail()),
              shape,
              node.result() ? ", penwidth=2" : ""));
    }
    for (Edge edge : edges) {
      out.append(
          String.format(
              Locale.ROOT,
              "  n%d -> n%d%s;\n",
              edge.from(),
              edge.to(),
              edge.cut() ? " [style=dashed, color=\"#b3261e\", label=\"cut\"]" : ""));
    }
    return out.append("}\n").toString();
  }

  private static String quote(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  /**
   * A picture as an SVG document.
   *
   * @throws IllegalArgumentException for more than {@value #MOST_BOXES} boxes
   */
  public String toSvg() {
    return picture().svg();
  }

  /**
   * Where everything stands in a picture, for those who draw it themselves.
   *
   * @throws IllegalArgumentException for more than {@value #MOST_BOXES} boxes
   */
  public Drawing drawing() {
    return picture().drawing();
  }

  private GraphPicture picture() {
    if (nodes.size() > MOST_BOXES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              ("a picture of %d boxes shows nothing, expected at most %d: draw fewer steps, make"
                  + " each step a checkpoint, which is one box, or write the whole graph with"
                  + " toDot"),
              nodes.size(),
              MOST_BOXES));
    }
    return new GraphPicture(this);
  }

  /**
   * A graph laid out, in pixels.
   *
   * @param width of the whole
   * @param height of the whole
   * @param boxes one for each node
   * @param arrows one for each edge
   */
  public record Drawing(double width, double height, List<Box> boxes, List<Arrow> arrows) {

    /** Freezes the lists. */
    public Drawing {
      boxes = List.copyOf(boxes);
      arrows = List.copyOf(arrows);
    }
  }

  /** A node and the rectangle it fills. */
  public record Box(Node node, double x, double y, double width, double height) {}

  /**
   * An edge.
   *
   * @param path as SVG writes paths
   * @param x where it ends, pointing down
   * @param y where it ends
   * @param cut whether numbers pass and no gradient does
   */
  public record Arrow(String path, double x, double y, boolean cut) {}
}
