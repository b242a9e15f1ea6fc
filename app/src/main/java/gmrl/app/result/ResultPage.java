package gmrl.app.result;

import gmrl.app.figure.ResultPlot;
import gmrl.app.live.Standing;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.Dialogs.FileKind;
import gmrl.app.ui.Icons;
import gmrl.app.ui.LiveScroll;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.SmallButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What a stored result is and where it comes from above, its charts below. */
final class ResultPage extends BorderPane {
  private static final FileKind RESULT = FileKind.of("Result or run.json", "json");

  /** Height in which a chart can be read; where all find no room in it the page scrolls. */
  private static final double LEAST = 230;

  private final LabContext context;
  private final ResultViewModel model;
  private final Label title = PageParts.sentence("");
  private final Label sentence = PageParts.sentence("");
  private final Label settings = PageParts.remark("");
  private final GridPane grid = PageParts.grid();
  private final List<ChartPanel> panels = new ArrayList<>();
  private final LiveScroll page = LiveScroll.over(grid);
  private final VBox head;
  private final Button use;
  private final Button take;

  ResultPage(LabContext context, ResultViewModel model) {
    this.context = context;
    this.model = model;
    getStyleClass().addAll("workspace", "page");
    title.getStyleClass().add("headline");
    use =
        SmallButton.of(
            "Use its settings",
            "Put its settings into the window; its family's page then goes on from them",
            Icons.RESET,
            this::reopen);
    take =
        SmallButton.of(
            "Show on its own page",
            "Put its settings and its numbers onto its family's page; nothing is computed there"
                + " until a setting changes",
            Icons.NEXT,
            this::takeUp);
    FlowPane row = new FlowPane(6, 6);
    row.getChildren().addAll(openers());
    row.getChildren().addAll(take, use);
    row.setAlignment(Pos.CENTER_LEFT);
    head = PageParts.head(title, sentence, settings, row);
    model.shownProperty().addListener((o, was, is) -> show(is));
    show(model.shownProperty().get());
  }

  private List<Button> openers() {
    return List.of(
        SmallButton.opener(
            "Open result…",
            "A result that a command wrote as JSON (--format json --out FILE)",
            () -> context.dialogs().open("Open a result", RESULT),
            context.shelf().pages()::open),
        SmallButton.opener(
            "Open run…",
            "The folder of a run that has ended (--run DIR)",
            () -> context.dialogs().openFolder("Folder of a run"),
            context.shelf().pages()::open));
  }

  private void reopen() {
    model
        .reopen()
        .ifPresentOrElse(
            context.time()::openPage,
            () -> context.notices().info("Its settings stand in the window now."));
  }

  private void takeUp() {
    model.takeUp(
        page -> {
          context.time().openPage(page);
          context
              .notices()
              .info("“" + page + "” shows it as stored; a setting that moves computes anew.");
        });
  }

  private void show(Optional<StoredView> now) {
    now.ifPresentOrElse(this::fill, this::welcome);
  }

  private void welcome() {
    setCenter(
        new StackPane(
            PageParts.welcome(
                "No stored result is open",
                "A result that a command wrote (--format json --out FILE) or the folder of a run"
                    + " (--run DIR) is shown here as it was computed, without computing it"
                    + " again.",
                openers())));
  }

  private void fill(StoredView view) {
    title.setText(view.title());
    sentence.setText(view.sentence());
    settings.setText(view.settings());
    use.setDisable(!model.isReopenable());
    take.setDisable(!model.hasPage());
    panels.forEach(ChartPanel::close);
    panels.clear();
    for (ResultPlot plot : view.plots()) {
      ChartPanel panel =
          new ChartPanel(
              context,
              "stored-" + plot.id(),
              plot.title(),
              "stored",
              new SimpleObjectProperty<>(
                  plot.chart()
                      .withTitle("")
                      .withStanding(view.run().complete() ? Standing.FRESH : Standing.CANCELLED)));
      panel.setPlan(plot::plan);
      panels.add(panel);
    }
    PageParts.fill(grid, panels, LEAST);
    setTop(head);
    setCenter(page);
  }
}
