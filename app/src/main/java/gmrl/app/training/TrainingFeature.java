package gmrl.app.training;

import gmrl.app.control.Chooser;
import gmrl.app.shelf.StoredAnswers;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellViewModel;
import gmrl.app.ui.Tip;
import gmrl.app.ui.ValueField;
import gmrl.experiment.training.TrainingResult;
import gmrl.experiment.training.TrainingSpec;
import java.util.List;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;

/** Meta-training on the page of plots. */
public final class TrainingFeature implements Feature {

  @Override
  public Contribution open(LabContext context) {
    StoredAnswers<TrainingSpec, TrainingResult> answers = new StoredAnswers<>();
    TrainingRuns.register(context.shelf(), answers);
    return Contribution.ofPanel(() -> panel(context, answers));
  }

  private static ChartPanel panel(
      LabContext context, StoredAnswers<TrainingSpec, TrainingResult> answers) {
    TrainingViewModel model = new TrainingViewModel(context.laboratory(), context.state());
    answers.to((kept, state) -> model.recall(kept));
    ChartPanel panel =
        new ChartPanel(
            context,
            "meta-training",
            "What it costs: meta-training",
            "",
            TrainingRuns.join(context, model));
    panel.setOnFinish(model::resume);
    panel.setPlan(model::plan);
    panel.showProblem(model.problemProperty());
    panel.setSubtitle(model.verdictProperty().get());
    model.verdictProperty().addListener((o, old, now) -> panel.setSubtitle(now));
    ValueField rate = ValueField.of(model.learningRate);
    Tip.on(rate, model.learningRate.parameter().tooltip());
    Label eta = new Label("η");
    eta.getStyleClass().add("symbol");
    eta.setMinWidth(12);
    eta.setLabelFor(rate);
    Label over = new Label("updates");
    over.getStyleClass().add("muted");
    ChoiceBox<Integer> updates =
        new Chooser<>(model.choice)
            .box(
                "Number of updates",
                List.of(20, 50, 100, 200, 500, 1000),
                count -> "" + count,
                72,
                TrainingPlot::updates,
                TrainingPlot::withUpdates);
    panel.addControls(
        eta,
        rate,
        over,
        updates,
        toggle("difference", "Exact minus estimated, paired by MDP", model.shortfallProperty()),
        toggle("runs", "Every learner behind the mean", model.singleRunsProperty()));
    context.whileShowing(panel, ShellViewModel.Timed.of(model::start, model::stop, model::restart));
    return panel;
  }

  private static ToggleButton toggle(
      String text, String what, javafx.beans.property.BooleanProperty on) {
    ToggleButton button = new ToggleButton(text);
    button.getStyleClass().addAll("chip", "small");
    Tip.on(button, what);
    button.selectedProperty().bindBidirectional(on);
    return button;
  }
}
