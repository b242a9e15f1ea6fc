package gmrl.app.lesson;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.ui.Parameter;
import gmrl.experiment.Experiment;
import gmrl.experiment.Family;
import gmrl.experiment.Labelled;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Learners of one family in lessons: one curve each, over what they have learned.
 *
 * @param kind the family and how its learners are drawn
 * @param learners under their labels, at least one
 * @param view what is drawn
 * @param <S> specification of a learner
 * @param <R> its result
 */
public record Learning<S, R>(Kind<S, R> kind, List<Labelled<S>> learners, String view)
    implements Illustration {
  /** Copies the list. */
  public Learning {
    learners = List.copyOf(learners);
  }

  /** What a family knows about its learners in lessons. */
  public interface Kind<S, R> extends Illustrator {
    /** Runs them. */
    Family<S, R> family();

    @Override
    default String key() {
      return family().id();
    }

    @Override
    default Illustration read(JsonView json, String view) {
      return Learning.read(this, json, view);
    }

    /** How long a learner learns, in the unit of the horizontal axis. */
    double length(S learner);

    /** The numbers that sliders may turn. */
    Map<String, Knob<S>> knobs();

    /** Names of curves beside those of the learners and of their single seeds. */
    default List<String> others(String view) {
      return List.of();
    }

    /**
     * The chart of the first learners, as far as their results are known; pure, on a worker.
     *
     * @param results at least one
     */
    ChartModel draw(Learning<S, R> learning, List<R> results, double progress);

    /** Axes without data. */
    ChartModel empty(String view);
  }

  /**
   * A number that a slider turns in all learners at once.
   *
   * @param parameter what it is
   * @param read its value; NaN where a learner has none
   * @param write the learner with another value
   */
  public record Knob<S>(
      Parameter parameter, ToDoubleFunction<S> read, BiFunction<S, Double, S> write) {}

  /**
   * Reads learners, each with a label and a specification on top of a common base.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static <S, R> Learning<S, R> read(Kind<S, R> kind, JsonView json, String view) {
    json.only("base", "learners");
    List<Labelled<S>> learners = new ArrayList<>();
    for (JsonView each : json.at("learners").elements()) {
      JsonView own = each.object().without("label");
      learners.add(
          new Labelled<>(
              each.at("label").label(),
              kind.family().read(json.has("base") ? own.over(json.at("base")) : own)));
    }
    if (learners.isEmpty()
        || learners.stream().map(Labelled::label).distinct().count() < learners.size()
        || learners.stream().map(l -> kind.length(l.value())).distinct().count() > 1) {
      throw json.at("learners")
          .unexpected("one or more learners with labels of their own that learn equally long");
    }
    return new Learning<>(kind, learners, view);
  }

  @Override
  public Experiment<ChartModel> experiment() {
    return new Several<>(
        learners.stream().map(l -> kind.family().experiment(l.value())).toList(),
        (results, progress) -> kind.draw(this, results, progress));
  }

  private double length() {
    return kind.length(learners.get(0).value());
  }

  @Override
  public ChartModel empty() {
    ChartModel axes = kind.empty(view);
    return ChartModel.empty("", axes.x().between(0, length()), axes.y());
  }

  @Override
  public List<String> curves() {
    return Stream.of(
            learners.stream().map(Labelled::label),
            learners.stream().map(l -> ChartSeries.singleSeedsOf(l.label())),
            kind.others(view).stream())
        .flatMap(names -> names)
        .toList();
  }

  @Override
  public List<Double> columns() {
    return Illustration.along(length());
  }

  @Override
  public Map<String, Parameter> knobs() {
    Map<String, Parameter> all = new LinkedHashMap<>();
    kind.knobs().forEach((name, knob) -> all.put(name, knob.parameter()));
    return all;
  }

  private Knob<S> knob(String name) {
    return Objects.requireNonNull(kind.knobs().get(name));
  }

  @Override
  public double value(String knob) {
    return learners.stream()
        .mapToDouble(l -> knob(knob).read().applyAsDouble(l.value()))
        .filter(value -> !Double.isNaN(value))
        .findFirst()
        .orElse(knob(knob).parameter().paper());
  }

  @Override
  public Illustration with(String knob, double value) {
    return changed(spec -> knob(knob).write().apply(spec, value));
  }

  private Learning<S, R> changed(UnaryOperator<S> change) {
    return new Learning<>(
        kind,
        learners.stream().map(l -> new Labelled<>(l.label(), change.apply(l.value()))).toList(),
        view);
  }

  @Override
  public long seed() {
    return kind.family().seed(learners.get(0).value());
  }

  @Override
  public Illustration withSeed(long seed) {
    return changed(spec -> kind.family().withSeed(spec, seed));
  }

  /** What learners reach is not told by their first updates. */
  @Override
  public Illustration quick() {
    return this;
  }

  @Override
  public ObjectNode describe() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode all = node.putArray("learners");
    learners.forEach(
        l -> all.addObject().put("label", l.label()).set("config", kind.family().write(l.value())));
    return node;
  }

  @Override
  public Optional<ObjectNode> shown() {
    return Optional.of(describe().put("family", kind.family().id()));
  }
}
