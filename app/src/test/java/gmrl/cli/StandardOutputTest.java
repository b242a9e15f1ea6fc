package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Output that cannot be written, for every command. */
class StandardOutputTest {
  private static final List<String> SMALL_BIAS =
      List.of("bias", "--trials", "2", "--mdps", "1", "--states", "2", "--actions", "2");

  @TempDir Path folder;

  static List<List<String>> commands() {
    List<List<String>> all = new ArrayList<>(List.of(List.of("--help"), List.of("--version")));
    new CommandLine(new Main())
        .getSubcommands()
        .keySet()
        .forEach(name -> all.add(List.of(name, "--help")));
    all.add(SMALL_BIAS);
    all.add(List.of("figure", "--list"));
    all.add(List.of("examples"));
    all.add(List.of("ipd", "--preset", "list"));
    return all;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aFullDiskIsAnErrorInOneLine(List<String> args) {
    StringWriter err = new StringWriter();
    assertThat(execute("No space left on device", err, args)).isEqualTo(1);
    assertThat(err.toString().strip())
        .isEqualTo("standard output cannot be written: No space left on device");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aReaderThatWentAwayIsNone(List<String> args) {
    StringWriter err = new StringWriter();
    assertThat(execute("Broken pipe", err, args)).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void everyHelpTextIsOneThatCanBePrinted() {
    Deque<CommandLine> commands = new ArrayDeque<>(List.of(new CommandLine(new Main())));
    while (!commands.isEmpty()) {
      CommandLine command = commands.pop();
      commands.addAll(command.getSubcommands().values());
      List<String> texts =
          new ArrayList<>(List.of(command.getCommandSpec().usageMessage().description()));
      command.getCommandSpec().options().forEach(o -> texts.addAll(List.of(o.description())));
      assertThat(texts).as(command.getCommandName()).isNotEmpty();
      for (String text : texts) {
        assertThat(String.format(Locale.ROOT, text)).as(text).isNotNull();
      }
    }
  }

  @Test
  void aBadOptionStaysOne() {
    StringWriter err = new StringWriter();
    assertThat(execute("No space left on device", err, List.of("bias", "--alpha", "x")))
        .isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theSameInAProcessOfItsOwn() throws Exception {
    Path err = folder.resolve("err");
    for (String[] shell :
        new String[][] {
          {"\"$@\" > /dev/full", "1", "standard output cannot be written: No space left on device"},
          {"\"$@\" >&-", "1", "standard output cannot be written: "},
          {"\"$@\" --out /dev/full", "1", "--out: cannot write /dev/full: No space left on device"},
          {"set -o pipefail; \"$@\" | true", "0", ""},
          {"\"$@\" --out /dev/stdout | grep -q bias", "0", ""},
        }) {
      List<String> command = new ArrayList<>(List.of("bash", "-c", shell[0], "-"));
      command.addAll(java());
      command.addAll(SMALL_BIAS);
      command.add("--quiet");
      Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readString(err))
          .as(shell[0])
          .startsWith(shell[2])
          .hasLineCount(lines(shell));
      assertThat(process.exitValue()).as(shell[0]).isEqualTo(Integer.parseInt(shell[1]));
    }
    assertThat(Files.readAttributes(Path.of("/dev/full"), "*").get("isOther")).isEqualTo(true);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatDrawingNeedsIsMissedBeforeAnythingIsComputed() throws Exception {
    List<String> command = java("-Djava.io.tmpdir=/nowhere");
    Path out = folder.resolve("figures");
    command.addAll(List.of("figure", "compositional-bias", "--out", out.toString()));
    Path err = folder.resolve("err");
    Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(err))
        .startsWith("figures cannot be drawn here, their typeface does not load")
        .contains("it needs a folder for temporary files, now /nowhere")
        .hasLineCount(1);
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(out).doesNotExist();
  }

  private static List<String> java(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath(), Main.class.getName()));
    return command;
  }

  /** Of this test, whoever runs it. */
  private static String classPath() {
    if (Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(URL::getPath)
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("java.class.path");
  }

  private static int lines(String[] shell) {
    return shell[2].isEmpty() ? 0 : 1;
  }

  private static int execute(String failure, StringWriter err, List<String> args) {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(failure);
          }
        };
    List<String> quiet = new ArrayList<>(args);
    if (args.equals(SMALL_BIAS)) {
      quiet.add("--quiet");
    }
    return Main.execute(broken, new PrintWriter(err, true), quiet.toArray(String[]::new));
  }
}
