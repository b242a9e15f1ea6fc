package gmrl.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A real master and real workers of Spark, each a process of its own on this machine, which have
 * found each other.
 */
final class StandaloneCluster implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  /** What the master's log says of each worker. */
  private static final String KNOWN = "Registering worker";

  private final Path folder;
  private final int port;
  private final List<Process> processes = new ArrayList<>();
  private final List<Process> workers = new ArrayList<>();

  StandaloneCluster(Path folder, int size) throws IOException, InterruptedException {
    this.folder = folder;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    start(
        "master",
        "org.apache.spark.deploy.master.Master",
        "--host",
        HOST,
        "--port",
        "" + port,
        "--webui-port",
        "0");
    await("calls that the master takes", this::listens);
    for (int i = 0; i < size; i++) {
      workers.add(
          start(
              "worker-" + i,
              "org.apache.spark.deploy.worker.Worker",
              "--host",
              HOST,
              "--cores",
              "1",
              "--memory",
              "700m",
              "--webui-port",
              "0",
              "--work-dir",
              folder.resolve("work-" + i).toString(),
              address()));
    }
    await(
        "workers that are known to the master", () -> log("master").split(KNOWN, -1).length > size);
  }

  /** Sets the mark of a distribution, by which Spark's start scripts know one. */
  static void prepareHome() throws IOException {
    Files.writeString(Path.of(System.getenv("SPARK_HOME")).resolve("RELEASE"), "");
  }

  String address() {
    return "spark://" + HOST + ":" + port;
  }

  /** Ends a worker as a power failure would. */
  void kill(int worker) {
    workers.get(worker).destroyForcibly();
  }

  /** What Spark's own scripts tell the virtual machine. */
  static List<String> flags() {
    return List.of(System.getProperty("gmrl.spark.jvm", "").strip().split(" +", -1));
  }

  /** The class path of all that is Spark's. */
  static String jars() {
    return Path.of(System.getenv("SPARK_HOME")).resolve("jars") + "/*";
  }

  private Process start(String name, String main, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx400m", "-XX:+UseSerialGC"));
    command.addAll(flags());
    command.addAll(List.of("-cp", jars(), main));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile())
            .start();
    processes.add(process);
    return process;
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private void await(String what, BooleanSupplier there) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("there are no " + what + ": " + log("master"));
      }
      Thread.sleep(200);
    }
  }

  private String log(String name) {
    try {
      return Files.readString(folder.resolve(name + ".log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    for (int i = processes.size() - 1; i >= 0; i--) {
      processes.get(i).destroyForcibly();
      try {
        processes.get(i).waitFor(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
