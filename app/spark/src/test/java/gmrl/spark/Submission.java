package gmrl.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of the jar, in processes of its own. */
final class Submission {
  private Submission() {}

  /** Collecting garbage with several threads costs a process of one core more than it gains. */
  private static final String SERIAL = "-XX:+UseSerialGC";

  /**
   * What to tell a driver that only collects: compiling its code a second time costs more than it
   * gains.
   */
  private static final List<String> COLLECTS = List.of("-XX:TieredStopAtLevel=1", SERIAL);

  /** Given to spark-submit as a user would. */
  static Process toSpark(Path log, String master, List<String> args) throws IOException {
    List<String> command = new ArrayList<>(StandaloneCluster.flags());
    command.addAll(master.startsWith("spark:") ? COLLECTS : List.of());
    command.addAll(List.of("-cp", StandaloneCluster.jars(), "org.apache.spark.deploy.SparkSubmit"));
    for (String setting :
        List.of(
            "spark.driver.host=127.0.0.1",
            "spark.driver.bindAddress=127.0.0.1",
            "spark.executor.memory=500m",
            "spark.executor.extraJavaOptions=" + SERIAL)) {
      command.addAll(List.of("--conf", setting));
    }
    command.addAll(List.of("--class", "gmrl.cli.Main", jar()));
    command.addAll(args);
    command.addAll(List.of("--master", master));
    return start(log, command);
  }

  /** Run on the threads of this machine. */
  static Process toThreads(Path log, int threads, List<String> args) throws IOException {
    List<String> command = new ArrayList<>(List.of("-cp", jar(), "gmrl.cli.Main"));
    command.addAll(args);
    command.addAll(List.of("--threads", "" + threads));
    return start(log, command);
  }

  private static String jar() {
    return System.getProperty("gmrl.spark.jar");
  }

  private static Process start(Path log, List<String> rest) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx700m");
    command.addAll(rest);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }
}
