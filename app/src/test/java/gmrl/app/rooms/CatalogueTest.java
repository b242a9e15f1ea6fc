package gmrl.app.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Role;
import gmrl.app.figure.Figure;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.FigureRun;
import gmrl.app.figure.PanelPlan;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasSpecJson;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.families.SpecDocument;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.ipd.LolaSpec;
import gmrl.experiment.training.TrainingFamily;
import gmrl.experiment.training.TrainingSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogueTest {
  private static final BiasFamily BIAS = new BiasFamily();
  private static final LolaFamily GAMES = new LolaFamily();
  private static final TrainingFamily TRAINING = new TrainingFamily();

  @TempDir Path folder;

  @Test
  void everyFigureHasItsOwnIdAndIsFoundByIt() {
    List<String> ids = Catalogue.all().stream().map(FigurePlan::id).toList();
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    assertThat(ids)
        .contains("compositional-bias", "decompositions-maml", "off-policy", "ipd-inner");
    ids.forEach(id -> assertThat(Catalogue.named(id).id()).isEqualTo(id));
    assertThatThrownBy(() -> Catalogue.named("fig1"))
        .hasMessageContaining("\"fig1\"")
        .hasMessageContaining("compositional-bias");
  }

  @Test
  void theConfigurationOfAFigureReadsBackAsItsSpecifications() throws Exception {
    for (FigurePlan plan : Catalogue.all()) {
      JsonNode panels = FigureRun.configuration(plan).get("panels");
      for (int i = 0; i < panels.size(); i++) {
        JsonNode curves = panels.get(i).path("curves");
        for (int c = 0; c < curves.size(); c++) {
          assertThat(curves.get(c).path("label").asText())
              .as("%s says what people say, no word of the command line", plan.id())
              .doesNotContainPattern("[a-z]:\\d");
          BiasSpec read =
              BiasSpecJson.read(JsonView.parse("a curve", curves.get(c).get("config").toString()));
          if (plan.panels().get(i).parts().get(0).key() instanceof BiasStudy study) {
            assertThat(read).as(plan.id()).isEqualTo(study.specs().get(c));
          }
        }
      }
    }
  }

  @Test
  void everyFigureStartsItsExperimentsAgain() throws Exception {
    for (FigurePlan plan : Catalogue.all()) {
      JsonNode configuration = FigureRun.configuration(plan);
      Path file = Files.writeString(folder.resolve(plan.id() + ".json"), configuration.toString());
      SpecDocument document = SpecDocument.open(file.toString(), JsonView::read);
      for (int p = 0; p < plan.panels().size(); p++) {
        List<Object> learners = new ArrayList<>();
        for (PanelPlan.Part<?> part : plan.panels().get(p).parts()) {
          if (part.key() instanceof BiasStudy study) {
            assertThat(document.read(BIAS).specs()).as(plan.id()).containsAll(study.specs());
          } else if (part.key() instanceof LolaSpec spec) {
            assertThat(document.read(GAMES).specs()).as(plan.id()).contains(spec);
          } else if (part.key() instanceof TrainingSpec spec) {
            learners.add(spec);
          }
        }
        for (JsonNode learner : configuration.get("panels").get(p).path("learners")) {
          assertThat(
                  SpecDocument.open(file + "#" + learner.get("label").asText(), JsonView::read)
                      .read(TRAINING))
              .isIn(learners);
        }
      }
      assertThat(document.family()).as(plan.id()).isPresent();
    }
    assertThatThrownBy(
            () ->
                SpecDocument.open(folder.resolve("ipd-inner.json").toString(), JsonView::read)
                    .read(BIAS))
        .hasMessageContaining("is a figure without experiments of bias");
  }

  @Test
  void everyFigureIsReadBackFromItsOwnDocument() {
    for (FigurePlan plan : Catalogue.all()) {
      JsonNode written = FigureRun.configuration(plan);
      FigurePlan read = read(written.toString());
      assertThat(FigureRun.configuration(read)).as(plan.id()).isEqualTo(written);
    }
  }

  @Test
  void aDocumentWithoutTheDetailsOfItsLooksIsDrawnAsUsual() {
    JsonNode document = FigureRun.configuration(Catalogue.named("critic"));
    ((ObjectNode) document).remove(List.of("columns", "sharedLegend"));
    for (JsonNode panel : document.get("panels")) {
      ((ObjectNode) panel).remove(List.of("band", "logX", "logY", "looks", "bounds"));
    }
    assertThat(read(document.toString()).panels())
        .hasSameSizeAs(Catalogue.named("critic").panels());
  }

  @Test
  void whatIsWrongInADocumentIsNamedWithItsPlace() {
    String good = FigureRun.configuration(Catalogue.named("critic")).toString();
    assertThatThrownBy(() -> read(good.replaceFirst("\"family\":\"bias\"", "\"family\":\"chess\"")))
        .hasMessageContaining("panels[0].family is \"chess\", expected one of bias");
    assertThatThrownBy(() -> read(good.replaceFirst("\"measure\":\"bias²\"", "\"measure\":\"b\"")))
        .hasMessageContaining("panels[0].measure is \"b\", expected one of ");
    assertThatThrownBy(() -> read(good.replaceFirst("\"looks\":\"categories\"", "\"looks\":1")))
        .hasMessageContaining("panels[0].looks is 1, expected text");
    assertThatThrownBy(() -> read(good.replaceFirst("\"alpha\":3.0", "\"alpha\":\"x\"")))
        .hasMessageContaining("alpha is \"x\", expected a number");
  }

  private static FigurePlan read(String document) {
    return Catalogue.read(FigureDocument.of(JsonView.parse("figure.json", document)).orElseThrow());
  }

  @Test
  void aSmallBudgetIsSmallerAndANewSeedArrivesEverywhere() {
    for (FigurePlan plan : Catalogue.all()) {
      if (plan.panels().stream().allMatch(PanelPlan::recorded)) {
        // What was recorded is what it is.
        assertThat(plan.quick()).isEqualTo(plan);
        assertThat(plan.withSeed(77_001)).isEqualTo(plan);
        continue;
      }
      String quick = FigureRun.configuration(plan.quick()).toString();
      assertThat(quick).as(plan.id()).isNotEqualTo(FigureRun.configuration(plan).toString());
      JsonNode seeded = FigureRun.configuration(plan.withSeed(77_001));
      assertThat(seeded.findValuesAsText("seed")).as(plan.id()).isNotEmpty().containsOnly("77001");
    }
  }

  @Test
  void aFigureIsTheSameWhateverTheNumberOfThreads() throws Exception {
    for (String id :
        List.of("critic", "decompositions-maml", "bound-hessian", "lola-exact", "atari-returns")) {
      FigurePlan plan = Catalogue.named(id).quick();
      Figure one = make(plan, 1);
      assertThat(make(plan, 3)).as(id).isEqualTo(one);
      assertThat(one.panels()).hasSameSizeAs(plan.panels());
      assertThat(one.panels()).noneMatch(ChartModel::isEmpty);
      JsonNode made = new ObjectMapper().readTree(one.provenance().configuration());
      assertThat(made.get("figure").asText()).isEqualTo(id);
    }
  }

  @Test
  void aBoundLiesAboveWhatIsMeasured() throws Exception {
    Figure figure = make(Catalogue.named("bound-hessian").quick(), 2);
    for (ChartModel panel : figure.panels()) {
      ChartSeries measured = panel.series().get(0);
      ChartSeries bound = panel.series().get(1);
      assertThat(bound.role()).isEqualTo(Role.BOUND);
      for (int i = 0; i < measured.points().size(); i++) {
        ChartPoint below = measured.points().get(i);
        assertThat(bound.points().get(i).x()).isEqualTo(below.x());
        assertThat(bound.points().get(i).y()).isGreaterThan(below.y());
      }
    }
  }

  @Test
  void aCancelledFigureStops() {
    CancellationToken token = new CancellationToken();
    try (Workers workers = new Workers(2)) {
      assertThatThrownBy(
              () ->
                  FigureRun.make(
                      Catalogue.named("compositional-bias"),
                      "test",
                      workers,
                      token,
                      work -> token.cancel()))
          .isInstanceOf(CancellationException.class);
    }
  }

  private static Figure make(FigurePlan plan, int threads) {
    try (Workers workers = new Workers(threads)) {
      return FigureRun.make(plan, "test", workers, new CancellationToken(), work -> {});
    }
  }
}
