package gmrl.app.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Work;
import gmrl.experiment.Workers;
import gmrl.experiment.file.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Computes the experiments behind a plan, each once, and turns them into a figure. */
public final class FigureRun {

  private final FigurePlan plan;
  private final Workers workers;
  private final CancellationToken token;
  private final Consumer<Work> progress;
  private final Map<Object, Object> results = new HashMap<>();
  private long total;
  private long done;

  private FigureRun(
      FigurePlan plan, Workers workers, CancellationToken token, Consumer<Work> progress) {
    this.plan = plan;
    this.workers = workers;
    this.token = token;
    this.progress = progress;
  }

  /**
   * Makes a figure; returns when it is done.
   *
   * @param plan what to make
   * @param version of the laboratory, for the figure's metadata
   * @param workers threads to use
   * @param token stops the computation
   * @param progress hears how far it is
   * @return the figure, the same for any number of threads
   * @throws java.util.concurrent.CancellationException if the token was cancelled
   */
  public static Figure make(
      FigurePlan plan,
      String version,
      Workers workers,
      CancellationToken token,
      Consumer<Work> progress) {
    return new FigureRun(plan, workers, token, progress).figure(version);
  }

  private Figure figure(String version) {
    compute();
    List<ChartModel> panels = plan.panels().stream().map(p -> p.chart(new Computed())).toList();
    return new Figure(
        plan.id(),
        plan.title(),
        panels,
        plan.columns(),
        plan.sharedLegend(),
        new FigureOrigin(
            Json.pretty(configuration(plan)).strip(), plan.panels().get(0).seed(), version));
  }

  private void compute() {
    Map<Object, Experiment<?>> distinct = new LinkedHashMap<>();
    for (PanelPlan panel : plan.panels()) {
      panel.parts().forEach(part -> distinct.putIfAbsent(part.key(), part.experiment()));
    }
    total = distinct.values().stream().mapToLong(Experiment::total).sum();
    distinct.forEach((key, experiment) -> results.put(key, run(experiment)));
  }

  private <T> Object run(Experiment<T> experiment) {
    T result =
        experiment.run(
            workers, token, (now, snapshot) -> progress.accept(new Work(done + now, total)));
    done += experiment.total();
    return Objects.requireNonNull(result);
  }

  private final class Computed implements PanelPlan.Results {
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // put there by run
    public <T> T of(PanelPlan.Part<T> part) {
      return (T) Objects.requireNonNull(results.get(part.key()));
    }
  }

  /**
   * What a figure is made of, as JSON that the specifications can be read back from.
   *
   * @param plan the figure
   */
  public static ObjectNode configuration(FigurePlan plan) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("figure", plan.id()).put("title", plan.title()).put("source", plan.source());
    node.put("columns", plan.columns()).put("sharedLegend", plan.sharedLegend());
    ArrayNode panels = node.putArray("panels");
    for (PanelPlan panel : plan.panels()) {
      panel.describe(panels.addObject().put("title", panel.title()));
    }
    return node;
  }
}
