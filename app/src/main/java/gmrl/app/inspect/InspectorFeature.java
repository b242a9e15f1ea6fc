package gmrl.app.inspect;

import gmrl.app.figure.PanelPlan;
import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellViewModel;
import gmrl.experiment.file.JsonView;

/** The inspector on the dashboard. */
public final class InspectorFeature implements Feature {
  /** What figures call pictures of trials. */
  public static final String PICTURES = TrialPanel.FAMILY;

  /**
   * A picture of a trial that stands in a figure's document.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static PanelPlan read(JsonView panel) {
    return TrialPanel.read(panel);
  }

  @Override
  public Contribution open(LabContext context) {
    return Contribution.ofPanel(() -> panel(context));
  }

  private static InspectorView panel(LabContext context) {
    InspectorViewModel model = new InspectorViewModel(context.laboratory(), context.state());
    InspectorView view = new InspectorView(context, model);
    context.whileShowing(
        view,
        new ShellViewModel.Timed() {
          @Override
          public void start() {
            model.start();
          }

          @Override
          public void stop() {
            model.stop();
          }

          @Override
          public void step() {
            model.forward();
          }

          @Override
          public void restart() {
            model.restart();
          }
        });
    return view;
  }
}
