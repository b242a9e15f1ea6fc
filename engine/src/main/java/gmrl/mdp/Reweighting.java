package gmrl.mdp;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How samples of earlier policies are corrected when they are used again. */
public enum Reweighting {
  /**
   * Each prefix weighs Π π/μ against the mixture of all policies that have sampled (the balance
   * heuristic, Veach and Guibas 1995): unbiased for fixed policies, weights bounded by the number
   * of batches. In an inner loop the policies are not fixed: each was made from the batches before
   * it, and that adaptivity leaves a bias.
   */
  BALANCE("balance"),
  /**
   * Ratios of single steps, truncated at 1, inside the return and in front of the score (V-trace,
   * Espeholt et al. 2018): little noise, but biased towards the policies that sampled.
   */
  VTRACE("vtrace");

  private final String token;

  Reweighting(String token) {
    this.token = token;
  }

  /** The name used on the command line and in files. */
  public String token() {
    return token;
  }

  /**
   * Finds a correction by its token, ignoring case.
   *
   * @throws IllegalArgumentException naming the token and the known ones
   */
  public static Reweighting parse(String token) {
    String wanted = token.toLowerCase(Locale.ROOT);
    for (Reweighting reweighting : values()) {
      if (reweighting.token.equals(wanted)) {
        return reweighting;
      }
    }
    throw new IllegalArgumentException(
        "reweighting is '"
            + token
            + "', expected one of "
            + Arrays.stream(values()).map(Reweighting::token).collect(Collectors.joining(", ")));
  }
}
