package gmrl.experiment.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.tabular.MdpSource;
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
}
