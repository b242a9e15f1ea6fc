package gmrl.app.studio;

import gmrl.app.figure.Figure;
import gmrl.app.figure.FigureFormat;
import gmrl.app.figure.FigureWriter;
import gmrl.app.shell.FileSet;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.Dialogs;
import gmrl.app.ui.Tip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Panels on the left, the figure in the middle, the paper on the right. */
final class StudioPage extends BorderPane {
  private static final List<Dialogs.FileKind> FILES =
      List.of(
          Dialogs.FileKind.of("Figure, with data and specification", "pdf", "png", "svg", "tex"));

  private final LabContext context;
  private final StudioViewModel model;
  private final PaperPane paper;
  private final PreviewPane preview;

  StudioPage(LabContext context, StudioViewModel model, StudioFeature.Library library) {
    this.context = context;
    this.model = model;
    getStyleClass().addAll("page", "studio");
    preview = new PreviewPane(model, context.dialogs()::copy, context.time().tabs());
    paper = new PaperPane(model);
    Button save = new Button("Save …");
    save.getStyleClass().add("accent");
    save.setMaxWidth(Double.MAX_VALUE);
    Tip.on(save, "Write the files; numbers that are missing are computed first");
    save.setOnAction(e -> save());
    ListChangeListener<StudioPanel> empty = c -> save.setDisable(model.panels.isEmpty());
    model.panels.addListener(empty);
    save.setDisable(model.panels.isEmpty());
    ScrollPane options = new ScrollPane(paper);
    options.setFitToWidth(true);
    options.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    options.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(options, Priority.ALWAYS);
    VBox right = new VBox(options, save);
    right.getStyleClass().add("studio-right");
    setLeft(new PanelsPane(context, model, library));
    setCenter(preview);
    setRight(right);
    sceneProperty().addListener((o, was, is) -> print());
  }

  /** Draws the figure if somebody can see it. */
  void print() {
    preview.print();
  }

  private void save() {
    if (isRefused()) {
      return;
    }
    if (model.isComplete()) {
      ask();
      return;
    }
    List<String> ways = new ArrayList<>();
    if (model.canFinish()) {
      ways.add("Finish, then save");
    }
    if (model.hasAllCharts()) {
      ways.add("Save as it is");
    }
    context
        .dialogs()
        .choose(
            "The figure is not complete",
            "Some of its numbers are still to come. Finish them first, or save what is there,"
                + " marked as unfinished?",
            ways)
        .ifPresent(
            way -> {
              if (ways.get(way).startsWith("Finish")) {
                // Only after everybody has heard of the numbers: the question holds them up.
                model.whenComplete(() -> context.laboratory().ui().execute(this::ask));
                model.finish();
              } else {
                ask();
              }
            });
  }

  /** What was typed last is not what would be written: that is said first. */
  private boolean isRefused() {
    String problem = model.paper.problemProperty().get();
    if (!problem.isEmpty()) {
      context.notices().error("Nothing is saved yet: " + problem + ".");
    }
    return !problem.isEmpty();
  }

  private void ask() {
    if (isRefused()) {
      return;
    }
    List<FigureFormat> formats = new ArrayList<>(new TreeSet<>(model.paper.formats));
    String first = formats.isEmpty() ? "pdf" : first(formats).extension();
    context
        .dialogs()
        .save("Save the figure", model.name.get() + "." + first, FILES)
        .ifPresent(path -> write(path, formats));
  }

  /** A name is that of a picture, as long as there is one. */
  private static FigureFormat first(List<FigureFormat> formats) {
    return formats.contains(FigureFormat.PDF) ? FigureFormat.PDF : formats.get(0);
  }

  private void write(Path path, List<FigureFormat> formats) {
    String file = path.getFileName().toString();
    int dot = file.lastIndexOf('.');
    String ending = dot > 0 ? file.substring(dot + 1) : "";
    for (FigureFormat format : FigureFormat.values()) {
      if (format.extension().equalsIgnoreCase(ending) && !formats.contains(format)) {
        formats.add(format);
      }
    }
    model.name.set(dot > 0 ? file.substring(0, dot) : file);
    boolean captions = paper.captions();
    Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
    if (!FileSet.mayBeWritten(
        context.dialogs(),
        path.toAbsolutePath(),
        FigureWriter.files(model.name.get(), formats, captions, folder),
        FigureWriter::hasWritten)) {
      return;
    }
    model
        .sketch()
        .ifPresent(
            sketch -> {
              Thread writer =
                  new Thread(
                      () ->
                          context
                              .notices()
                              .attempt(
                                  "The figure was not saved: ",
                                  () -> write(sketch, formats, captions, folder)),
                      "gmrl-figure");
              writer.setDaemon(true);
              writer.start();
            });
  }

  private void write(Sketch sketch, List<FigureFormat> formats, boolean captions, Path folder)
      throws IOException {
    Figure figure = sketch.figure();
    List<Path> files = FigureWriter.write(figure, sketch.options(), formats, captions, folder);
    context
        .notices()
        .info(
            "Saved "
                + String.join(", ", files.stream().map(f -> f.getFileName().toString()).toList())
                + " in "
                + folder
                + ".");
  }
}
