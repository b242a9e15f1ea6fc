package gmrl.experiment.claim;

/** What numbers say about a statement. */
public enum Verdict {
  /** They are on its side, with their whole interval. */
  SUPPORTED("supported"),
  /** They are on the other side, with their whole interval. */
  CONTRADICTED("contradicted"),
  /** They allow either. */
  INCONCLUSIVE("inconclusive");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** As people and documents say it. */
  public String word() {
    return word;
  }
}
