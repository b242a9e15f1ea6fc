package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsReportCommandTest {
  private static final String[] QUICK = {
    "report", "claims", "--quick", "--only", "outer-critic,hessian-coefficient"
  };

  @TempDir Path folder;

  private static String[] quick(String... more) {
    String[] all = java.util.Arrays.copyOf(QUICK, QUICK.length + more.length);
    System.arraycopy(more, 0, all, QUICK.length, more.length);
    return all;
  }

  @Test
  void aReportIsOnePageWithItsFiguresInsideAndNothingFromElsewhere() throws Exception {
    Cli run = Cli.run(quick("--seed", "3", "--out", folder.toString()));
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("2 of 2  hessian-coefficient").contains("supported");
    String html = Files.readString(folder.resolve("claims.html"));
    assertThat(html.split("<svg", -1)).hasSize(3);
    assertThat(html).doesNotContain("src=\"http").doesNotContain("@import").contains("<table>");
    assertThat(html).contains("<td><strong>supported</strong></td>");
    String text = Files.readString(folder.resolve("claims.md"));
    assertThat(text).contains("2 claims, small budget, seed 3").contains("claim-outer-critic.svg");
    assertThat(folder.resolve("claim-outer-critic.svg")).exists();
    JsonNode json = new ObjectMapper().readTree(folder.resolve("claims.json").toFile());
    assertThat(json.at("/results/1/verdict").asText()).isEqualTo("supported");
    assertThat(json.at("/results/1/seed").asLong()).isEqualTo(3);
    assertThat(json.at("/results/1/findings/0/low").asDouble()).isGreaterThan(1);
  }

  @Test
  void numbersComeAsTableAndAsCsvAndTheListNamesEveryClaim() {
    assertThat(Cli.run(quick("--quiet")).out())
        .contains("A shared outer critic makes a meta-learnt discount short-sighted: supported")
        .contains("above 1.05");
    assertThat(Cli.run(quick("--quiet", "--format", "csv")).out())
        .contains("outer-critic,final return with an own outer critic,1.0");
    assertThat(Cli.run("report", "claims", "--list").out()).contains("mgrl-lvc").contains("poster");
  }

  @Test
  void linesEndWithTheResultAsThoseOfEveryCommandDo() throws Exception {
    Cli run = Cli.run("report", "claims", "--quick", "--only", "outer-critic", "--format", "jsonl");
    JsonNode last = new ObjectMapper().readTree(run.out().lines().reduce((a, b) -> b).orElse(""));
    assertThat(last.get("event").asText()).isEqualTo("result");
    assertThat(last.at("/result/results/0/verdict").asText()).isEqualTo("supported");
    assertThat(run.out())
        .contains("{\"event\":\"started\",\"claim\":\"outer-critic\",\"number\":1,\"of\":1}")
        .contains("{\"event\":\"finished\",\"claim\":\"outer-critic\",\"verdict\":\"supported\"}");
  }

  @Test
  void anUnknownClaimIsNamedWithTheKnownOnes() throws Exception {
    Cli run = Cli.run("report", "claims", "--only", "nonsense");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("the claim is \"nonsense\", expected one of compositional-bound");
    Path file = Files.createFile(folder.resolve("a-file"));
    assertThat(Cli.run("report", "claims", "--out", file.toString()).err())
        .isEqualTo(
            "--out: cannot write to %s: %s is not a folder one can write to%n"
                .formatted(file, file));
  }
}
