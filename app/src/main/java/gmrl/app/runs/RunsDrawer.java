package gmrl.app.runs;

import gmrl.app.shelf.Awaited;
import gmrl.app.shelf.KeptRun;
import gmrl.app.shelf.Shelf;
import gmrl.app.shelf.Source;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.Dialogs;
import gmrl.app.ui.HelpMark;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.Tip;
import gmrl.experiment.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Named runs, each with its colour and what differs from now, and recent ones below them. */
public final class RunsDrawer extends BorderPane {
  private static final double WIDTH = 292;

  /** More cards than this are looked for on the page of all runs. */
  private static final int MOST_CARDS = 40;

  /** How often an open drawer looks for what other windows and commands have kept. */
  private static final Duration LOOK = Duration.seconds(5);

  private final LabContext context;
  private final Shelf shelf;
  private final VBox awaited = new VBox(8);
  private final VBox named = new VBox(8);
  private final VBox recent = new VBox(4);
  private final MenuButton keep = new MenuButton("Keep", Icons.PIN.node());
  private final Timeline look;

  /** A drawer that follows the shelf while it is on screen. */
  public RunsDrawer(LabContext context) {
    this.context = context;
    this.shelf = context.shelf();
    look = new Timeline(new KeyFrame(LOOK, e -> shelf.refresh()));
    getStyleClass().add("runs-drawer");
    HelpMark.mark(this, "runs-drawer");
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH);
    awaited.getStyleClass().add("runs-list");
    PageParts.show(awaited, false);
    setTop(new VBox(head(), awaited));
    VBox all = new VBox(12, named, recent);
    all.getStyleClass().add("runs-list");
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    setCenter(scroll);
    shelf.deletions().lastProperty().addListener((o, old, now) -> showUndo());
    shelf.runs().addListener((ListChangeListener<KeptRun>) c -> fill());
    shelf.awaited().addListener((ListChangeListener<Awaited>) c -> await());
    shelf.readProperty().addListener((o, was, is) -> fill());
    shelf.freshProperty().addListener((o, old, now) -> now.ifPresent(this::name));
    context.dark().addListener((o, was, is) -> fill());
    context
        .state()
        .stateProperty()
        .addListener(
            (o, old, now) -> {
              if (getScene() != null) {
                cards().forEach(RunCard::update);
              }
            });
    look.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .addListener(
            (o, was, is) -> {
              if (is == null) {
                look.stop();
              } else {
                shelf.refresh();
                await();
                look.play();
              }
            });
    showUndo();
  }

  private HBox head() {
    Label title = new Label("Kept runs");
    title.getStyleClass().add("panel-title");
    title.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    keep.getStyleClass().add("small");
    keep.setMinWidth(USE_PREF_SIZE);
    Tip.on(keep, "Keep what is computed now under a name, drawn over the plots");
    keep.setAccessibleText("Keep what is computed now");
    keep.setOnShowing(e -> fillKeep(keep));
    fillKeep(keep);
    Button close =
        PanelFrame.toolButton(Icons.CLOSE, "Close (Ctrl+B)", () -> shelf.openProperty().set(false));
    HBox head = new HBox(6, title, gap, keep, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("runs-head");
    return head;
  }

  private void fillKeep(MenuButton keep) {
    List<MenuItem> items = new ArrayList<>();
    for (Source source : shelf.keepable()) {
      String part = shelf.stopped(source.kind()).map(p -> ", incomplete: " + p).orElse("");
      MenuItem item = new MenuItem(source.title() + part);
      item.setOnAction(e -> shelf.keepPresent(source.kind()));
      items.add(item);
    }
    if (items.isEmpty()) {
      MenuItem none = new MenuItem("Nothing is complete yet");
      none.setDisable(true);
      items.add(none);
    }
    keep.getItems().setAll(items);
  }

  /** Cards stay where they can: somebody may be typing in one, or pressing a button. */
  private void fill() {
    if (getScene() == null) {
      return;
    }
    List<Node> above = new ArrayList<>();
    List<Node> below = new ArrayList<>();
    boolean dark = context.dark().get();
    for (KeptRun run : shelf.runs()) {
      List<Node> list = run.isNamed() ? above : below;
      if (list.size() < MOST_CARDS) {
        RunCard card =
            card(run.path())
                .filter(present -> present.takes(run, dark))
                .orElseGet(() -> new RunCard(shelf, run, dark, new CardActions()));
        list.add(card);
      }
    }
    long more = shelf.runs().stream().filter(KeptRun::isNamed).count() - above.size();
    if (more > 0) {
      Label others = new Label("and " + more + " more on the page of all runs");
      others.getStyleClass().add("muted");
      above.add(others);
    }
    if (!below.isEmpty()) {
      Label title = new Label("Recent");
      title.getStyleClass().add("section-title");
      below.add(0, title);
    }
    if (above.isEmpty() && shelf.awaited().isEmpty()) {
      Label empty = new Label(emptiness());
      empty.setWrapText(true);
      empty.getStyleClass().add("muted");
      above.add(empty);
    }
    holdFocus(
        () -> {
          if (!above.equals(named.getChildren())) {
            named.getChildren().setAll(above);
          }
          recent.getChildren().setAll(below);
        });
  }

  /** Who works by keys stays in the drawer where the control that has them goes. */
  private void holdFocus(Runnable change) {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    boolean here = Stream.iterate(owner, Objects::nonNull, Node::getParent).anyMatch(this::equals);
    change.run();
    if (here && owner != null && owner.getScene() == null) {
      Node back = getBottom() == null ? null : getBottom().lookup(".button");
      (back == null ? keep : back).requestFocus();
    }
  }

  private String emptiness() {
    return shelf.readProperty().get()
        ? "Nothing is kept yet. The pin of a plot, or Keep above, keeps its curves under a name and"
            + " draws them over the plots, so that the next change of a slider can be compared"
            + " with them."
        : "Looking for what is kept …";
  }

  private List<RunCard> cards() {
    List<RunCard> cards = new ArrayList<>();
    for (VBox list : List.of(named, recent)) {
      list.getChildren().stream()
          .filter(RunCard.class::isInstance)
          .map(RunCard.class::cast)
          .forEach(cards::add);
    }
    return cards;
  }

  /** What was kept just now is named at once, though it is not there yet. */
  private void await() {
    if (getScene() == null) {
      return;
    }
    awaited
        .getChildren()
        .removeIf(card -> !shelf.awaited().contains(((AwaitedCard) card).awaited()));
    List<Awaited> there = awaitedCards().stream().map(AwaitedCard::awaited).toList();
    List<AwaitedCard> more =
        shelf.awaited().stream().filter(one -> !there.contains(one)).map(AwaitedCard::new).toList();
    awaited.getChildren().addAll(0, more);
    PageParts.show(awaited, !awaited.getChildren().isEmpty());
    fill();
    if (!more.isEmpty()) {
      applyCss(); // no key goes to a field without a skin
      more.get(0).name();
    }
  }

  private List<AwaitedCard> awaitedCards() {
    return awaited.getChildren().stream().map(AwaitedCard.class::cast).toList();
  }

  /** Who has gone on to something else meanwhile is left there. */
  private void name(Path path) {
    applyCss();
    awaitedCards().stream()
        .filter(AwaitedCard::isBeingNamed)
        .findFirst()
        .ifPresent(from -> card(path).ifPresent(card -> card.name(from.field())));
  }

  private void showUndo() {
    int runs = shelf.deletions().lastProperty().get();
    HBox undo =
        PageParts.bringBack(
            runs == 1 ? "One run was deleted." : runs + " runs were deleted.",
            shelf.deletions()::bringBack);
    undo.getStyleClass().add("runs-undo");
    holdFocus(() -> setBottom(runs > 0 ? undo : null));
  }

  private final class CardActions implements RunCard.Actions {
    @Override
    public void export(KeptRun run) {
      context
          .dialogs()
          .save(
              "Save the run",
              run.path().getFileName() + ".csv",
              List.of(
                  Dialogs.FileKind.of("Its numbers", "csv"),
                  Dialogs.FileKind.of("Its configuration", "json")))
          .ifPresent(to -> write(run, to));
    }

    private void write(KeptRun run, Path to) {
      boolean json = String.valueOf(to.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json");
      try {
        AtomicFile.write(
            to, Files.readAllBytes(run.path().resolve(json ? "run.json" : "metrics.csv")));
        context.notices().info("Saved as " + to.getFileName() + ".");
      } catch (IOException e) {
        context.notices().error("The run was not saved: " + e.getMessage() + ".");
      }
    }

    @Override
    public List<KeptRun> others(KeptRun run) {
      return shelf.runs().stream()
          .filter(other -> other.kind().equals(run.kind()) && !other.path().equals(run.path()))
          .toList();
    }

    @Override
    public void compareWithNow(KeptRun run) {
      shelf.findPresent(run.kind(), now -> shelf.pages().compare(run.path(), now));
    }

    @Override
    public void compare(KeptRun first, KeptRun second) {
      shelf.pages().compare(first.path(), second.path());
    }
  }

  private Optional<RunCard> card(Path path) {
    return cards().stream().filter(card -> card.run().path().equals(path)).findFirst();
  }
}
