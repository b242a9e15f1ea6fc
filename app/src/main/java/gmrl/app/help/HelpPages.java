package gmrl.app.help;

import gmrl.app.shell.ChartPanel;
import gmrl.app.text.Prose;
import gmrl.app.text.TypesetFormula;
import gmrl.app.ui.KeyHint;
import gmrl.app.ui.PageParts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Builds the pages of the help. */
final class HelpPages {
  private static final String CITATION =
      "Bo Liu, Xidong Feng, Jie Ren, Luo Mai, Rui Zhu, Haifeng Zhang, Jun Wang, Yaodong Yang."
          + " A Theoretical Understanding of Gradient Bias in Meta-Reinforcement Learning."
          + " NeurIPS 2022, arXiv:2112.15400.";
  private static final String PAPER = "https://arxiv.org/abs/2112.15400";

  private static final String BIBTEX =
      """
      @inproceedings{liu2022theoretical,
        title     = {A Theoretical Understanding of Gradient Bias in Meta-Reinforcement Learning},
        author    = {Liu, Bo and Feng, Xidong and Ren, Jie and Mai, Luo and Zhu, Rui and
                     Zhang, Haifeng and Wang, Jun and Yang, Yaodong},
        booktitle = {Advances in Neural Information Processing Systems},
        year      = {2022},
        note      = {arXiv:2112.15400}
      }
      """;

  private final HelpViewModel model;
  private final Supplier<List<Keys>> keys;
  private final Consumer<String> copy;
  private final Consumer<String> browse;

  HelpPages(
      HelpViewModel model,
      Supplier<List<Keys>> keys,
      Consumer<String> copy,
      Consumer<String> browse) {
    this.model = model;
    this.keys = keys;
    this.copy = copy;
    this.browse = browse;
  }

  Node build(HelpViewModel.Page page) {
    if (page instanceof HelpViewModel.Page.Here here) {
      return here(here.topic());
    }
    if (page instanceof HelpViewModel.Page.Glossary) {
      return glossary();
    }
    if (page instanceof HelpViewModel.Page.Formulas) {
      return formulas();
    }
    if (page instanceof HelpViewModel.Page.Keys) {
      return keys();
    }
    if (page instanceof HelpViewModel.Page.Reading reading) {
      return new MarkdownView(reading.guide().text(), this::follow, copy);
    }
    return page instanceof HelpViewModel.Page.Paper ? paper() : about();
  }

  /** A link to another guide opens it here; what lies outside goes to the browser. */
  private void follow(String target) {
    String file = target.replaceFirst("#.*$", "").replaceFirst("^.*/", "");
    if (target.startsWith("http") || !model.openGuide(file)) {
      browse.accept(target);
    }
  }

  private Node here(HelpFiles.Topic topic) {
    VBox box = page(topic.title());
    topic.text().forEach(paragraph -> box.getChildren().add(new Prose(paragraph)));
    FlowPane see = new FlowPane(8, 4);
    for (String term : topic.see()) {
      Hyperlink link = new Hyperlink(term);
      link.setOnAction(e -> model.openTerm(term));
      see.getChildren().add(link);
    }
    if (!topic.see().isEmpty()) {
      box.getChildren().addAll(heading("In the glossary"), see);
    }
    Label again =
        new Label("F1 explains what was clicked last, or has the focus: click into a panel first.");
    again.getStyleClass().add("muted");
    again.setWrapText(true);
    box.getChildren().add(again);
    return box;
  }

  private Node glossary() {
    VBox box = page("Glossary");
    TextField search = new TextField();
    search.setPromptText("Search terms, symbols and sources");
    search.setAccessibleText("Search the glossary");
    search.textProperty().bindBidirectional(model.queryProperty());
    VBox entries = new VBox();
    entries.getStyleClass().add("help-entries");
    Runnable fill =
        () -> {
          List<HelpFiles.Entry> found = model.found();
          entries.getChildren().setAll(found.stream().map(entry -> entry(entry, true)).toList());
          if (found.isEmpty()) {
            Label none =
                new Label(
                    "Nothing has the words “"
                        + model.queryProperty().get()
                        + "”. Try fewer of them, or a symbol’s name such as alpha.");
            none.setWrapText(true);
            entries.getChildren().add(none);
          }
        };
    search.textProperty().addListener((o, old, now) -> fill.run());
    fill.run();
    box.getChildren().addAll(search, entries);
    // Whoever opens the glossary is looking for something.
    Platform.runLater(search::requestFocus);
    return box;
  }

  private Node formulas() {
    VBox box = page("Formulas and their sources");
    model.formulas().forEach(entry -> box.getChildren().add(entry(entry, false)));
    return box;
  }

  private static Node entry(HelpFiles.Entry entry, boolean text) {
    VBox box = new VBox();
    box.getStyleClass().add("help-entry");
    Label term = new Label(entry.term());
    term.getStyleClass().add("help-term");
    HBox head = new HBox(10, term);
    head.setAlignment(Pos.BASELINE_LEFT);
    if (!entry.symbol().isEmpty()) {
      head.getChildren().add(new TypesetFormula(entry.symbol(), false));
    }
    box.getChildren().add(head);
    if (text) {
      box.getChildren().add(new Prose(entry.text()));
    }
    entry.lines().forEach(line -> box.getChildren().add(new TypesetFormula(line, true)));
    if (!entry.source().isEmpty()) {
      Label source = new Label(entry.source());
      source.getStyleClass().add("help-source");
      box.getChildren().add(source);
    }
    return box;
  }

  private Node keys() {
    VBox box = page("Keyboard");
    for (Keys group : keys.get()) {
      GridPane grid = new GridPane();
      grid.getStyleClass().add("help-keys");
      int row = 0;
      for (KeyHint hint : group.hints()) {
        Label pressed = new Label(hint.keys());
        pressed.getStyleClass().add("help-key");
        pressed.setMinWidth(Region.USE_PREF_SIZE);
        Label what = new Label(hint.what());
        what.setWrapText(true);
        GridPane.setHgrow(what, Priority.ALWAYS);
        grid.addRow(row++, pressed, what);
      }
      box.getChildren().addAll(heading(group.place()), grid);
    }
    return box;
  }

  private Node paper() {
    VBox box = page("The paper");
    box.getChildren()
        .addAll(
            new Prose(
                "The laboratory makes the experiments of this paper, and lets you turn what it"
                    + " holds fixed:"),
            new Prose("**" + CITATION + "**"),
            link(PAPER),
            heading("To cite"),
            new Prose(
                "Cite the paper, and the version of the laboratory that made your figure:"
                    + " GMRL Lab "
                    + ChartPanel.version()
                    + ". The version is also inside every figure file."),
            new MarkdownView("```\n" + BIBTEX + "```", this::follow, copy));
    return box;
  }

  private Node about() {
    VBox box = page("GMRL Lab " + ChartPanel.version());
    box.getChildren()
        .addAll(
            new Prose("A laboratory for gradient bias in meta-reinforcement learning."),
            new Prose(
                "MIT licence. Runs on Java "
                    + System.getProperty("java.version")
                    + ", "
                    + system()
                    + "."),
            heading("It stands on"));
    GridPane grid = new GridPane();
    grid.getStyleClass().add("help-keys");
    int row = 0;
    for (HelpFiles.Library library : HelpFiles.libraries()) {
      Hyperlink name = new Hyperlink(library.name());
      name.setOnAction(e -> browse.accept(library.home()));
      name.setAccessibleHelp(library.home());
      name.setMinWidth(Region.USE_PREF_SIZE);
      Label licence = new Label(library.licence());
      licence.setWrapText(true);
      GridPane.setHgrow(licence, Priority.ALWAYS);
      grid.addRow(row++, name, licence);
    }
    Button all = new Button("Copy version and system");
    all.setOnAction(
        e ->
            copy.accept(
                "GMRL Lab "
                    + ChartPanel.version()
                    + ", Java "
                    + System.getProperty("java.version")
                    + ", "
                    + system()));
    box.getChildren().addAll(grid, all);
    return box;
  }

  private static String system() {
    return String.join(
        " ",
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"));
  }

  private Node link(String target) {
    Hyperlink link = new Hyperlink(target);
    link.setOnAction(e -> browse.accept(target));
    return link;
  }

  private static VBox page(String title) {
    Label label = PageParts.sentence(title);
    label.getStyleClass().add("help-title");
    VBox box = new VBox(label);
    box.getStyleClass().add("help-page");
    return box;
  }

  private static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("help-heading");
    return label;
  }
}
