package gmrl.app.bias;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.VariedPanel;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Single bias experiments as groups of bars.
 *
 * @param title short text above the plot
 * @param label text of the horizontal axis
 * @param groups one study for each colour of bar; its curves' labels are the categories, the same
 *     ones in each study
 * @param measure vertical axis
 */
record BarPanel(String title, String label, List<BiasStudy> groups, BiasMeasure measure)
    implements VariedPanel<BiasStudy> {
  private static final BiasFamily FAMILY = new BiasFamily();

  /** Copies the groups and checks that they share their categories. */
  BarPanel {
    groups = List.copyOf(groups);
    if (groups.stream().map(BarPanel::categories).distinct().count() != 1) {
      throw new IllegalArgumentException(
          "the groups of bars of \"" + title + "\" must have the same categories");
    }
  }

  /** Names along the horizontal axis. */
  List<String> categories() {
    return categories(groups.get(0));
  }

  private static List<String> categories(BiasStudy study) {
    return study.curves().stream().map(BiasStudy.Curve::label).toList();
  }

  @Override
  public BiasFamily family() {
    return FAMILY;
  }

  @Override
  public BiasStudy first() {
    return groups.get(0);
  }

  @Override
  public BarPanel map(UnaryOperator<BiasStudy> change) {
    return new BarPanel(title, label, groups.stream().map(change).toList(), measure);
  }

  private static Part<BiasResult> result(BiasStudy study) {
    return new Part<>(study, FAMILY.experiment(study));
  }

  @Override
  public List<Part<?>> parts() {
    return groups.stream().<Part<?>>map(BarPanel::result).toList();
  }

  @Override
  public ChartModel chart(Results results) {
    return BiasCharts.bars(this, groups.stream().map(s -> results.of(result(s))).toList());
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY.id());
    node.put("measure", measure.label());
    node.put("bands", bands(Bands.MDPS));
    node.put("axis", label);
    ArrayNode all = node.putArray("groups");
    for (BiasStudy group : groups) {
      all.addObject().put("label", group.title()).set("curves", curves(group));
    }
  }

  /** What the bands of a figure are, in its configuration. */
  static String bands(Bands bands) {
    return switch (bands) {
      case NONE -> "none";
      case TRIALS ->
          "95 % interval of the mean over these MDPs, from finite trials; the points of a sweep"
              + " share their random numbers, so a sampled curve errs as a whole inside its bands";
      case MDPS -> "95 % interval of the mean over all such MDPs, from finite MDPs";
    };
  }

  /** The curves of a study with their specifications. */
  static ArrayNode curves(BiasStudy study) {
    ArrayNode curves = JsonNodeFactory.instance.arrayNode();
    for (BiasStudy.Curve curve : study.curves()) {
      curves
          .addObject()
          .put("label", curve.label())
          .set("config", FAMILY.write(BiasStudy.of(curve.spec())));
    }
    return curves;
  }

  /** Reads what {@link #describe} wrote. */
  static BarPanel read(JsonView json) {
    List<BiasStudy> groups = new ArrayList<>();
    for (JsonView group : json.at("groups").elements()) {
      groups.add(study(group.at("curves"), group.at("label").label()));
    }
    return new BarPanel(
        json.at("title").label(),
        json.has("axis") ? json.at("axis").label() : "",
        groups,
        measure(json.at("measure")));
  }

  /** A study whose curves stand in a document as {@link #curves} wrote them. */
  static BiasStudy study(JsonView curves, String title) {
    List<BiasStudy.Curve> all = new ArrayList<>();
    for (JsonView each : curves.elements()) {
      BiasStudy one = FAMILY.read(each.at("config"));
      all.add(new BiasStudy.Curve(each.at("label").label(), one.specs().get(0)));
    }
    return new BiasStudy("figure", title, "", all);
  }

  /** The measure that a document names by its label, or by a shorter name. */
  static BiasMeasure measure(JsonView json) {
    String name = json.text();
    for (BiasMeasure measure : BiasMeasure.values()) {
      if (List.of(measure.label(), measure.title(), measure.key()).contains(name)) {
        return measure;
      }
    }
    throw json.unexpected(
        "one of "
            + String.join(
                ", ", Arrays.stream(BiasMeasure.values()).map(BiasMeasure::label).toList()));
  }
}
