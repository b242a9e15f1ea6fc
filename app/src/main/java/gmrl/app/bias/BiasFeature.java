package gmrl.app.bias;

import gmrl.app.bias.BiasStudies.Kind;
import gmrl.app.shelf.Source;
import gmrl.app.shelf.StoredAnswers;
import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellView;
import gmrl.app.shell.ShellViewModel;
import gmrl.app.state.LabStateJson;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.TrialBank;
import java.util.List;

/** Compositional bias and Hessian bias on the dashboard. */
public final class BiasFeature implements Feature {
  /** What its runs are runs of. */
  public static final BiasFamily FAMILY = new BiasFamily();

  private static final String TITLE = "Studies";

  private final TrialBank bank;

  /**
   * The family.
   *
   * @param bank keeps the trials of all plots of the window
   */
  public BiasFeature(TrialBank bank) {
    this.bank = bank;
  }

  @Override
  public Contribution open(LabContext context) {
    StoredAnswers<BiasStudy, BiasResult> answers = new StoredAnswers<>();
    context
        .shelf()
        .register(
            Source.of(
                    FAMILY,
                    List.of(ShellView.BOARD, ShellView.PLOTS, TITLE),
                    state -> BiasStudy.of(LabStateJson.spec(state)),
                    (study, state) ->
                        StoredBias.plotted(
                            study, context.files().take(study.specs().get(0), state)))
                .taking(FAMILY, ShellView.PLOTS, answers, StoredBias::isAsked));
    return new Contribution(
        List.of(
            () -> panel(context, Kind.COMPOSITIONAL, answers),
            () -> panel(context, Kind.HESSIAN, answers)),
        List.of(),
        List.of(
            new Workspace(TITLE, Controls.ALL, () -> StudyPage.open(context, bank))
                .in(Workspace.EXPERIMENTS)),
        List.of());
  }

  private BiasPanelView panel(
      LabContext context, Kind kind, StoredAnswers<BiasStudy, BiasResult> answers) {
    BiasPanelViewModel model =
        new BiasPanelViewModel(kind, context.laboratory(), context.state(), bank);
    answers.to(model::recall);
    BiasPanelView view = new BiasPanelView(context, model);
    context.whileShowing(view, ShellViewModel.Timed.of(model::start, model::stop, model::restart));
    return view;
  }
}
