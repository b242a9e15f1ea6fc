package gmrl.app.bias;

/** What a bias plot shows along its vertical axis. */
public enum PlottedMeasure {
  /** ‖ḡ − g‖² − tr(Ĉov)/M. */
  BIAS_SQUARED("bias²", "bias²", true),
  /** √bias² / ‖g‖. */
  RELATIVE_BIAS("relative bias", "bias relative to ‖g‖", true),
  /** tr(Ĉov). */
  VARIANCE("variance", "variance of one estimate", true),
  /** Pearson correlation with the exact meta-gradient. */
  CORRELATION("correlation", "correlation with the exact meta-gradient", false),
  /** Cosine similarity with the exact meta-gradient. */
  COSINE("cosine", "cosine similarity", false),
  /** ‖ĝ − g‖² / ‖g‖², averaged over trials. */
  RELATIVE_MSE("relative MSE", "relative mean squared error", true),
  /** The paper's mean_j (ḡ_j − g_j)², which still contains variance / M. */
  GRAD_MSE("grad MSE (paper)", "grad_mse as in the paper", true),
  /** The authors' "var". */
  SUM_OF_STANDARD_DEVIATIONS("Σ std (authors’ “var”)", "sum of standard deviations", true),
  /** What an estimate costs, whatever it is worth. */
  COST("environment steps", "environment steps of one estimate", true);

  private final String title;
  private final String label;
  private final boolean log;

  PlottedMeasure(String title, String label, boolean log) {
    this.title = title;
    this.label = label;
    this.log = log;
  }

  /** Name in the selector. */
  public String title() {
    return title;
  }

  /** Text of the axis. */
  public String label() {
    return label;
  }

  /** Whether it spans orders of magnitude. */
  public boolean isNaturallyLog() {
    return log;
  }
}
