package gmrl.app.control;

import gmrl.app.state.LabState;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.ParameterSlider;
import gmrl.app.ui.Tip;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.TeachingMdp;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** Where MDPs come from and how they are sampled; folded away until it is wanted. */
final class EnvironmentSection extends TitledPane {

  private final List<TeachingMdp> teaching;
  private final MenuButton source = new MenuButton();
  private final Label note = new Label();
  private final VBox generated;

  EnvironmentSection(ControlPanelViewModel model, List<TeachingMdp> teaching) {
    this.teaching = teaching;
    setText("MDPs, horizon, critic");
    getStyleClass().add("dense");
    setAnimated(false);
    setExpanded(false);

    source.setMaxWidth(Double.MAX_VALUE);
    source.getStyleClass().add("small");
    Tip.on(
        source, "Where the MDPs come from.\nIn the paper: 10 random ones of 20 states, 5 actions.");
    MenuItem random = new MenuItem("Random MDPs");
    random.setOnAction(e -> model.chooseGenerated());
    source.getItems().addAll(random, new SeparatorMenuItem());
    for (TeachingMdp entry : teaching) {
      MenuItem item = new MenuItem(entry.title());
      item.setOnAction(e -> model.chooseTeaching(entry.id()));
      source.getItems().add(item);
    }
    MenuItem open = new MenuItem("Open a file…");
    open.setOnAction(e -> model.openMdp());
    source.getItems().addAll(new SeparatorMenuItem(), open);

    note.getStyleClass().add("muted");
    PageParts.wrapped(note);
    generated =
        new VBox(
            8,
            new ParameterSlider(model.states),
            new ParameterSlider(model.actions),
            new ParameterSlider(model.density),
            new ParameterSlider(model.spread),
            new ParameterSlider(model.mdpCount));
    VBox box =
        new VBox(
            8,
            source,
            note,
            generated,
            new ParameterSlider(model.gamma),
            new ParameterSlider(model.horizon),
            new ParameterSlider(model.criticNoise));
    box.getStyleClass().add("control-section");
    setContent(box);
    model.observe(this::show);
  }

  private void show(LabState state) {
    MdpSource mdps = state.setup().mdps();
    boolean random = mdps instanceof MdpSource.Generated;
    PageParts.show(generated, random);
    PageParts.show(note, !random);
    if (mdps instanceof MdpSource.Teaching t) {
      source.setText(
          teaching.stream()
              .filter(e -> e.id().equals(t.id()))
              .map(TeachingMdp::title)
              .findFirst()
              .orElse(t.id()));
      note.setText("A small MDP for teaching; one of it, so nothing is averaged over MDPs.");
    } else if (mdps instanceof MdpSource.Given g) {
      source.setText(g.name());
      note.setText(g.mdp().states() + " states, " + g.mdp().actions() + " actions, from a file.");
    } else {
      source.setText("Random MDPs");
    }
  }
}
