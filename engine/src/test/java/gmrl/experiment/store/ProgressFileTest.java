package gmrl.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.numpy.StateArrays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When progress is kept, what it costs, and what becomes of it where it cannot be. */
class ProgressFileTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path folder;
  private final List<String> problems = new ArrayList<>();

  /** Close to the end of what a clock counts, which may come at any time. */
  private long now = Long.MAX_VALUE - SECOND / 2;

  private long took;
  private int asked;

  private ProgressFile file(long most) {
    return new ProgressFile(folder, most, () -> now, problems::add);
  }

  /** Puts a number down, which takes its time. */
  private Consumer<StateArrays> number(double value) {
    return state -> {
      asked++;
      now += took;
      state.fill("x", new double[] {value, value});
    };
  }

  private static double kept(ProgressFile file) {
    double[] x = new double[2];
    assertThat(file.takeUp(state -> state.fill("x", x))).isTrue();
    return x[0];
  }

  @Test
  void isWrittenAfterASecondAndThenSoOftenThatItTakesOnePartInFifty() {
    ProgressFile file = file(100);
    assertThat(file.takeUp(state -> asked++)).isFalse();
    now += SECOND / 4;
    file.putDown(number(0));
    now += SECOND - SECOND / 4 - 1;
    file.putDown(number(1));
    assertThat(asked).as("before a second").isZero();
    now += 1;
    file.putDown(number(2));
    assertThat(kept(file)).isEqualTo(2);
    now += SECOND - 1;
    file.putDown(number(3));
    assertThat(kept(file)).as("within a second of the last one").isEqualTo(2);
    now += 1;
    took = SECOND;
    file.putDown(number(4));
    assertThat(kept(file)).isEqualTo(4);
    took = 0;
    now += 50 * SECOND - 1;
    file.putDown(number(5));
    assertThat(kept(file)).as("a second of writing, within fifty").isEqualTo(4);
    now += 1;
    file.putDown(number(6));
    assertThat(kept(file)).isEqualTo(6);
    assertThat(asked).isEqualTo(3);
    assertThat(problems).isEmpty();
  }

  @Test
  void moreThanIsKeptIsSaidOnceAndNotWritten() {
    ProgressFile file = file(1);
    for (int i = 0; i < 2; i++) {
      now += SECOND;
      file.putDown(number(i));
    }
    assertThat(folder.resolve(ProgressFile.NAME)).doesNotExist();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).contains("progress are more than").contains("begins anew");
    assertThat(asked).isEqualTo(2);
    ProgressFile fitting = file(2);
    now += SECOND;
    fitting.putDown(number(7));
    assertThat(kept(fitting)).isEqualTo(7);
  }

  @Test
  void aFolderThatHasGoneIsNotMadeAgainAndOneThatIsBackIsWritten() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    ProgressFile file = new ProgressFile(run, 100, () -> now, problems::add);
    Files.delete(run);
    for (int i = 0; i < 2; i++) {
      now += SECOND;
      file.putDown(number(i));
    }
    assertThat(run).doesNotExist();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).endsWith("; the run goes on and tries again");
    Files.createDirectory(run);
    now += SECOND;
    file.putDown(number(8));
    assertThat(kept(file)).isEqualTo(8);
  }

  @Test
  void whatCannotBeTakenUpIsNamedWithItsFile() throws IOException {
    ProgressFile file = file(100);
    Path there = folder.resolve(ProgressFile.NAME);
    Files.createDirectory(there);
    assertThat(file.takeUp(state -> asked++)).as("a folder is no progress").isFalse();
    Files.delete(there);
    now += SECOND;
    file.putDown(number(1));
    assertThatThrownBy(() -> file.takeUp(state -> state.doubles("y", new double[2])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the progress of the run in " + there + " cannot be used: ")
        .hasMessageEndingWith("; without that file the run begins anew");
    Files.write(there, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> file.takeUp(state -> asked++))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be used");
  }
}
