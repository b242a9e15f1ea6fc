package gmrl.app.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.figure.Figure;
import gmrl.app.figure.FigureOrigin;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.bound.BoundExperiment;
import gmrl.experiment.file.Json;
import gmrl.experiment.ipd.LolaCondition;
import gmrl.experiment.ipd.LolaSpec;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.experiment.training.TrainingResult;
import gmrl.experiment.training.TrainingSpec;
import gmrl.ipd.LolaSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Computes the experiments behind a plan, each once, and turns them into a figure. */
public final class FigureRun {

  /** Hears how far a figure is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Something was done.
     *
     * @param done trials and updates so far
     * @param total trials and updates in all
     */
    void on(long done, long total);
  }

  private final FigurePlan plan;
  private final Workers workers;
  private final CancellationToken token;
  private final Progress progress;
  private final Map<BiasStudy, BiasResult> biases = new HashMap<>();
  private final Map<LolaSpec, LolaSnapshot> games = new HashMap<>();
  private final Map<TrainingSpec, TrainingResult> trainings = new HashMap<>();
  private long total;
  private long done;

  private FigureRun(FigurePlan plan, Workers workers, CancellationToken token, Progress progress) {
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
      Progress progress) {
    return new FigureRun(plan, workers, token, progress).figure(version);
  }

  private Figure figure(String version) {
    compute();
    List<ChartModel> panels = plan.panels().stream().map(this::chart).toList();
    return new Figure(
        plan.id(),
        plan.title(),
        panels,
        plan.columns(),
        plan.sharedLegend(),
        new FigureOrigin(Json.pretty(configuration(plan)).strip(), seed(plan), version));
  }

  private void compute() {
    Set<BiasStudy> studies = new LinkedHashSet<>();
    Set<LolaSpec> specs = new LinkedHashSet<>();
    Set<TrainingSpec> learners = new LinkedHashSet<>();
    for (PanelPlan panel : plan.panels()) {
      if (panel instanceof PanelPlan.Sweeps sweeps) {
        studies.add(sweeps.study());
      } else if (panel instanceof PanelPlan.Bars bars) {
        studies.addAll(bars.groups());
      } else if (panel instanceof PanelPlan.Returns returns) {
        returns.conditions().conditions().forEach(c -> specs.add(c.spec()));
      } else if (panel instanceof PanelPlan.Training training) {
        training.learners().forEach(l -> learners.add(l.spec()));
      }
    }
    List<Experiment<?>> all = new ArrayList<>();
    studies.forEach(s -> all.add(PanelPlan.BIAS.experiment(s)));
    specs.forEach(s -> all.add(PanelPlan.GAMES.experiment(LolaStudy.of(s))));
    learners.forEach(s -> all.add(PanelPlan.TRAINING.experiment(s)));
    total = all.stream().mapToLong(Experiment::total).sum();
    studies.forEach(s -> biases.put(s, run(PanelPlan.BIAS.experiment(s))));
    specs.forEach(s -> games.put(s, run(PanelPlan.GAMES.experiment(LolaStudy.of(s))).get(0)));
    learners.forEach(s -> trainings.put(s, run(PanelPlan.TRAINING.experiment(s))));
  }

  private <T> T run(Experiment<T> experiment) {
    T result = experiment.run(workers, token, (now, snapshot) -> progress.on(done + now, total));
    done += experiment.total();
    return result;
  }

  private ChartModel chart(PanelPlan panel) {
    if (panel instanceof PanelPlan.Sweeps sweeps) {
      List<List<ChartPoint>> bounds =
          sweeps.bound()
              ? new BoundExperiment(sweeps.study())
                  .run(workers, token, (count, curves) -> {}).stream().map(BoundPoints::of).toList()
              : List.of();
      return BiasPanels.chart(sweeps, result(sweeps.study()), bounds);
    }
    if (panel instanceof PanelPlan.Bars bars) {
      return BiasPanels.chart(bars, bars.groups().stream().map(this::result).toList());
    }
    if (panel instanceof PanelPlan.Training training) {
      return TrainingPanels.chart(
          training,
          training.learners().stream()
              .map(l -> Objects.requireNonNull(trainings.get(l.spec())))
              .toList());
    }
    PanelPlan.Returns returns = (PanelPlan.Returns) panel;
    List<LolaSnapshot> runs =
        returns.conditions().conditions().stream()
            .map(c -> Objects.requireNonNull(games.get(c.spec())))
            .toList();
    return GamePanels.chart(returns, runs);
  }

  private BiasResult result(BiasStudy study) {
    return Objects.requireNonNull(biases.get(study));
  }

  private static long seed(FigurePlan plan) {
    PanelPlan first = plan.panels().get(0);
    if (first instanceof PanelPlan.Sweeps sweeps) {
      return PanelPlan.BIAS.seed(sweeps.study());
    }
    if (first instanceof PanelPlan.Bars bars) {
      return PanelPlan.BIAS.seed(bars.groups().get(0));
    }
    if (first instanceof PanelPlan.Training training) {
      return PanelPlan.TRAINING.seed(training.learners().get(0).spec());
    }
    return PanelPlan.GAMES.seed(((PanelPlan.Returns) first).conditions());
  }

  /** What a figure is made of, as JSON that the specifications can be read back from. */
  static ObjectNode configuration(FigurePlan plan) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("figure", plan.id()).put("title", plan.title()).put("source", plan.source());
    ArrayNode panels = node.putArray("panels");
    for (PanelPlan panel : plan.panels()) {
      ObjectNode one = panels.addObject().put("title", panel.title());
      if (panel instanceof PanelPlan.Sweeps sweeps) {
        one.put("family", PanelPlan.BIAS.id());
        one.put("measure", sweeps.measure().title());
        one.put(
            "bands",
            "95 % interval of the mean over these MDPs, from finite trials; the points of a sweep share"
                + " their random numbers, so a sampled curve errs as a whole inside its bands");
        one.set("curves", curves(sweeps.study()));
      } else if (panel instanceof PanelPlan.Bars bars) {
        one.put("family", PanelPlan.BIAS.id());
        one.put("measure", bars.measure().title());
        one.put("bands", "95 % interval of the mean over all such MDPs, from finite MDPs");
        ArrayNode groups = one.putArray("groups");
        for (BiasStudy group : bars.groups()) {
          groups.addObject().put("label", group.title()).set("curves", curves(group));
        }
      } else if (panel instanceof PanelPlan.Returns returns) {
        one.put("family", PanelPlan.GAMES.id());
        one.put("measure", "mean return of both agents per step");
        one.put("bands", "standard error over seeds");
        ArrayNode conditions = one.putArray("conditions");
        for (LolaCondition c : returns.conditions().conditions()) {
          conditions
              .addObject()
              .put("label", c.label())
              .set("config", PanelPlan.GAMES.write(LolaStudy.of(c.spec())));
        }
      } else if (panel instanceof PanelPlan.Training training) {
        one.put("family", PanelPlan.TRAINING.id());
        one.put("measure", training.shortfall() ? "return behind exact" : "return");
        one.put("bands", training.shortfall() ? "standard error over MDPs, paired" : "none");
        ArrayNode all = one.putArray("learners");
        for (PanelPlan.Training.Learner l : training.learners()) {
          all.addObject().put("label", l.label()).set("config", PanelPlan.TRAINING.write(l.spec()));
        }
      }
    }
    return node;
  }

  private static ArrayNode curves(BiasStudy study) {
    ArrayNode curves = JsonNodeFactory.instance.arrayNode();
    for (BiasStudy.Curve curve : study.curves()) {
      curves
          .addObject()
          .put("label", curve.label())
          .set("config", PanelPlan.BIAS.write(BiasStudy.of(curve.spec())));
    }
    return curves;
  }
}
