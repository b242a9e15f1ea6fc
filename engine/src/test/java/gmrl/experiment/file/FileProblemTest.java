package gmrl.experiment.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileProblemTest {
  private static final long MOST = 2L << 20;

  @Test
  void aFileThatIsTooLargeIsNamedWithItsSizeAndTheLimit(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("table.csv");
    try (RandomAccessFile holes = new RandomAccessFile(file.toFile(), "rw")) {
      holes.setLength(MOST);
      FileProblem.requireAtMost(file, MOST, "a table of");
      holes.setLength(3 * MOST);
    }
    assertThatThrownBy(() -> FileProblem.requireAtMost(file, MOST, "a table of"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + " has 6 MB, expected a table of at most 2 MB");
    try (RandomAccessFile holes = new RandomAccessFile(file.toFile(), "rw")) {
      holes.setLength(MOST + 1);
    }
    assertThatThrownBy(() -> FileProblem.requireAtMost(file, MOST, "a table of"))
        .as("it looks too large, too")
        .hasMessage(file + " has 3 MB, expected a table of at most 2 MB");
  }
}
