package gmrl.autodiff.kernel;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/**
 * Helps OpenBLAS to see what the processor can do.
 *
 * <p>OpenBLAS 0.3.19 chooses kernels by processor model; for models newer than itself it falls back
 * to kernels without AVX, many times slower. Kernels for AVX-512 take little more than half the
 * time of those for AVX2. The choice can only be made by an environment variable of the process,
 * before the library is loaded; a choice that is there already is respected.
 */
final class Processor {
  private static final String VARIABLE = "OPENBLAS_CORETYPE";
  private static final Set<String> AVX2 = Set.of("avx2", "fma");
  private static final Set<String> AVX512 =
      Set.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");

  private Processor() {}

  /** Asks for the best kernels that can run here, unless the user has chosen already. */
  static void prepare() {
    if (System.getenv(VARIABLE) != null) {
      return;
    }
    Set<String> features = features();
    String kernels =
        features.containsAll(AVX512) ? "SkylakeX" : features.containsAll(AVX2) ? "Haswell" : "";
    if (!kernels.isEmpty()) {
      NativeLibrary.getInstance("c")
          .getFunction("setenv")
          .invokeInt(new Object[] {VARIABLE, kernels, 0});
    }
  }

  /** What Linux says that an x86 processor can do; empty on other systems. */
  private static Set<String> features() {
    Path info = Path.of("/proc/cpuinfo");
    if (!System.getProperty("os.arch").equals("amd64") || !Files.isReadable(info)) {
      return Set.of();
    }
    try (var lines = Files.lines(info)) {
      return lines
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(line -> Set.copyOf(Arrays.asList(line.split("\\s+", -1))))
          .orElse(Set.of());
    } catch (IOException e) {
      // Nothing is known about the processor: OpenBLAS decides alone.
      return Set.of();
    }
  }
}
