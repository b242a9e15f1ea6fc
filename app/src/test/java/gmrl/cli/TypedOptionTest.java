package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
        "ipd --inner-lr=-1 | --inner-lr: inner learning rate is -1.0, expected 0 or more, finite",
        "coin --batch 0 | --batch: batch size is 0, expected 2 to 16384",
        "atari --game minatar:breakout --envs 0 | --envs: num_processes is 0, expected 1 or more",
        "figure compositional-bias --dpi 0 | --dpi: A figure's resolution must be 36 to 1200 dpi",
      })
  void theOptionLeadsTheSentence(String args, String sentence) {
    Cli cli = Cli.run(args.split(" ", -1));
    assertThat(cli.err()).startsWith(sentence).hasLineCount(1);
    assertThat(cli.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bias --seed x | --seed | 'x', expected a whole number",
        "bias --hessian-coef y | --hessian-coef | 'y', expected a number",
        "ipd --updates 1.5 | --updates | '1.5', expected a whole number",
      })
  void whatIsNoNumberIsSaidWithoutJavasWords(String args, String option, String expected) {
    Cli cli = Cli.run(args.split(" ", -1));
    assertThat(cli.err()).contains(option, expected).doesNotContain("int", "long", "double");
    assertThat(cli.code()).isEqualTo(2);
  }
}
