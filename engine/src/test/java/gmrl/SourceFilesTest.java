package gmrl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every source file of both modules keeps to. */
class SourceFilesTest {
  private static final int LONGEST = 400;

  @Test
  void noFileIsLongerThanCanBeReadInOneSitting() throws IOException {
    List<Path> longer = new ArrayList<>();
    for (Path source : sources("src")) {
      if (Files.readAllLines(source).size() > LONGEST) {
        longer.add(source);
      }
    }
    assertThat(longer).as("files of more than %d lines", LONGEST).isEmpty();
  }

  @Test
  void seedsAreMixedInOnePlace() throws IOException {
    for (Path source : sources("src/main")) {
      if (!source.endsWith("SplitMix.java")) {
        assertThat(Files.readString(source).toLowerCase(Locale.ROOT))
            .as(source.toString())
            .doesNotContain("9e3779b97f4a7c15", "bf58476d1ce4e5b9");
      }
    }
  }

  private static List<Path> sources(String below) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("engine", "app")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, below))) {
        List<Path> java = files.filter(f -> f.toString().endsWith(".java")).toList();
        assertThat(java).hasSizeGreaterThan(100);
        sources.addAll(java);
      }
    }
    return sources;
  }
}
