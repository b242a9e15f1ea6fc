package gmrl.app.training;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.Style;
import gmrl.app.control.Knobs;
import gmrl.app.lesson.Learning;
import gmrl.experiment.Family;
import gmrl.experiment.training.TrainingFamily;
import gmrl.experiment.training.TrainingResult;
import gmrl.experiment.training.TrainingSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Meta-training in lessons: one curve for each learner, over updates of φ. */
public final class TrainingIllustrator implements Learning.Kind<TrainingSpec, TrainingResult> {
  private static final TrainingFamily FAMILY = new TrainingFamily();
  private static final String RETURN = "return";
  private static final String SHORTFALL = "shortfall";

  @Override
  public List<String> views() {
    return List.of(RETURN, SHORTFALL);
  }

  @Override
  public Family<TrainingSpec, TrainingResult> family() {
    return FAMILY;
  }

  @Override
  public List<String> others(String view) {
    return view.equals(RETURN) ? List.of(TrainingCharts.EXACT) : List.of();
  }

  @Override
  public double length(TrainingSpec learner) {
    return learner.updates();
  }

  @Override
  public Map<String, Learning.Knob<TrainingSpec>> knobs() {
    Map<String, Learning.Knob<TrainingSpec>> all = new LinkedHashMap<>();
    all.put(
        "alpha",
        new Learning.Knob<>(
            Knobs.ALPHA, s -> s.setup().alpha(), (s, v) -> s.withSetup(x -> x.withAlpha(v))));
    all.put(
        "steps",
        new Learning.Knob<>(
            Knobs.STEPS,
            s -> s.setup().steps(),
            (s, v) -> s.withSetup(x -> x.withSteps(v.intValue()))));
    all.put(
        "samples",
        new Learning.Knob<>(
            Knobs.SAMPLES,
            s -> s.setup().samples() > 0 ? s.setup().samples() : Double.NaN,
            (s, v) -> s.withSetup(x -> x.withSamples(v.intValue()))));
    return all;
  }

  @Override
  public ChartModel draw(
      Learning<TrainingSpec, TrainingResult> learning,
      List<TrainingResult> results,
      double progress) {
    List<TrainingCharts.Trained> trained = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      trained.add(
          new TrainingCharts.Trained(
              learning.learners().get(i).label(),
              Style.nth(i).with(Style.Dash.nth(i)),
              results.get(i)));
    }
    return TrainingCharts.of("", trained, learning.view().equals(SHORTFALL), progress);
  }

  @Override
  public ChartModel empty(String view) {
    return TrainingCharts.empty(view.equals(SHORTFALL));
  }
}
