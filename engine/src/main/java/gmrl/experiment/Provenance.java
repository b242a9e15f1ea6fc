package gmrl.experiment;

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
    map.put("gmrlLab", version);
    map.put("java", java);
    map.put("system", system);
    return map;
  }
}
