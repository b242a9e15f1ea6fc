package gmrl.app.bias;

import gmrl.app.bias.BiasStudies.Kind;
import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellViewModel;

/** Compositional bias and Hessian bias on the dashboard. */
public final class BiasFeature implements Feature {

  @Override
  public Contribution open(LabContext context) {
    return Contribution.ofPanels(panel(context, Kind.COMPOSITIONAL), panel(context, Kind.HESSIAN));
  }

  private static BiasPanelView panel(LabContext context, Kind kind) {
    BiasPanelViewModel model = new BiasPanelViewModel(kind, context.laboratory(), context.state());
    context
        .time()
        .follow(
            new ShellViewModel.Timed() {
              @Override
              public void start() {
                model.start();
              }

              @Override
              public void restart() {
                model.restart();
              }
            });
    return new BiasPanelView(context, model);
  }
}
