package gmrl.app.inspect;

import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellViewModel;

/** The inspector on the dashboard. */
public final class InspectorFeature implements Feature {

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
