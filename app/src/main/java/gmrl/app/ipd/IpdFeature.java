package gmrl.app.ipd;

import gmrl.app.chart.ChartModel;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellViewModel;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.Words;
import gmrl.ipd.LolaConfig;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;

/** Repeated games: returns on the dashboard, everything else in a workspace of their own. */
public final class IpdFeature implements Feature {
  /** Title of its page. */
  static final String TITLE = "Repeated games";

  @Override
  public Contribution open(LabContext context) {
    AtomicBoolean single = new AtomicBoolean();
    IpdPanelViewModel sliders =
        new IpdPanelViewModel(
            "IPD returns",
            context.laboratory(),
            context.state(),
            state -> IpdConditions.sliders(state, IpdSettings.of(state)),
            single::get);
    IpdPanelViewModel figures =
        new IpdPanelViewModel(
            "Repeated games",
            context.laboratory(),
            context.state(),
            state -> IpdConditions.published(IpdSettings.of(state)),
            single::get);
    follow(context, sliders, figures, single);
    IpdRuns.join(context, sliders, figures);
    Workspace workspace =
        new Workspace(
            TITLE,
            Controls.INNER_LOOP,
            () -> {
              IpdWorkspaceViewModel model =
                  new IpdWorkspaceViewModel(
                      context.laboratory(), context.state(), sliders, figures);
              IpdWorkspaceView view = new IpdWorkspaceView(context, model);
              whenSeen(context, view, sliders);
              figures.start();
              return view;
            });
    return new Contribution(
        List.of(),
        List.of(() -> outcome(context, sliders)),
        List.of(workspace.in(Workspace.GAMES)),
        List.of());
  }

  private static ChartPanel outcome(LabContext context, IpdPanelViewModel sliders) {
    ChartPanel panel =
        new ChartPanel(
            context,
            "ipd-returns",
            "What it costs: repeated games",
            String.format(
                Locale.ROOT, "follows α/%.0f and K and |τ|", 1 / IpdConditions.innerRate(1)),
            IpdRuns.over(context, noted(sliders.chartProperty())));
    context.state().observe(IpdSettings::of, choice -> name(panel, choice));
    panel.explain(
        "Two learners that take each other’s learning into account, with estimated and with exact"
            + " gradients. α, K and |τ| move with the sliders; c, the payoffs, γ and the outer step"
            + " are fixed.\n"
            + Words.minus(Fate.RULE)
            + "\n"
            + PanelFrame.BIAS_AND_NOISE);
    sliders.recordsProperty().subscribe(now -> panel.setResult(now == null ? "" : Fate.of(now)));
    whenSeen(context, panel, sliders);
    panel.setOnFinish(sliders::resume);
    panel.setPlan(sliders::plan);
    panel.showProblem(sliders.problemProperty());
    return panel;
  }

  /** Nothing runs before somebody sees it; what has begun is finished. */
  private static void whenSeen(LabContext context, Node node, IpdPanelViewModel model) {
    context.whileShowing(
        node,
        new ShellViewModel.Timed() {
          @Override
          public void start() {
            model.start();
          }
        });
  }

  /** On the board the axis says what no slider moves: beside the result there is no room for it. */
  private static ReadOnlyObjectProperty<ChartModel> noted(ReadOnlyObjectProperty<ChartModel> plot) {
    ReadOnlyObjectWrapper<ChartModel> noted = new ReadOnlyObjectWrapper<>();
    noted.bind(plot.map(chart -> chart.with().x(chart.x().noted(fixed())).build()));
    return noted.getReadOnlyProperty();
  }

  /** What no slider moves. */
  private static String fixed() {
    LolaConfig config = LolaConfig.DEFAULT;
    return String.format(
        Locale.ROOT,
        "fixed at c = 0, γ = %.2f, outer step %.1f",
        config.discount(),
        config.outerRate());
  }

  private static void name(ChartPanel panel, IpdSettings choice) {
    panel.setTitle("What it costs: " + GameNames.of(choice.game()));
  }

  private static void follow(
      LabContext context,
      IpdPanelViewModel sliders,
      IpdPanelViewModel figures,
      AtomicBoolean single) {
    context
        .time()
        .follow(
            new ShellViewModel.Timed() {
              @Override
              public void playing(boolean playing) {
                single.set(!playing);
              }

              @Override
              public void restart() {
                sliders.restart();
                figures.restart();
              }
            });
  }
}
