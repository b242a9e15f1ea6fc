package gmrl.bench;

import gmrl.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Times ten seeds × 500 updates from the command line, start of the Java machine included, against
 * the same command run again inside this process.
 */
public final class IpdCommandBench {
  private static final String[] COMMAND = {"ipd", "--quiet", "--record-every", "500"};

  private IpdCommandBench() {}

  /** Prints the three times. */
  public static void main(String[] args) throws Exception {
    double cold = process();
    double again = process();
    inside();
    double warm = inside();
    System.out.printf("from the command line        %6.3f s, again %.3f s%n", cold, again);
    System.out.printf("the same in a warm process   %6.3f s%n", warm);
    System.out.printf(
        "start and warm-up cost       %6.3f s, %.1f times the work%n",
        again - warm, (again - warm) / warm);
  }

  private static double process() throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                "gmrl.cli.Main"));
    line.addAll(List.of(COMMAND));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(line)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the command failed with code " + process.exitValue());
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double inside() {
    long start = System.nanoTime();
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    int code = Main.execute(nowhere, nowhere, COMMAND);
    if (code != 0) {
      throw new IllegalStateException("the command failed with code " + code);
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
