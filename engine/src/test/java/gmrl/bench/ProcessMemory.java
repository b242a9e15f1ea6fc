package gmrl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says about this process's memory. */
final class ProcessMemory {
  private ProcessMemory() {}

  /** Greatest resident size so far. */
  static String peak() {
    return kilobytes("VmHWM") / 1000 + " MB";
  }

  /** Resident kilobytes now. */
  static long resident() {
    return kilobytes("VmRSS");
  }

  private static long kilobytes(String field) {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith(field + ":"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
