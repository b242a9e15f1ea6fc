package gmrl.app.lesson;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FigureDocument;
import gmrl.app.ui.Parameter;
import gmrl.experiment.Experiment;
import gmrl.experiment.Family;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A live plot of a lesson: what is computed and how it is drawn. Each family of experiments has its
 * own. Immutable, with value equality: equal illustrations draw equal charts.
 */
public interface Illustration {
  /** Computes the numbers and draws them, ever sharper. */
  Experiment<ChartModel> experiment();

  /** Axes without data. */
  ChartModel empty();

  /**
   * Places on the horizontal axis where a predicted curve has its points, rising; empty where none
   * can be drawn because the axis is not known before the numbers are.
   */
  List<Double> columns();

  /** The names of all curves that it draws; empty where they are not known before the numbers. */
  default List<String> curves() {
    return List.of();
  }

  /** The numbers that a slider may turn, by their names in lesson files, in order. */
  Map<String, Parameter> knobs();

  /** Where a knob stands. */
  double value(String knob);

  /**
   * The same with another number on a knob.
   *
   * @throws IllegalArgumentException with a sentence if it cannot stand there
   */
  Illustration with(String knob, double value);

  /** The first seed. */
  long seed();

  /** The same from another seed. */
  Illustration withSeed(long seed);

  /** The same on a budget of a second or so, for checks. */
  Illustration quick();

  /** Whether its numbers were recorded earlier, so that neither seed nor budget changes them. */
  default boolean recorded() {
    return false;
  }

  /** What makes the numbers, as a document that the command line reads. */
  ObjectNode describe();

  /** The same with its family, for the words under a figure; empty where there is none. */
  default Optional<ObjectNode> shown() {
    return Optional.empty();
  }

  /** The document of a plot that no family of experiments makes: its key in lessons, and a view. */
  static ObjectNode described(String key, ObjectNode spec, String view) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("show", view);
    node.set(key, spec);
    return node;
  }

  /** Ten steps along an axis of so many updates, the places of a predicted curve. */
  static List<Double> along(double length) {
    int steps = 10;
    return IntStream.rangeClosed(0, steps)
        .mapToObj(i -> (double) Math.round(length * i / steps))
        .distinct()
        .toList();
  }

  /**
   * One specification of a family.
   *
   * @param <S> the specification
   */
  interface OfFamily<S> extends Illustration {
    /** Whose specification it is. */
    Family<S, ?> family();

    /** What is run. */
    S spec();

    /** The same of another specification. */
    Illustration of(S other);

    @Override
    default long seed() {
      return family().seed(spec());
    }

    @Override
    default Illustration withSeed(long seed) {
      return of(family().withSeed(spec(), seed));
    }

    /** What learners reach is not told by their first updates. */
    @Override
    default Illustration quick() {
      return this;
    }

    @Override
    default ObjectNode describe() {
      return family().write(spec());
    }

    @Override
    default Optional<ObjectNode> shown() {
      return Optional.of(FigureDocument.shown(family(), spec()));
    }
  }

  /** Numbers that were recorded earlier, or in which nothing is random. */
  interface Settled extends Illustration {
    @Override
    default long seed() {
      return 0;
    }

    @Override
    default Illustration withSeed(long seed) {
      return this;
    }

    @Override
    default Illustration quick() {
      return this;
    }

    @Override
    default boolean recorded() {
      return true;
    }
  }
}
