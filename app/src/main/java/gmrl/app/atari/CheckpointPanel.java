package gmrl.app.atari;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.CheckpointBias;
import gmrl.experiment.file.JsonView;
import java.util.List;
import java.util.Locale;

/**
 * The bias of a deep meta-gradient after some training, measured on a checkpoint.
 *
 * @param title short text above the plot
 * @param study what is measured
 * @param picture what is drawn of it
 */
record CheckpointPanel(String title, CheckpointBias study, Picture picture) implements PanelPlan {
  private static final AtariFamily FAMILY = new AtariFamily();

  /** What tells it from recorded runs in a document. */
  private static final String KEY = "checkpoint";

  /** What is drawn. */
  enum Picture {
    /** Reference, plain and LVC by meta-parameter. */
    PARAMETERS("meta-gradient by meta-parameter"),
    /** What each inner step gives. */
    PARTS("parts of the meta-gradient by inner step");

    private final String words;

    Picture(String words) {
      this.words = words;
    }

    private String token() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is seen after a shorter training is another matter; this takes minutes at most. */
  @Override
  public CheckpointPanel quick() {
    return this;
  }

  @Override
  public CheckpointPanel withSeed(long seed) {
    return new CheckpointPanel(
        title,
        new CheckpointBias(
            FAMILY.withSeed(study.spec(), seed), study.after(), study.windows(), study.copies()),
        picture);
  }

  @Override
  public long seed() {
    return FAMILY.seed(study.spec());
  }

  private Part<CheckpointBias.Result> part() {
    return new Part<>(study, study);
  }

  @Override
  public List<Part<?>> parts() {
    return List.of(part());
  }

  @Override
  public ChartModel chart(Results results) {
    ChartModel chart =
        results
            .of(part())
            .bias()
            .map(
                bias ->
                    picture == Picture.PARTS ? BiasCharts.parts(bias) : BiasCharts.parameters(bias))
            .orElseGet(BiasCharts::emptyParameters);
    return chart.withTitle(title);
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY.id()).put("measure", picture.words);
    node.put("bands", "95 % interval of the mean over windows by Student’s t");
    node.putObject(KEY)
        .put("picture", picture.token())
        .put("after", study.after())
        .put("windows", study.windows())
        .put("copies", study.copies());
    node.putArray(FAMILY.parts())
        .addObject()
        .put("label", study.spec().label())
        .set("config", FAMILY.write(study.spec()));
  }

  /** Whether a document's panel is one of these. */
  static boolean isOne(JsonView json) {
    return json.has(KEY);
  }

  /** Reads what {@link #describe} wrote. */
  static CheckpointPanel read(JsonView json) {
    JsonView at = json.at(KEY).only("picture", "after", "windows", "copies");
    List<JsonView> parts = json.at(FAMILY.parts()).elements();
    if (parts.size() != 1) {
      throw json.at(FAMILY.parts()).unexpected("one learner");
    }
    AtariSpec spec = FAMILY.read(parts.get(0).at("config"));
    Picture picture =
        switch (at.at("picture").text()) {
          case "parameters" -> Picture.PARAMETERS;
          case "parts" -> Picture.PARTS;
          default -> throw at.at("picture").unexpected("parameters or parts");
        };
    try {
      return new CheckpointPanel(
          json.at("title").label(),
          new CheckpointBias(
              spec,
              at.at("after").longInteger(),
              at.at("windows").integer(),
              at.at("copies").integer()),
          picture);
    } catch (IllegalArgumentException e) {
      throw at.located(e);
    }
  }
}
