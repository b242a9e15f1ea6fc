package gmrl.app.board;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Standing;
import gmrl.app.state.LabState;
import gmrl.experiment.Setting;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.file.JsonView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One of the board's small plots.
 *
 * @param title short text above the plot
 * @param settings what stands on the sliders
 * @param samples |τ| of slots that are sampled in the plot alone
 * @param row which bias
 * @param column along which slider
 * @param top upper end of the axis, in percent
 * @param limits whether the line of infinitely many samples is drawn
 * @param noise whether the scatter of single estimates is drawn
 */
record BoardPanel(
    String title,
    BiasSpec settings,
    int samples,
    Row row,
    Column column,
    double top,
    boolean limits,
    boolean noise)
    implements PanelPlan {
  /** What documents call it. */
  static final String FAMILY = "board";

  private static final String MEASURE =
      "length of the mean error in percent of the true meta-gradient’s, root of the mean square"
          + " over the MDPs";

  private static final BiasFamily BIAS = new BiasFamily();

  /** Checks the axis. */
  BoardPanel {
    if (!(top > 0 && Double.isFinite(top))) {
      throw new IllegalArgumentException("top is " + top + ", expected more than 0 %");
    }
  }

  /** What stands on the sliders, as one specification. */
  static BiasSpec settings(LabState state) {
    return new BiasSpec(state.setup(), state.trials(), state.seed(), Optional.empty());
  }

  @Override
  public BoardPanel quick() {
    return with(BIAS.quick(BiasStudy.of(settings)).specs().get(0));
  }

  @Override
  public BoardPanel withSeed(long seed) {
    return with(BIAS.withSeed(BiasStudy.of(settings), seed).specs().get(0));
  }

  private BoardPanel with(BiasSpec other) {
    return new BoardPanel(title, other, samples, row, column, top, limits, noise);
  }

  @Override
  public long seed() {
    return settings.seed();
  }

  private BoardStudy board() {
    return BoardStudy.of(
        LabState.initial()
            .withSetup(settings.setup())
            .withPlotSamples(samples)
            .withTrials(settings.trials())
            .withSeed(settings.seed()),
        noise && row == Row.HESSIAN);
  }

  /** The curves of the whole board that this plot shows. */
  private BiasStudy study() {
    BiasStudy whole = board().study();
    Set<String> shown =
        Arrays.stream(BoardStudy.Line.values())
            .map(line -> line.along(row, column))
            .collect(Collectors.toSet());
    shown.add(BoardStudy.now(row));
    return whole.withCurves(
        whole.curves().stream().filter(curve -> shown.contains(curve.label())).toList());
  }

  private Part<BiasResult> part() {
    BiasStudy study = study();
    return new Part<>(study, BIAS.experiment(study));
  }

  @Override
  public List<Part<?>> parts() {
    return List.of(part());
  }

  @Override
  public ChartModel chart(Results results) {
    ChartModel drawn =
        BoardCharts.of(
            row,
            column,
            board(),
            new Readings(results.of(part())),
            null,
            limits,
            noise,
            board().place(row, column),
            top,
            1,
            Standing.FRESH,
            true);
    return BoardCharts.onPaper(drawn, column).withTitle(title);
  }

  /** Where the dot stands, which a figure shows without the slider above it. */
  private String dot() {
    double here = board().place(row, column);
    return column.shows(here)
        ? ", dot at " + column.variable().symbol() + " = " + Setting.number(here)
        : "";
  }

  private static String token(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY).put("measure", MEASURE + dot());
    node.put("bands", "95 % interval of the root of the mean square, from finite trials");
    node.put("row", token(row)).put("column", token(column));
    node.put("samples", samples).put("top", top).put("limits", limits);
    node.put("noise", noise);
    node.set("config", BIAS.write(BiasStudy.of(settings)));
    ObjectNode shown = node.putObject(FigureDocument.SHOWN).put("family", BIAS.id());
    ArrayNode curves = shown.putArray(BIAS.parts());
    study().curves().stream()
        .filter(curve -> curve.spec().sweep().isPresent() || study().curves().size() == 1)
        .forEach(
            curve ->
                curves
                    .addObject()
                    .put("label", curve.label())
                    .set("config", BIAS.write(BiasStudy.of(curve.spec()))));
  }

  /** Reads what {@link #describe} wrote. */
  static BoardPanel read(JsonView json) {
    return new BoardPanel(
        json.at("title").label(),
        BIAS.read(json.at("config")).specs().get(0),
        json.at("samples").integer(),
        one(json.at("row"), Row.values()),
        one(json.at("column"), Column.values()),
        json.at("top").number(),
        json.at("limits").flag(),
        json.has("noise") && json.at("noise").flag());
  }

  private static <E extends Enum<E>> E one(JsonView json, E[] values) {
    for (E value : values) {
      if (token(value).equals(json.text())) {
        return value;
      }
    }
    throw json.unexpected(
        "one of " + String.join(", ", Arrays.stream(values).map(BoardPanel::token).toList()));
  }
}
