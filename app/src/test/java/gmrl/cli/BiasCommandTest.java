package gmrl.cli;

import static gmrl.cli.BiasExtrasTest.cell;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasSpecJson;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.store.RunStatus;
import gmrl.experiment.store.StoredRun;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.SlotSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BiasCommandTest {
  private static final List<String> SMALL =
      List.of(
          ("bias --states 4 --actions 3 --density 0.5 --mdps 2 --horizon 6 --alpha 1 --trials 6"
                  + " --inner lvc:3 --hessian loaded:2 --outer exact --seed 7")
              .split(" ", -1));

  @TempDir Path folder;

  @Test
  void theRouteIsChosenAndSaid() throws Exception {
    Cli auto = run("--format", "json");
    Cli sampled = run("--format", "json", "--route", "sampled");
    assertThat(auto.json().at("/points/0/mdps/0/biasSquared/route").asText())
        .isEqualTo("conditioned");
    assertThat(sampled.json().at("/points/0/mdps/0/biasSquared/route").asText())
        .isEqualTo("sampled");
    assertThat(sampled.json().at("/config/route").asText()).isEqualTo("sampled");
    assertThat(auto.json().at("/points/0/mdps/0/variance"))
        .isEqualTo(sampled.json().at("/points/0/mdps/0/variance"));
    Cli wrong = run("--route", "guess");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("--route").contains("guess").contains("auto, sampled");
  }

  @Test
  void reuseTakesTheKindOfCorrection() throws Exception {
    Cli plain = run("--format", "json");
    Cli balance = run("--format", "json", "--reuse");
    Cli truncated = run("--format", "json", "--reuse", "vtrace");
    assertThat(plain.json().at("/config/reuse").asBoolean()).isFalse();
    assertThat(balance.json().at("/config/reuse").asText()).isEqualTo("balance");
    assertThat(truncated.json().at("/config/reuse").asText()).isEqualTo("vtrace");
    assertThat(balance.json().at("/points/0/mdps/0/mean"))
        .isNotEqualTo(truncated.json().at("/points/0/mdps/0/mean"));
    Cli unknown = run("--reuse", "clip");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("clip").contains("balance, vtrace");
  }

  @Test
  void jsonHasThePromisedFieldsAndTheEnginesNumbers() throws Exception {
    Cli cli = run("--format", "json", "--sweep", "alpha=0.5,1", "--quiet");
    assertThat(cli.code()).isZero();
    assertThat(cli.err()).isEmpty();
    JsonNode json = cli.json();
    assertThat(json.get("config").get("alpha").asDouble()).isEqualTo(1);
    assertThat(json.get("points")).hasSize(2);
    JsonNode point = json.get("points").get(1);
    assertThat(point.get("sweep").get("alpha").asDouble()).isEqualTo(1);
    JsonNode mdp = point.get("mdps").get(0);
    assertThat(mdp.get("exact").get("metaGradient")).hasSize(4);
    assertThat(mdp.get("exact").get("objective").isNumber()).isTrue();
    assertThat(mdp.get("trials").asInt()).isEqualTo(6);
    assertThat(mdp.get("mean").get(3)).hasSize(3);
    assertThat(mdp.get("standardError").get(3)).hasSize(3);
    for (String name : List.of("gradMse", "variance", "sumOfStandardDeviations", "relativeMse")) {
      assertThat(mdp.get(name).isNumber()).as(name).isTrue();
      assertThat(point.get("aggregate").get(name).get("mean").isNumber()).as(name).isTrue();
      assertThat(point.get("aggregate").get(name).get("standardError").isNumber()).isTrue();
    }
    for (String name : List.of("biasSquared", "relativeBias")) {
      assertThat(mdp.get(name).get("low").asDouble())
          .as(name)
          .isLessThanOrEqualTo(mdp.get(name).get("value").asDouble());
      assertThat(mdp.get(name).get("high").isNumber()).isTrue();
    }
    for (String name : List.of("correlation", "cosine")) {
      assertThat(mdp.get(name).get("mean").isNumber()).as(name).isTrue();
      assertThat(mdp.get(name).get("standardError").isNumber()).as(name).isTrue();
    }
    assertThat(mdp.get("innerError")).hasSize(2);
    assertThat(json.get("timing").get("environmentSteps").asLong())
        .isEqualTo(2L * 2 * 6 * 2 * (3 + 2) * 6);
    assertThat(json.get("timing").get("seconds").isNumber()).isTrue();
    assertThat(json.get("timing").get("environmentStepsPerSecond").isNumber()).isTrue();

    BiasSpec spec =
        BiasSpec.paper()
            .withSetup(
                s ->
                    s.withMdps(new MdpSource.Generated(4, 3, 0.5, 1, 2))
                        .withHorizon(6)
                        .withAlpha(1)
                        .withSlots(
                            SlotSpec.parse("lvc:3"), SlotSpec.parse("loaded:2"), SlotSpec.exact()))
            .withTrials(6)
            .withSeed(7);
    try (Workers workers = new Workers(1)) {
      BiasResult result =
          new BiasExperiment(BiasStudy.of(spec))
              .run(workers, new CancellationToken(), (done, s) -> {});
      assertThat(mdp.get("mean").get(0).get(0).asDouble())
          .isEqualTo(result.curves().get(0).points().get(0).mdps().get(0).measures().mean()[0]);
    }
  }

  @Test
  void threadsChangeNothing() throws Exception {
    JsonNode one = run("--format", "json", "--threads", "1").json().get("points");
    assertThat(run("--format", "json", "--threads", "3").json().get("points")).isEqualTo(one);
  }

  @Test
  void theConfigurationOfAResultRunsAgain() throws Exception {
    JsonNode first = run("--format", "json", "--sweep", "steps=1,2").json();
    Path file = Files.writeString(folder.resolve("spec.json"), first.get("config").toString());
    JsonNode again = Cli.run("bias", "--spec", file.toString(), "--format", "json").json();
    assertThat(again.get("points")).isEqualTo(first.get("points"));
    String link =
        BiasSpecJson.link(
            BiasSpecJson.read(
                gmrl.experiment.file.JsonView.parse("", first.get("config").toString())));
    assertThat(Cli.run("bias", "--spec", link, "--format", "json").json().get("points"))
        .isEqualTo(first.get("points"));
  }

  @Test
  void anMdpFileBringsItsDiscountUnlessTheOptionDoes() throws Exception {
    Path mdp =
        Files.writeString(
            folder.resolve("mdp.json"),
            "{\"P\":[[[0,1],[1,0]],[[1,0],[0,1]]],\"R\":[[1,0],[0,2]],\"gamma\":0.25,\"note\":1}");
    String[] args = {"bias", "--mdp", mdp.toString(), "--trials", "3", "--format", "json"};
    JsonNode json = Cli.run(args).json();
    assertThat(json.get("config").get("gamma").asDouble()).isEqualTo(0.25);
    assertThat(json.get("config").get("horizon").asInt()).isEqualTo(20);
    List<String> more = new ArrayList<>(List.of(args));
    more.addAll(List.of("--gamma", "0.5"));
    assertThat(Cli.run(more.toArray(String[]::new)).json().get("config").get("gamma").asDouble())
        .isEqualTo(0.5);
  }

  @Test
  void tableAndCsvSayTheSame() {
    Cli table = run("--sweep", "samples=2,4");
    assertThat(table.out()).contains("samples 2").contains("rel. bias").contains("seed 7");
    Cli csv = run("--format", "csv", "--sweep", "samples=2,4");
    assertThat(csv.out().lines()).hasSize(1 + 2 * 2);
    assertThat(csv.out()).startsWith("curve,variable,value,mdp,trials,objective,gradMse");
  }

  /** With one MDP there is no error over MDPs, and the interval of its trials stands there. */
  @Test
  void theTableOfASingleMdpHasItsIntervals() {
    String[] one = {"--mdps", "1", "--measures", "biasSquared,gradMse"};
    CsvTable csv = CsvTable.parse(run(with(one, "--format", "csv")).out());
    String interval =
        String.format(
            Locale.ROOT,
            "%.4g [%.2g, %.2g]",
            Double.parseDouble(cell(csv, 0, "biasSquared")),
            Double.parseDouble(cell(csv, 0, "biasSquaredLow")),
            Double.parseDouble(cell(csv, 0, "biasSquaredHigh")));
    assertThat(run(one).out()).contains(interval, "of a single one [95 % interval]");
    assertThat(run().out()).doesNotContain("[95 % interval]");
    assertThat(run(one).out()).contains(" 1 random MDP ");
  }

  @Test
  void aMeasureNamedTwiceIsOneColumn() {
    String twice = run("--measures", "gradMse,biasSquared,gradMse").out();
    String once = run("--measures", "gradMse,biasSquared").out();
    assertThat(twice.lines().limit(4).toList()).isEqualTo(once.lines().limit(4).toList());
  }

  @Test
  void theResultGoesIntoAFileAndTheRunIntoAFolder() throws Exception {
    Path out = folder.resolve("deep/result.json");
    Path run = folder.resolve("run");
    Cli cli = run("--format", "json", "--out", out.toString(), "--run", run.toString());
    assertThat(cli.code()).isZero();
    assertThat(cli.out()).isEmpty();
    assertThat(Files.readString(out)).contains("\"biasSquared\"");
    StoredRun stored = StoredRun.open(run);
    assertThat(stored.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(stored.metrics()).hasSize(3);
    assertThat(BiasSpecJson.read(stored.config()).seed()).isEqualTo(7);
  }

  @Test
  void everyMeasureStandsInEveryForm() throws Exception {
    Cli table = run("--measures", "angle,environmentStepsPerTrial");
    assertThat(table.out()).contains("angle").contains("env. steps").contains("60");
    JsonNode aggregate = run("--format", "json").json().at("/points/0/aggregate");
    List<String> header = CsvTable.parse(run("--format", "csv").out()).header();
    for (BiasMeasure measure : BiasMeasure.values()) {
      assertThat(aggregate.has(measure.key())).as(measure.key()).isTrue();
      assertThat(header).contains(measure.key());
    }
    assertThat(run("--measures", "nope").err())
        .contains("the measure is \"nope\", expected one of gradMse, biasSquared");
  }

  static String[] with(String[] some, String... more) {
    List<String> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void lirpgRuns() throws Exception {
    Path phi =
        Files.writeString(
            folder.resolve("phi.json"), "{\"phi\":[[1,0,0],[0,1,0],[0,0,1],[0,0,0]]}");
    Cli cli =
        run(
            "--problem",
            "lirpg",
            "--phi",
            phi.toString(),
            "--detach-critic",
            "--format",
            "json",
            "--hessian",
            "maml:4");
    assertThat(cli.code()).isZero();
    assertThat(cli.json().get("config").get("lirpg").get("criticGradient").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--alpha -1            | --alpha: alpha is -1, expected a finite number of 0 or more",
        "--alpha x             | Invalid value for option '--alpha'",
        "--alpha NaN           | --alpha: alpha is NaN",
        "--steps 2000          | --steps: steps (K) is 2000, expected 0 to 1000",
        "--gamma 1             | --gamma: gamma is 1.0, expected a value in [0, 1)",
        "--horizon 0           | --horizon: horizon is 0, expected 1 to",
        "--inner foo           | '--inner': estimator is 'foo', expected one of",
        "--outer lvc:0         | '--outer': the sample size is 0, expected 1 to",
        "--hessian lvc:two     | '--hessian': \"lvc:two\" is not a slot",
        "--trials 0            | trials is 0, expected 1 to",
        "--states 0            | states is 0, expected",
        "--density 0           | density is 0.0, expected",
        "--states 1000000      | of memory",
        "--sweep alpha         | '--sweep': the sweep is \"alpha\"",
        "--sweep beta=1        | the swept variable is \"beta\", expected one of alpha, steps",
        "--sweep steps=1.5     | --sweep: steps is 1.5, expected a whole number",
        "--sweep alpha=1,2f    | expected numbers separated by commas",
        "--method mixture:1d   | expected unrolled, truncated:STEPS",
        "--sweep alpha=1,,2    | expected numbers separated by commas",
        "--mdp nowhere.json    | exclude each other",
        "--theta nowhere.json  | nowhere.json does not exist, expected a JSON file",
        "--phi nowhere.json    | nowhere.json does not exist",
        "--gae-lambda 0.5      | --gae-lambda: the problem is maml, expected this option with",
        "--threads 9999999     | trajectories a batch on 9999999 threads need about",
        "--threads 0           | --threads is 0, expected 1 or more",
        "--format xml          | Invalid value for option '--format'",
        "--alph 1              | did you mean",
        "--preset nope         | the preset is \"nope\", expected one of sample-size",
        "more                  | 'more' is no option (gmrl-lab bias --help lists the options)",
        "--out .               | it is a folder, expected a file",
        "--run /proc/x/y       | --run: cannot write /proc/x/y",
      })
  void badInputIsNamedInOneLine(String arguments, String sentence) {
    Cli cli = run(arguments.split(" "));
    assertThat(cli.err().strip()).contains(sentence).doesNotContain("\n");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.out()).isEmpty();
  }

  /** What no slot has a use for is said, and the rest is done. */
  @Test
  void anOptionThatChangesNothingIsSaid() {
    Cli idle =
        run("--loaded-discount 0.5 --inner lvc:3 --hessian lvc:3 --outer lvc:3 --quiet".split(" "));
    assertThat(idle.err())
        .isEqualToIgnoringNewLines(
            "--loaded-discount changes nothing: no slot is estimated by loaded");
    assertThat(idle.code()).isZero();
    assertThat(run("--loaded-discount", "0.5", "--inner", "loaded:3", "--quiet").err()).isEmpty();
    assertThat(run("--reuse", "--inner", "exact", "--quiet").err())
        .startsWith("--reuse changes nothing: the inner slot is exact");
    assertThat(run("--sweep", "alpha=1,2", "--alpha", "5").err())
        .contains("--alpha changes nothing: the sweep varies it");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsRefusedBeforeAnythingIsComputed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Cli early = run("--out", file.resolve("result.json").toString());
    assertThat(early.code()).isEqualTo(2);
    assertThat(early.err().strip()).startsWith("--out: cannot write").doesNotContain("\n");
    assertThat(early.out()).isEmpty();
  }

  @Test
  void everyPresetIsListed() {
    Cli cli = Cli.run("bias", "--preset", "list");
    assertThat(cli.out()).contains("sample-size").contains("lirpg-hessian");
  }

  static Cli run(String... more) {
    return Cli.runOver(SMALL, more);
  }
}
