package gmrl.app.live;

/** What a number on screen is worth: whether it is what was asked for, and all of it. */
public enum Standing {
  /** The whole budget was spent on the present question. */
  FRESH(""),
  /** The whole of it, computed earlier and read from a file: nothing was computed now. */
  STORED(""),
  /** It answers the present question and still sharpens. */
  REFINING("refining"),
  /** The same, held until somebody lets it go on. */
  PAUSED("paused"),
  /** It answers an earlier question; the present one has no answer yet. */
  STALE("of earlier settings"),
  /** It answers the present question, but somebody stopped before the budget was spent. */
  CANCELLED("cancelled"),
  /** It answers the present question, but the computation could not go on. */
  FAILED("failed");

  private final String words;

  Standing(String words) {
    this.words = words;
  }

  /** What to write beside the number; empty where nothing needs saying. */
  public String words() {
    return words;
  }

  /**
   * The same with how much of the work is done, such as "refining, 12 %".
   *
   * @param progress in 0 … 1
   */
  public String at(double progress) {
    return words + ", " + Math.round(Math.floor(100 * progress)) + " %";
  }

  /** Whether the number is all that was asked for. */
  public boolean isComplete() {
    return this == FRESH || this == STORED;
  }

  /** Whether it is a part of what was asked for, and nothing more comes by itself. */
  public boolean isPart() {
    return this == CANCELLED || this == FAILED;
  }

  /** Whether it answers the present question and there is more to come, at once or later. */
  public boolean isUnderWay() {
    return this == REFINING || this == PAUSED;
  }

  /** Whether nothing more comes for the present question, unless it is asked again. */
  public boolean isFinal() {
    return !isUnderWay() && this != STALE;
  }
}
