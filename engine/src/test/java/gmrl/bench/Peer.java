package gmrl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs a program of another library that prints its times as JSON. */
final class Peer {
  private Peer() {}

  /**
   * Milliseconds by name.
   *
   * @param command interpreter, program and arguments; empty for no peer
   * @param paths our name of a measurement and where it stands in the JSON, as a JSON pointer
   * @param unit milliseconds in one unit of the peer's
   */
  static Map<String, Double> times(List<String> command, Map<String, String> paths, double unit) {
    Map<String, Double> out = new HashMap<>();
    if (command.isEmpty()) {
      return out;
    }
    try {
      Process process =
          new ProcessBuilder(new ArrayList<>(command))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + " ended with " + process.exitValue());
      }
      JsonNode json = new ObjectMapper().readTree(text);
      paths.forEach((name, path) -> out.put(name, json.at(path).asDouble() * unit));
      return out;
    } catch (IOException e) {
      throw new IllegalStateException("cannot run " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command, e);
    }
  }
}
