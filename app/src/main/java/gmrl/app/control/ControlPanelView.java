package gmrl.app.control;

import gmrl.app.control.ControlPanelViewModel.Slot;
import gmrl.app.shell.Feature;
import gmrl.app.ui.HelpMark;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.ParameterSlider;
import gmrl.app.ui.Tip;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.TeachingMdp;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The column of controls on the left of the window. */
public final class ControlPanelView extends ScrollPane {
  private final ControlPanelViewModel model;
  private final VBox column = new VBox();
  private final Node innerLoop;

  /** A view of the panel. */
  public ControlPanelView(ControlPanelViewModel model, List<TeachingMdp> teaching) {
    this.model = model;
    getStyleClass().add("control-scroll");
    HelpMark.mark(this, "controls");
    column.getStyleClass().add("control-panel");
    setContent(column);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setPrefWidth(296);
    setMinWidth(272);
    setAccessibleText("Controls");

    section("Problem", problem(), lirpg());
    innerLoop =
        section(
            "Inner loop",
            new ParameterSlider(model.alpha),
            new ParameterSlider(model.steps),
            new ParameterSlider(model.samples));
    section(
        "Hessian error", new ParameterSlider(model.coefficient), new ParameterSlider(model.noise));
    VBox slots = new VBox(6);
    for (Slot slot : Slot.values()) {
      slots.getChildren().add(new SlotRow(model, slot));
    }
    section(
        "Slots: sampled or exact", new SlotSwitches(model), slots, new MethodRow(model), reuse());
    section("Budget", new ParameterSlider(model.trials));
    column.getChildren().add(new EnvironmentSection(model, teaching));
  }

  /** Keeps only the part that acts on the present page in sight. */
  public void narrow(Feature.Controls acting) {
    for (Node section : column.getChildren()) {
      boolean shown = acting == Feature.Controls.ALL || section == innerLoop;
      PageParts.show(section, shown);
    }
  }

  private VBox section(String title, Node... content) {
    Label label = new Label(title);
    label.getStyleClass().add("section-title");
    VBox box = new VBox(label);
    box.getStyleClass().add("control-section");
    box.getChildren().addAll(content);
    column.getChildren().add(box);
    return box;
  }

  private Node problem() {
    ToggleGroup group = new ToggleGroup();
    ToggleButton maml = segment("_MAML-RL", "left-pill", group);
    Tip.on(
        maml,
        "φ is the policy that adaptation starts from; it is judged after K steps."
            + "\nIn the paper: the first tabular problem.");
    ToggleButton lirpg = segment("_LIRPG", "right-pill", group);
    Tip.on(
        lirpg,
        "φ is an intrinsic reward added inside; the adapted policy is judged by the true one."
            + "\nIn the paper: the second tabular problem.");
    maml.setOnAction(e -> model.chooseProblem(new ProblemSpec.Maml()));
    lirpg.setOnAction(e -> model.chooseProblem(ProblemSpec.Lirpg.paper()));
    model.observe(
        state ->
            (state.setup().problem() instanceof ProblemSpec.Lirpg ? lirpg : maml)
                .setSelected(true));
    return new HBox(maml, lirpg);
  }

  private static ToggleButton segment(String text, String pill, ToggleGroup group) {
    ToggleButton button = new ToggleButton(text);
    button.setMnemonicParsing(true);
    button.setToggleGroup(group);
    button.getStyleClass().addAll(pill, "small");
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    return button;
  }

  private Node lirpg() {
    CheckBox critic = new CheckBox("Critic differentiated in φ");
    critic.getStyleClass().add("small");
    Tip.on(
        critic,
        "Whether the critic of the shaped reward lets the meta-gradient through."
            + "\nIn the paper: yes.");
    critic.setOnAction(e -> model.chooseCriticGradient(critic.isSelected()));
    VBox box = new VBox(8, new ParameterSlider(model.lambda), critic);
    model.observe(
        state -> {
          boolean shown = state.setup().problem() instanceof ProblemSpec.Lirpg;
          PageParts.show(box, shown);
          if (state.setup().problem() instanceof ProblemSpec.Lirpg l) {
            critic.setSelected(l.criticGradient());
          }
        });
    return box;
  }

  private Node reuse() {
    CheckBox reuse = new CheckBox("_Reuse earlier inner batches");
    reuse.getStyleClass().add("small");
    Tip.on(
        reuse,
        "Earlier inner iterates lend their batches to the inner gradient, corrected by"
            + " importance weights: less compositional bias for no extra samples. The weights"
            + " are right for policies fixed beforehand; here each policy was made from the"
            + " batches before it, which leaves a bias of its own."
            + "\nIn the paper: proposed as a remedy, off by default.");
    reuse.setOnAction(e -> model.chooseReuse(reuse.isSelected()));
    model.observe(state -> reuse.setSelected(state.setup().reuse()));
    return reuse;
  }
}
