package gmrl.experiment.bias;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How the bias is to be obtained. */
public enum RouteChoice {
  /** By what is known exactly, as far as it provably leaves the mean alone; else by sampling. */
  AUTO("auto"),
  /** From the trials alone. */
  SAMPLED("sampled");

  private final String token;

  RouteChoice(String token) {
    this.token = token;
  }

  /** The name used on the command line and in files. */
  public String token() {
    return token;
  }

  /**
   * Finds a choice by its token.
   *
   * @throws IllegalArgumentException naming the token and the known ones
   */
  public static RouteChoice parse(String token) {
    for (RouteChoice choice : values()) {
      if (choice.token.equals(token)) {
        return choice;
      }
    }
    throw new IllegalArgumentException(
        "the route is \"%s\", expected one of %s"
            .formatted(
                token,
                Arrays.stream(values()).map(RouteChoice::token).collect(Collectors.joining(", "))));
  }
}
