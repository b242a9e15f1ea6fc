package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  @TempDir Path folder;

  private String coin(String name, String... more) {
    String run = folder.resolve(name).toString();
    String[] args = {
      "coin", "--updates", "2", "--batch", "8", "--seeds", "3", "--quiet", "--run", run
    };
    String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    assertThat(Cli.run(all).code()).isZero();
    return run;
  }

  @Test
  void twoKeptRunsAreComparedInEveryForm() throws Exception {
    String a = coin("a");
    String b = coin("b", "--inner-lr", "2");
    Cli table = Cli.run("compare", a, b);
    assertThat(table.code()).as(table.err()).isZero();
    assertThat(table.out())
        .contains("α 1 → 2")
        .contains("Paired by seed: both runs have the same 3.")
        .contains("after update 2");
    Cli json = Cli.run("compare", a, b, "--measure", "ownShare", "--format", "json");
    assertThat(json.json().at("/measure").asText()).isEqualTo("ownShare");
    assertThat(json.json().at("/changes/0/setting").asText()).isEqualTo("α");
    assertThat(json.json().at("/rows/0/degreesOfFreedom").asDouble()).isEqualTo(2);
    assertThat(Cli.run("compare", a, b, "--format", "csv").out().lines()).hasSize(2);
    assertThat(Cli.run("compare", a, a).out())
        .contains("The settings are the same.")
        .contains("the same\n");
    String c = coin("c", "--seed", "10");
    assertThat(Cli.run("compare", a, c).out()).contains("Unpaired (Welch): the runs have no seed");
  }

  @Test
  void aRunThatTheWindowHasKeptMayBeNamedAlone() {
    String a = coin("home/runs/coin-1");
    System.setProperty("gmrl.home", folder.resolve("home").toString());
    try {
      assertThat(Cli.run("compare", "coin-1", a).out()).contains("The settings are the same.");
    } finally {
      System.clearProperty("gmrl.home");
    }
  }

  @Test
  void whatIsNoRunIsNamedInOneLine() throws Exception {
    String a = coin("a");
    Files.createDirectories(folder.resolve("empty"));
    Cli none = Cli.run("compare", a, folder.resolve("empty").toString());
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err().strip()).contains("empty holds no run.json").doesNotContain("\n");
    Path cut = Path.of(coin("b"), "metrics.csv");
    Files.writeString(cut, Files.readString(cut).replaceFirst("(?s)\n[^\n]*\n$", "\n"));
    Cli damaged = Cli.run("compare", a, cut.getParent().toString());
    assertThat(damaged.code()).isEqualTo(2);
    assertThat(damaged.err().strip()).contains("were written; it was changed").doesNotContain("\n");
    Cli measure = Cli.run("compare", a, a, "--measure", "bias");
    assertThat(measure.code()).isEqualTo(2);
    assertThat(measure.err().strip()).contains("expected one of return, ownShare, coins");
  }
}
