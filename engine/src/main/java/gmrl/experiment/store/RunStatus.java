package gmrl.experiment.store;

import java.util.Locale;

/** How a stored run stands. */
public enum RunStatus {
  /** A living process is at it. */
  RUNNING,
  /** The process that was at it is gone; what it had written is there. */
  INTERRUPTED,
  /** The whole budget was spent. */
  COMPLETED,
  /** It was cancelled; what it had found is there. */
  CANCELLED,
  /** It could not go on; what it had found is there. */
  FAILED;

  /** The name used in files. */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RunStatus parse(String token) {
    return valueOf(token.toUpperCase(Locale.ROOT));
  }
}
