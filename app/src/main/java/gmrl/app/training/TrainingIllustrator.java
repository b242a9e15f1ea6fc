package gmrl.app.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.Style;
import gmrl.app.control.Knobs;
import gmrl.app.lesson.Illustration;
import gmrl.app.lesson.Illustrator;
import gmrl.app.lesson.Several;
import gmrl.app.ui.Parameter;
import gmrl.experiment.Experiment;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.experiment.training.TrainingFamily;
import gmrl.experiment.training.TrainingResult;
import gmrl.experiment.training.TrainingSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Meta-training in lessons: one curve for each learner, over updates of φ. */
public final class TrainingIllustrator implements Illustrator {
  private static final TrainingFamily FAMILY = new TrainingFamily();
  private static final String RETURN = "return";
  private static final String SHORTFALL = "shortfall";

  /** Columns of a drawn curve. */
  private static final int COLUMNS = 10;

  @Override
  public String key() {
    return FAMILY.id();
  }

  @Override
  public List<String> views() {
    return List.of(RETURN, SHORTFALL);
  }

  @Override
  public Illustration read(JsonView json, String view) {
    json.only("base", "learners");
    List<Learner> learners = new ArrayList<>();
    for (JsonView each : json.at("learners").elements()) {
      JsonView own = each.object().without("label");
      learners.add(
          new Learner(
              each.at("label").label(),
              FAMILY.read(json.has("base") ? own.over(json.at("base")) : own)));
    }
    if (learners.isEmpty()
        || learners.stream().map(Learner::label).distinct().count() < learners.size()
        || learners.stream().map(l -> l.spec().updates()).distinct().count() > 1) {
      throw json.at("learners")
          .unexpected("one or more learners with labels of their own and as many updates");
    }
    return new Shown(learners, view.equals(SHORTFALL));
  }

  private record Learner(String label, TrainingSpec spec) {
    Learner with(UnaryOperator<TrainingSpec> change) {
      return new Learner(label, change.apply(spec));
    }
  }

  private record Shown(List<Learner> learners, boolean shortfall) implements Illustration {
    Shown {
      learners = List.copyOf(learners);
    }

    @Override
    public Experiment<ChartModel> experiment() {
      return new Several<>(
          learners.stream().map(l -> FAMILY.experiment(l.spec())).toList(), this::draw);
    }

    private ChartModel draw(List<TrainingResult> results, double progress) {
      List<TrainingCharts.Trained> trained = new ArrayList<>();
      for (int i = 0; i < results.size(); i++) {
        // The colours of the two biases stay theirs.
        trained.add(
            new TrainingCharts.Trained(
                learners.get(i).label(), Style.nth(i + 2).with(Style.Dash.nth(i)), results.get(i)));
      }
      return TrainingCharts.of("", trained, shortfall, progress);
    }

    @Override
    public ChartModel empty() {
      ChartModel axes = TrainingCharts.empty(shortfall);
      return ChartModel.empty("", axes.x().between(0, updates()), axes.y());
    }

    private int updates() {
      return learners.get(0).spec().updates();
    }

    @Override
    public List<Double> columns() {
      return IntStream.rangeClosed(0, COLUMNS)
          .mapToObj(i -> (double) Math.round(updates() * i / (double) COLUMNS))
          .distinct()
          .toList();
    }

    @Override
    public Map<String, Parameter> knobs() {
      Map<String, Parameter> all = new LinkedHashMap<>();
      all.put("alpha", Knobs.ALPHA);
      all.put("steps", Knobs.STEPS);
      all.put("samples", Knobs.SAMPLES);
      return all;
    }

    @Override
    public double value(String knob) {
      TabularSetup first = learners.get(0).spec().setup();
      return switch (knob) {
        case "alpha" -> first.alpha();
        case "steps" -> first.steps();
        default ->
            learners.stream()
                .mapToInt(l -> l.spec().setup().samples())
                .filter(n -> n > 0)
                .findFirst()
                .orElse((int) Knobs.SAMPLES.paper());
      };
    }

    @Override
    public Illustration with(String knob, double value) {
      return changed(
          l ->
              l.with(
                  spec ->
                      spec.withSetup(
                          setup ->
                              switch (knob) {
                                case "alpha" -> setup.withAlpha(value);
                                case "steps" -> setup.withSteps((int) value);
                                default -> setup.withSamples((int) value);
                              })));
    }

    private Shown changed(UnaryOperator<Learner> change) {
      return new Shown(learners.stream().map(change).toList(), shortfall);
    }

    @Override
    public long seed() {
      return FAMILY.seed(learners.get(0).spec());
    }

    @Override
    public Illustration withSeed(long seed) {
      return changed(l -> l.with(spec -> FAMILY.withSeed(spec, seed)));
    }

    @Override
    public Illustration quick() {
      return this; // what learners reach is not told by their first updates
    }

    @Override
    public ObjectNode describe() {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      ArrayNode all = node.putArray("learners");
      learners.forEach(
          l -> all.addObject().put("label", l.label()).set("config", FAMILY.write(l.spec())));
      return node;
    }
  }
}
