package gmrl.app.inspect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.PanelPlan;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.inspect.Inspection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A picture of one trial.
 *
 * @param title short text above the plot
 * @param looked which trial
 * @param step after how many inner steps
 * @param picture what is seen of it
 */
record TrialPanel(String title, InspectorViewModel.Trial looked, int step, TrialPicture picture)
    implements PanelPlan {
  /** What documents call it. */
  static final String FAMILY = "trial";

  private static final BiasFamily BIAS = new BiasFamily();

  /** A specification of an experiment has at least so many. */
  private static final int TRIALS = 2;

  /** Checks the step. */
  TrialPanel {
    if (step < 0 || step > looked.setup().steps()) {
      throw new IllegalArgumentException(
          "step is " + step + ", expected 0 to " + looked.setup().steps());
    }
    looked.inspection();
  }

  /** It takes milliseconds. */
  @Override
  public TrialPanel quick() {
    return this;
  }

  @Override
  public TrialPanel withSeed(long seed) {
    InspectorViewModel.Trial other =
        new InspectorViewModel.Trial(looked.setup(), seed, looked.mdp(), looked.index());
    return new TrialPanel(title, other, step, picture);
  }

  @Override
  public long seed() {
    return looked.seed();
  }

  private Part<Inspection> part() {
    return new Part<>(looked, looked.inspection());
  }

  @Override
  public List<Part<?>> parts() {
    return List.of(part());
  }

  @Override
  public ChartModel chart(Results results) {
    return picture.of(results.of(part()), step).withTitle(title);
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY).put("measure", picture.words()).put("bands", "none");
    node.put(FigureDocument.OF, BIAS.id());
    node.put("picture", picture.token()).put("step", step);
    node.put("mdp", looked.mdp() + 1).put("trial", looked.index() + 1);
    BiasSpec spec = new BiasSpec(looked.setup(), TRIALS, looked.seed(), Optional.empty());
    ObjectNode config = BIAS.write(BiasStudy.of(spec));
    // Only one of them is looked at.
    config.remove("trials");
    node.set("config", config);
  }

  /** Reads what {@link #describe} wrote. */
  static TrialPanel read(JsonView json) {
    BiasSpec spec = BIAS.read(json.at("config")).specs().get(0);
    InspectorViewModel.Trial looked =
        new InspectorViewModel.Trial(
            spec.setup(),
            spec.seed(),
            json.at("mdp").integer() - 1,
            json.at("trial").integer() - 1);
    return new TrialPanel(
        json.at("title").label(), looked, json.at("step").integer(), picture(json.at("picture")));
  }

  private static TrialPicture picture(JsonView json) {
    for (TrialPicture each : TrialPicture.values()) {
      if (each.token().equals(json.text())) {
        return each;
      }
    }
    throw json.unexpected(
        "one of "
            + Arrays.stream(TrialPicture.values())
                .map(TrialPicture::token)
                .collect(Collectors.joining(", ")));
  }
}
