package gmrl.experiment.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.ProblemSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BiasPresetsTest {

  static List<String> ids() {
    return BiasPresets.ids();
  }

  @Test
  void theIndexNamesEveryPresetThereIs() throws Exception {
    Path folder = Path.of(BiasPresets.class.getResource("/presets/bias/index.json").toURI());
    try (Stream<Path> files = Files.list(folder.getParent())) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(ids().stream(), Stream.of("index")).toList());
    }
    assertThat(BiasPresets.all()).hasSizeGreaterThanOrEqualTo(12);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void aPresetRunsAndSurvivesTheRoundTrip(String id) {
    BiasStudy preset = BiasPresets.find(id);
    assertThat(preset.id()).isEqualTo(id);
    assertThat(preset.title()).isNotBlank();
    assertThat(preset.sentence()).endsWith(".");
    assertThat(preset.curves()).allMatch(curve -> curve.spec().sweep().isPresent());
    assertThat(new BiasFamily().read(JsonView.parse(id, Json.pretty(BiasStudyJson.write(preset)))))
        .isEqualTo(preset);
    BiasStudy small =
        preset.map(
            spec ->
                spec.withSetup(
                        s -> s.withMdps(new MdpSource.Generated(3, 2, 0.5, 1, 1)).withHorizon(3))
                    .withTrials(2));
    try (Workers workers = new Workers(1)) {
      BiasResult result =
          new BiasExperiment(small).run(workers, new CancellationToken(), (done, s) -> {});
      assertThat(result.curves()).hasSize(preset.curves().size());
      assertThat(result.curves().get(0).points()).hasSize(preset.specs().get(0).points().size());
    }
  }

  @Test
  void anUnknownPresetIsNamed() {
    assertThatThrownBy(() -> BiasPresets.find("../mdps/chain"))
        .hasMessageContaining("\"../mdps/chain\"")
        .hasMessageContaining("sample-size");
  }

  @Test
  void twoStudiesOfOneSeedShareTheirMdps() {
    // What makes curves of different presets comparable.
    assertThat(BiasPresets.all().stream().flatMap(s -> s.specs().stream()).map(BiasSpec::seed))
        .containsOnly(BiasSpec.paper().seed());
  }

  /** Who asks for a published grid gets exactly its points. */
  @Test
  void theGridsAreThoseOfThePaper() {
    BiasStudy all = BiasPresets.find("grid-decompositions");
    assertThat(all.curves()).hasSize(7 * 4);
    assertThat(all.specs())
        .allMatch(s -> values(s).equals(List.of(2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0)));
    BiasSpec alpha = BiasPresets.find("grid-step-size").specs().get(0);
    assertThat(values(alpha)).containsExactly(1.0, 3.0, 5.0, 7.0, 9.0, 11.0, 13.0);
    assertThat(alpha.setup().steps()).isEqualTo(6);
    assertThat(alpha.setup().samples()).isEqualTo(32);
    BiasSpec samples = BiasPresets.find("grid-sample-size").specs().get(0);
    assertThat(values(samples)).hasSize(8).startsWith(2.0).endsWith(256.0);
    assertThat(samples.setup().alpha()).isEqualTo(3);
    assertThat(samples.setup().steps()).isEqualTo(2);
    BiasSpec steps = BiasPresets.find("grid-inner-steps").specs().get(0);
    assertThat(values(steps)).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
    assertThat(steps.setup().samples()).isEqualTo(32);
    BiasStudy error = BiasPresets.find("grid-hessian-error");
    assertThat(error.specs())
        .extracting(s -> s.setup().alpha())
        .containsExactly(3.0, 3.5, 4.0, 4.5);
    assertThat(values(error.specs().get(0))).hasSize(8).startsWith(0.5).endsWith(4.0);
    assertThat(error.specs()).allMatch(BiasSpec::isClosedForm);
    BiasStudy lirpg = BiasPresets.find("grid-lirpg-hessian");
    assertThat(lirpg.curves()).hasSize(4 * 5);
    assertThat(lirpg.specs())
        .allMatch(s -> values(s).equals(List.of(16.0, 32.0, 64.0, 128.0, 256.0)))
        .allMatch(s -> s.setup().problem().equals(ProblemSpec.Lirpg.paper()));
  }

  private static List<Double> values(BiasSpec spec) {
    return spec.sweep().orElseThrow().values();
  }
}
