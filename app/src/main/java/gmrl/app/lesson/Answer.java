package gmrl.app.lesson;

import gmrl.app.chart.ChartModel;
import java.util.List;
import java.util.Optional;

/**
 * What somebody has made of a step so far, and what came out.
 *
 * @param choice index of the chosen answer
 * @param drawn the predicted curve
 * @param words written freely
 * @param revealed whether the answer was asked for
 * @param result the plot's complete numbers at the lesson's settings, once they are revealed
 * @param told what these numbers say about each of the step's conditions
 */
public record Answer(
    Optional<Integer> choice,
    Prediction drawn,
    String words,
    boolean revealed,
    Optional<ChartModel> result,
    List<Told> told) {

  /** Before anything was done. */
  static final Answer NONE =
      new Answer(Optional.empty(), Prediction.NONE, "", false, Optional.empty(), List.of());

  /** Copies the list. */
  public Answer {
    told = List.copyOf(told);
  }

  /**
   * A condition and what the numbers say.
   *
   * @param numbers both sides, or why there are none
   */
  public record Told(Claim claim, boolean holds, String numbers) {
    static Told of(Claim claim, ChartModel chart) {
      try {
        Claim.Verdict verdict = claim.in(chart);
        return new Told(claim, verdict.holds(), verdict.numbers());
      } catch (IllegalArgumentException e) {
        return new Told(claim, false, String.valueOf(e.getMessage()));
      }
    }
  }

  Answer choosing(int index) {
    return new Answer(Optional.of(index), drawn, words, revealed, result, told);
  }

  Answer drawing(Prediction curve) {
    return new Answer(choice, curve, words, revealed, result, told);
  }

  Answer writing(String text) {
    return new Answer(choice, drawn, text, revealed, result, told);
  }

  Answer revealing() {
    return new Answer(choice, drawn, words, true, result, told);
  }

  Answer with(ChartModel numbers, List<Claim> claims) {
    return new Answer(
        choice,
        drawn,
        words,
        revealed,
        Optional.of(numbers),
        claims.stream().map(claim -> Told.of(claim, numbers)).toList());
  }

  /** What somebody has made of it, without the numbers, which come again. */
  Answer own() {
    return new Answer(choice, drawn, words, revealed, Optional.empty(), List.of());
  }

  /** Whether something was predicted. */
  boolean isGiven() {
    return choice.isPresent() || !drawn.isEmpty() || !words.isBlank();
  }
}
