package gmrl.app.bias;

import gmrl.app.bias.BiasStudies.Kind;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellViewModel;
import gmrl.app.state.LabState;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.Showing;
import gmrl.experiment.bias.BiasPresets;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.TrialBank;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The paper's experiments: a list to choose from, and the chosen one, live. */
final class StudyPage extends BorderPane {
  private final List<BiasStudy> studies = BiasPresets.all();
  private final ListView<BiasStudy> list = new ListView<>();
  private final Showing showing = new Showing();
  private final Button published;

  StudyPage(LabContext context, BiasPanelViewModel model) {
    getStyleClass().add("page");
    list.getItems().setAll(studies);
    list.getStyleClass().add("study-list");
    list.setPrefWidth(264);
    list.setAccessibleText("Experiments of the paper");
    list.setCellFactory(view -> new StudyCell());
    showing.onChoice(list.getSelectionModel().selectedItemProperty(), now -> choose(context, now));
    BiasPanelView panel = new BiasPanelView(context, model);
    panel.chart().setMinSize(0, 0);
    published =
        panel.addTool(
            Icons.RESET,
            "As published: put the experiment’s own settings onto the sliders",
            () -> choose(context, list.getSelectionModel().getSelectedItem()));
    // What it says need not be true of the plot beside it, which follows the sliders.
    Label heading = new Label("Experiments as published");
    heading.getStyleClass().add("section-title");
    VBox left = new VBox(heading, list);
    left.getStyleClass().add("study-side");
    VBox.setVgrow(list, Priority.ALWAYS);
    setLeft(left);
    setCenter(panel);
    setMargin(panel, new javafx.geometry.Insets(8));
    context.state().stateProperty().addListener((o, old, now) -> show(panel, now));
    show(panel, context.state().get());
  }

  /** Puts an experiment on the sliders and into the plot. */
  static void choose(LabContext context, BiasStudy study) {
    context.state().pick("experiment", s -> Presets.choose(study, s));
  }

  private void show(BiasPanelView panel, LabState state) {
    for (BiasStudy study : studies) {
      if (study.id().equals(BiasPlots.of(state).studyId())
          && !study.equals(list.getSelectionModel().getSelectedItem())) {
        showing.show(() -> list.getSelectionModel().select(study));
      }
      if (study.id().equals(BiasPlots.of(state).studyId())) {
        List<String> moved = Presets.movedFrom(study, state);
        PageParts.show(published, !moved.isEmpty());
        panel.setTitle(study.title());
        panel.setSubtitle(
            moved.isEmpty()
                ? study.sentence()
                : "not as published: here " + String.join("; ", moved));
      }
    }
  }

  /** Follows the state only while it is on screen. */
  static StudyPage open(LabContext context, TrialBank bank) {
    BiasPanelViewModel model =
        new BiasPanelViewModel(Kind.STUDY, context.laboratory(), context.state(), bank);
    StudyPage page = new StudyPage(context, model);
    context.whileShowing(page, ShellViewModel.Timed.of(model::start, model::stop, model::restart));
    return page;
  }

  private static final class StudyCell extends ListCell<BiasStudy> {
    private static final double TEXT_WIDTH = 224;

    private final Label title = new Label();
    private final Label sentence = new Label();
    private final VBox box = new VBox(2, title, sentence);

    StudyCell() {
      title.getStyleClass().add("panel-title");
      sentence.getStyleClass().add("panel-subtitle");
      for (Label words : List.of(title, sentence)) {
        PageParts.wrapped(words).setPrefWidth(TEXT_WIDTH);
      }
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(BiasStudy study, boolean empty) {
      super.updateItem(study, empty);
      if (empty || study == null) {
        setGraphic(null);
      } else {
        title.setText(study.title());
        sentence.setText(study.sentence());
        box.setAccessibleText(study.title());
        setGraphic(box);
      }
    }
  }
}
