package gmrl.app.rooms;

import gmrl.app.atari.AtariFeature;
import gmrl.app.atari.AtariFigures;
import gmrl.app.atari.ChainIllustrator;
import gmrl.app.atari.LearnerIllustrator;
import gmrl.app.atari.LearnerKnobs;
import gmrl.app.atari.RecordedIllustrator;
import gmrl.app.atari.ShownRuns;
import gmrl.app.bias.BiasFeature;
import gmrl.app.bias.BiasFigures;
import gmrl.app.bias.BiasIllustrator;
import gmrl.app.bias.BiasPlots;
import gmrl.app.board.BoardFeature;
import gmrl.app.claim.ClaimFigures;
import gmrl.app.claim.ClaimsFeature;
import gmrl.app.coin.CoinFeature;
import gmrl.app.coin.CoinIllustrator;
import gmrl.app.coin.CoinSettings;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.OverlaidPanel;
import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.RecordedChart;
import gmrl.app.figure.ResultPlot;
import gmrl.app.gallery.ExampleIllustrator;
import gmrl.app.gallery.GalleryFeature;
import gmrl.app.inspect.InspectorFeature;
import gmrl.app.inspect.TwoStatesIllustrator;
import gmrl.app.ipd.GameIllustrator;
import gmrl.app.ipd.IpdFeature;
import gmrl.app.ipd.IpdFigures;
import gmrl.app.ipd.IpdSettings;
import gmrl.app.lesson.Illustrator;
import gmrl.app.lesson.LessonPanel;
import gmrl.app.result.FamilyPlots;
import gmrl.app.result.ResultFeature;
import gmrl.app.runs.RunsFeature;
import gmrl.app.shaping.ShapingFigures;
import gmrl.app.shell.AxisLocks;
import gmrl.app.shell.Feature;
import gmrl.app.state.LabStateJson;
import gmrl.app.state.StatePart;
import gmrl.app.story.StoryFeature;
import gmrl.app.studio.StudioFeature;
import gmrl.app.sweep.TablesFeature;
import gmrl.app.training.TrainingFeature;
import gmrl.app.training.TrainingFigures;
import gmrl.app.training.TrainingIllustrator;
import gmrl.app.training.TrainingPlot;
import gmrl.experiment.Family;
import gmrl.experiment.KeptResult;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.coin.CoinFamily;
import gmrl.experiment.example.ExampleFamily;
import gmrl.experiment.families.Families;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.shaping.ShapingFamily;
import gmrl.experiment.training.TrainingFamily;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The one list of what the window consists of. */
public final class Rooms {
  /**
   * What one room brings along.
   *
   * @param feature its panels and pages; shares the trials of all views of the window
   * @param parts its places in the window's state
   * @param figures it can make, if any
   * @param illustrators what its plots in lessons are read with
   * @param results how stored results of its family are drawn
   */
  private record Room(
      Function<TrialBank, Feature> feature,
      List<StatePart<?>> parts,
      Optional<Figures> figures,
      Function<TrialBank, List<Illustrator>> illustrators,
      Optional<FamilyPlots<?, ?>> results) {
    static Room of(Supplier<Feature> feature) {
      return new Room(
          bank -> feature.get(), List.of(), Optional.empty(), bank -> List.of(), Optional.empty());
    }

    static Room of(Supplier<Feature> feature, List<StatePart<?>> parts, Figures figures) {
      return new Room(
          bank -> feature.get(), parts, Optional.of(figures), bank -> List.of(), Optional.empty());
    }

    Room illustratedBy(Illustrator... readers) {
      return new Room(feature, parts, figures, bank -> List.of(readers), results);
    }

    <S, R> Room drawing(Family<S, R> family, Function<KeptResult<S, R>, List<ResultPlot>> plots) {
      return new Room(
          feature, parts, figures, illustrators, Optional.of(new FamilyPlots<>(family, plots)));
    }
  }

  /**
   * Figures of one family.
   *
   * @param family its id, as documents name it
   * @param all what there is
   * @param read reads a panel out of a document
   */
  private record Figures(
      String family, Supplier<List<FigurePlan>> all, Function<JsonView, PanelPlan> read) {}

  private static final List<Room> ALL =
      List.of(
          new Room(
                  BiasFeature::new,
                  List.of(BiasPlots.PART),
                  Optional.of(
                      new Figures(new BiasFamily().id(), BiasFigures::all, BiasFigures::read)),
                  bank -> List.of(new BiasIllustrator(bank)),
                  Optional.empty())
              .drawing(new BiasFamily(), BiasFigures::plots),
          Room.of(
                  InspectorFeature::new,
                  List.of(),
                  new Figures(InspectorFeature.PICTURES, List::of, InspectorFeature::read))
              .illustratedBy(new TwoStatesIllustrator()),
          Room.of(
                  TrainingFeature::new,
                  List.of(TrainingPlot.PART),
                  new Figures(
                      new TrainingFamily().id(), TrainingFigures::all, TrainingFigures::read))
              .illustratedBy(new TrainingIllustrator())
              .drawing(new TrainingFamily(), TrainingFigures::plots),
          Room.of(
                  IpdFeature::new,
                  List.of(IpdSettings.PART),
                  new Figures(new LolaFamily().id(), IpdFigures::all, IpdFigures::read))
              .illustratedBy(new GameIllustrator())
              .drawing(new LolaFamily(), IpdFigures::plots),
          Room.of(
                  CoinFeature::new,
                  List.of(CoinSettings.PART),
                  new Figures(new CoinFamily().id(), List::of, CoinFeature::read))
              .illustratedBy(new CoinIllustrator())
              .drawing(new CoinFamily(), CoinFeature::plots),
          Room.of(
                  AtariFeature::new,
                  List.of(ShownRuns.PART, LearnerKnobs.PART),
                  new Figures(new AtariFamily().id(), AtariFigures::all, AtariFigures::read))
              .illustratedBy(
                  new RecordedIllustrator(), new LearnerIllustrator(), new ChainIllustrator())
              .drawing(new AtariFamily(), AtariFigures::plots),
          Room.of(
                  GalleryFeature::new,
                  List.of(),
                  new Figures(new ExampleFamily().id(), List::of, GalleryFeature::read))
              .illustratedBy(new ExampleIllustrator())
              .drawing(new ExampleFamily(), GalleryFeature::plots),
          Room.of(
                  () ->
                      context ->
                          new Feature.Contribution(List.of(), List.of(), List.of(), List.of()),
                  List.of(),
                  new Figures(new ShapingFamily().id(), ShapingFigures::all, ShapingFigures::read))
              .drawing(new ShapingFamily(), ShapingFigures::plots),
          Room.of(RunsFeature::new),
          Room.of(() -> new ResultFeature(results())),
          Room.of(TablesFeature::new),
          Room.of(
              ClaimsFeature::new,
              List.of(),
              // Their numbers take minutes, so they are made by the report and not with all
              // figures.
              new Figures(ClaimFigures.family(), List::of, ClaimFigures::read)),
          Room.of(() -> new StudioFeature(Catalogue::byFamily, Catalogue::read)));

  private Rooms() {}

  /**
   * Their panels and pages, in order.
   *
   * @param bank keeps the trials of all views of the window
   */
  public static List<Feature> features(TrialBank bank) {
    return ALL.stream().map(room -> room.feature().apply(bank)).toList();
  }

  /**
   * What their plots in lessons are read with.
   *
   * @param bank keeps the trials of all views of the window
   */
  public static List<Illustrator> illustrators(TrialBank bank) {
    return ALL.stream().flatMap(room -> room.illustrators().apply(bank).stream()).toList();
  }

  /** Their places in the window's state. */
  public static List<StatePart<?>> parts() {
    return Stream.concat(
            ALL.stream().<StatePart<?>>flatMap(room -> room.parts().stream()),
            Stream.of(AxisLocks.PART))
        .toList();
  }

  /** How stored results are drawn, for each family. */
  public static List<FamilyPlots<?, ?>> results() {
    return ALL.stream().<FamilyPlots<?, ?>>flatMap(room -> room.results().stream()).toList();
  }

  /** The figures that they can make, by the family that makes them. */
  static Map<String, List<FigurePlan>> figures() {
    Map<String, List<FigurePlan>> all = new LinkedHashMap<>();
    for (Room room : ALL) {
      room.figures().ifPresent(figures -> all.put(title(figures.family()), figures.all().get()));
    }
    all.values().removeIf(List::isEmpty);
    return all;
  }

  private static String title(String family) {
    return Families.find(family).map(Family::title).orElse(family);
  }

  /** What reads each family's panels out of a figure's document. */
  static Map<String, Function<JsonView, PanelPlan>> readers() {
    Map<String, Function<JsonView, PanelPlan>> all = new LinkedHashMap<>();
    for (Room room : ALL) {
      room.figures().ifPresent(figures -> all.put(figures.family(), figures.read()));
    }
    all.put(BoardFeature.PLOTS, BoardFeature::read);
    all.put(StoryFeature.PLOTS, StoryFeature::read);
    all.put(LessonPanel.FAMILY, json -> LessonPanel.read(json, illustrators(TrialBank.none())));
    all.put(RecordedChart.FAMILY, RecordedChart::read);
    Map<String, Function<JsonView, PanelPlan>> below = new LinkedHashMap<>(all);
    all.put(
        OverlaidPanel.FAMILY,
        json -> OverlaidPanel.read(json, panel -> FigureDocument.panel(panel, below)));
    return Collections.unmodifiableMap(all);
  }

  /** Files and links that hold all of them. */
  public static LabStateJson files() {
    return new LabStateJson(parts());
  }
}
