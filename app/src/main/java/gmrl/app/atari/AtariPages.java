package gmrl.app.atari;

import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellViewModel;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Recorded runs, or a learner that learns now. */
final class AtariPages extends BorderPane {
  private final LabContext context;
  private final AtariPage recorded;
  private @Nullable Node live;

  AtariPages(LabContext context, AtariViewModel model) {
    this.context = context;
    getStyleClass().add("workspace");
    recorded = new AtariPage(context, model);
    ToggleGroup group = new ToggleGroup();
    ToggleButton first = tab("Recorded runs", "left-pill", group);
    ToggleButton second = tab("Live learner", "right-pill", group);
    first.setOnAction(e -> show(first, recorded));
    second.setOnAction(e -> show(second, learner()));
    HBox tabs = new HBox(first, second);
    tabs.getStyleClass().add("workspace-top");
    setTop(tabs);
    show(first, recorded);
  }

  private static ToggleButton tab(String text, String place, ToggleGroup group) {
    ToggleButton button = new ToggleButton(text);
    button.getStyleClass().addAll("small", place);
    button.setToggleGroup(group);
    return button;
  }

  private void show(ToggleButton button, Node page) {
    button.setSelected(true);
    setCenter(page);
  }

  private Node learner() {
    Node present = live;
    if (present == null) {
      LearnerViewModel model =
          new LearnerViewModel(context.laboratory(), context.state(), spec -> spec);
      LearnerPage page = new LearnerPage(context, model);
      context.whileShowing(
          page,
          new ShellViewModel.Timed() {
            @Override
            public void start() {
              model.setShowing(true);
            }

            @Override
            public void stop() {
              model.setShowing(false);
            }
          });
      live = page;
      present = page;
    }
    return present;
  }
}
