package gmrl.experiment.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The JSON documents that come with the laboratory: presets and teaching MDPs. */
public final class Resources {
  private Resources() {}

  /** Reads a document if there is one. */
  public static Optional<JsonView> find(String name) {
    try (InputStream stream = Resources.class.getClassLoader().getResourceAsStream(name)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(
              JsonView.parse(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " inside the program", e);
    }
  }

  /** Reads a document that must be there. */
  public static JsonView json(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException(name + " is missing from the program"));
  }
}
