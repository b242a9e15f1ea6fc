package gmrl.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Every program of the guides compiles, runs and prints what the guide says. */
@Isolated("captures System.out")
class GuideTest {
  private static final Pattern PROGRAM =
      Pattern.compile(
          "```java\n(.*?public class (\\w+).*?)```\n\n```text\n(.*?)```", Pattern.DOTALL);

  @TempDir static Path folder;

  @TestFactory
  Stream<DynamicTest> programsOfTheGuideRun() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : List.of("meta-gradients.md", "in-your-own-project.md")) {
      tests.addAll(programs(Files.readString(Path.of("..", "src-resources", "docs", name))));
    }
    return tests.stream();
  }

  private static List<DynamicTest> programs(String guide) {
    List<DynamicTest> tests = new ArrayList<>();
    Matcher program = PROGRAM.matcher(guide);
    while (program.find()) {
      String name = program.group(2);
      String source = program.group(1);
      String output = program.group(3);
      tests.add(
          DynamicTest.dynamicTest(name, () -> assertThat(run(name, source)).isEqualTo(output)));
    }
    assertThat(tests).hasSize(guide.split("```java", -1).length - 1);
    return tests;
  }

  private static String run(String name, String source) throws Exception {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath(), "-d", folder.toString(), file.toString());
    assertThat(result).as("compiles").isZero();
    PrintStream before = System.out;
    Locale locale = Locale.getDefault();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (URLClassLoader loader =
            new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, GuideTest.class.getClassLoader());
        PrintStream capture = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      System.setOut(capture);
      Locale.setDefault(Locale.ROOT);
      loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
      Locale.setDefault(locale);
    }
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  /** Of this test, whoever runs it. */
  private static String classPath() {
    if (Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(URL::getPath)
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
