package gmrl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every source file of both modules keeps to. */
class SourceFilesTest {
  private static final int LONGEST = 400;

  @Test
  void noFileIsLongerThanCanBeReadInOneSitting() throws IOException {
    for (String module : List.of("engine", "app")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src"))) {
        List<Path> sources = files.filter(f -> f.toString().endsWith(".java")).toList();
        assertThat(sources).hasSizeGreaterThan(100);
        for (Path source : sources) {
          assertThat(Files.readAllLines(source)).as(source.toString()).hasSizeLessThan(LONGEST + 1);
        }
      }
    }
  }
}
