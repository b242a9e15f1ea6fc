package gmrl.experiment;

import gmrl.experiment.file.JsonView;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What made a result, beside its configuration and seed.
 *
 * @param version of the laboratory
 * @param java of the Java virtual machine
 * @param system operating system and processor
 */
public record Provenance(String version, String java, String system) {
  private static final String VERSION = "gmrlLab";
  private static final String JAVA = "java";
  private static final String SYSTEM = "system";

  /** Of this process. */
  public static Provenance current() {
    String version = Provenance.class.getPackage().getImplementationVersion();
    return new Provenance(
        version == null ? "development" : version,
        System.getProperty("java.version", "unknown"),
        System.getProperty("os.name", "unknown") + " " + System.getProperty("os.arch", ""));
  }

  /** The parts by name, in a fixed order. */
  public Map<String, String> asMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put(VERSION, version);
    map.put(JAVA, java);
    map.put(SYSTEM, system);
    return map;
  }

  /** Reads the parts under their names. */
  static Provenance read(JsonView json) {
    return new Provenance(json.at(VERSION).text(), json.at(JAVA).text(), json.at(SYSTEM).text());
  }
}
