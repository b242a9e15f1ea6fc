package gmrl.meta;

/** Whether a simulated coverage agrees with the nominal 95 %. */
sealed interface CoverageVerdict {

  /** Within three binomial standard errors of an allowance around 95 %. */
  record Accepted(double coverage) implements CoverageVerdict {}

  /** Too often wrong, or needlessly wide. */
  record Rejected(double coverage, String reason) implements CoverageVerdict {}

  /** The allowance: the interval is asymptotic, so small samples may be off by this much. */
  double ALLOWANCE = 0.02;

  static CoverageVerdict of(int covered, int replicates) {
    double coverage = (double) covered / replicates;
    double error = 3 * Math.sqrt(0.95 * 0.05 / replicates);
    if (coverage < 0.95 - ALLOWANCE - error) {
      return new Rejected(coverage, "covers too rarely");
    }
    if (coverage > 0.95 + ALLOWANCE + error) {
      return new Rejected(coverage, "wider than it need be");
    }
    return new Accepted(coverage);
  }
}
