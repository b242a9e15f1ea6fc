package gmrl.app.figure;

/**
 * What made a figure; written into each file so that the figure can be made again.
 *
 * @param configuration the experiment's configuration as JSON
 * @param seed seed of everything random
 * @param version version of the laboratory
 */
public record FigureOrigin(String configuration, long seed, String version) {

  /** Refuses an empty configuration. */
  public FigureOrigin {
    if (configuration.isBlank()) {
      throw new IllegalArgumentException("A figure's configuration must not be empty.");
    }
  }

  /** The text that every file carries: what made the numbers, and the program's stamp. */
  String document() {
    return FigureStamp.on(configuration, version, node -> {});
  }

  /** The text that every file of a figure carries: with how it stands on paper. */
  String document(FigureOptions options) {
    return FigureStamp.on(
        configuration, version, node -> options.write(node.putObject(FigureDocument.PAPER)));
  }

  String software() {
    return "GMRL Lab " + version;
  }
}
