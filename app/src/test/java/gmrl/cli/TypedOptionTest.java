package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused is named by the option that was typed, with the range that is enforced. */
class TypedOptionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bias --trials 0 | --trials: trials is 0, expected 1 to 10000000",
        "bias --mdps=0 --trials 2 | --mdps: mdps is 0, expected 1 to 100000",
        "bias --density 0 --seed 0 | --density: density is 0.0, expected a value above 0",
        "bias --steps 1001 | --steps: steps (K) is 1001, expected 0 to 1000",
        "train --runs 0 | --runs: runs is 0, expected 1 to 10000",
        "ipd --lookaheads 101 | --lookaheads: number of lookaheads is 101, expected 0 to 100",
        "ipd --inner-lr=-1 | --inner-lr: inner learning rate is -1, expected a value in [0,"
            + " 1000000)",
        "ipd --critic-lr 1e308 | --critic-lr: critic learning rate is 1e308, expected a value in"
            + " [0, 1000000)",
        "ipd --seed 9223372036854775807 --seeds 3 | --seed: seed is 9223372036854775807 and 3"
            + " follow",
        "shaping --seed 9223372036854775806 | --seed: seed is 9223372036854775806 and 6 follow",
        "coin --seed 9223372036854775807 | --seed: seed is 9223372036854775807 and 4 follow",
        "atari --game minatar:breakout --seed 9223372036854775807 | --seed: seed is"
            + " 9223372036854775807 and",
        "shaping --learners naive,naive | --learners: learners is 'naive,naive', expected one or"
            + " more",
        "shaping --inner many | --inner: inner is 'many', expected a number of trajectories",
        "mdp --out= | --out: cannot write \"\": the name is empty, expected a file",
        "bias --spec= | \"\" names no file, expected a JSON file",
        "report atari --runs nowhere | the folder nowhere cannot be read: it does not" + " exist",
        "bias --spec gmrl:x | --spec: the state link is damaged or cut off, expected the whole line",
        "coin --batch 0 | --batch: batch size is 0, expected 2 to 16384",
        "atari --game minatar:breakout --envs 0 | --envs is 0, expected 1 or more",
        "atari --game minatar:breakout --steps-total 0 | --steps-total is 0, expected 1 or more",
        "atari --game breakout --frames 3 | --frames is 3, expected 4 or more",
        "atari --game tetrs | --game: \"tetrs\" is no Atari game that the emulator knows, like pong or"
            + " space_invaders (minatar:breakout, minatar:asterix, ",
        "figure compositional-bias --dpi 0 | --dpi: a figure's resolution is 0 dpi, expected 36 to"
            + " 1200",
        "figure compositional-bias --width 0.01in | --width: a figure's width is 0.01 inches, expected"
            + " 1 to 40",
      })
  void theOptionLeadsTheSentence(String args, String sentence) {
    Cli cli = Cli.run(args.split(" ", -1));
    assertThat(cli.err()).startsWith(sentence).hasLineCount(1);
    assertThat(cli.code()).isEqualTo(2);
  }

  /** Of several options with one value the one that the sentence speaks of is meant. */
  @Test
  void whatStandsInAFileIsTheFilesAndNotThatOfAnOptionWithTheSameValue(@TempDir Path folder)
      throws IOException {
    String mdp = "{\"gamma\":%s,\"start\":%s,\"P\":[[[1]]],\"R\":[[%s]]}";
    Path start = folder.resolve("start.json");
    Files.writeString(start, mdp.formatted("0.5", "7", "1"));
    Path flag = folder.resolve("flag.json");
    Files.writeString(flag, mdp.formatted("0.5", "0", "true"));
    Path gamma = folder.resolve("gamma.json");
    Files.writeString(gamma, mdp.formatted("1", "0", "1"));
    for (Path file : new Path[] {start, flag, gamma}) {
      Cli cli = Cli.run("bias", "--mdp", file.toString(), "--trials=7", "--alpha=1", "--quiet");
      assertThat(cli.err()).startsWith("--mdp: " + file + ": ").hasLineCount(1);
      assertThat(cli.code()).isEqualTo(2);
    }
    assertThat(Cli.run("ipd", "--gamma=1", "--seeds=1").err()).startsWith("--gamma: gamma is 1.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bias --seed x | --seed | 'x', expected a whole number",
        "bias --hessian-coef y | --hessian-coef | 'y', expected a number",
        "bias --alpha 3f | --alpha | it is '3f', expected a number",
        "ipd --inner-lr 0x1p1 | --inner-lr | it is '0x1p1', expected a number",
        "ipd --updates 1.5 | --updates | '1.5', expected a whole number",
      })
  void whatIsNoNumberIsSaidWithoutJavasWords(String args, String option, String expected) {
    Cli cli = Cli.run(args.split(" ", -1));
    assertThat(cli.err()).contains(option, expected).doesNotContain("int", "long", "double");
    assertThat(cli.code()).isEqualTo(2);
  }
}
