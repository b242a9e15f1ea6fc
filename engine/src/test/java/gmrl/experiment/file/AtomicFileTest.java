package gmrl.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private static final long DEAD = 999_999_999L;

  @TempDir Path folder;

  @Test
  void aFileAppearsWholeWithItsFoldersAndNothingElse() throws IOException {
    Path file = folder.resolve("a/b/c.txt");
    AtomicFile.write(file, "one");
    AtomicFile.write(file, "two");
    assertThat(file).hasContent("two");
    assertThat(list(file.getParent())).containsExactly("c.txt");
  }

  @Test
  void theFileIsMovedIntoPlaceSoThatAReaderKeepsTheOldOneWhole() throws IOException {
    Path file = folder.resolve("x");
    AtomicFile.write(file, "old and long");
    try (InputStream reader = Files.newInputStream(file)) {
      AtomicFile.write(file, "new");
      assertThat(new String(reader.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("old and long");
    }
    assertThat(file).hasContent("new");
  }

  @Test
  void theLongestNamesOfTheFileSystemCanBeWritten() throws IOException {
    Path file = folder.resolve("x".repeat(251) + ".csv");
    AtomicFile.write(file, "1");
    assertThat(file).hasContent("1");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aLinkStaysALinkEvenWhereItsTargetIsNotThereYet() throws IOException {
    Files.createDirectories(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real/target"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("link"));
    AtomicFile.write(second, "1");
    AtomicFile.write(link, "2");
    assertThat(link).isSymbolicLink();
    assertThat(folder.resolve("real/target")).isRegularFile().hasContent("2");
    Path circle = folder.resolve("circle");
    Files.createSymbolicLink(circle, Path.of("circle"));
    assertThatThrownBy(() -> AtomicFile.write(circle, "3")).hasMessageContaining("in a circle");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void modeStaysAndAReadOnlyFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "1");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrw--w-"));
    AtomicFile.write(file, "2");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxrw--w-");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    for (var attempt :
        List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
            () -> AtomicFile.write(file, "3"), () -> AtomicFile.requireWritable(file))) {
      assertThatThrownBy(attempt)
          .isInstanceOf(IOException.class)
          .hasMessage("cannot write " + file + ": it is read-only");
    }
    assertThat(file).hasContent("2");
    assertThat(list(folder)).containsExactly("x");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPipeIsWrittenThroughAndStaysAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    AtomicFile.requireWritable(pipe);
    Process reader = new ProcessBuilder("cat", pipe.toString()).start();
    AtomicFile.write(pipe, "through");
    assertThat(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("through");
    assertThat(reader.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.isRegularFile(pipe)).isFalse();
    assertThat(Files.exists(pipe)).isTrue();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDeviceIsSaidAndADeviceThatIsNoneToo() {
    assertThatThrownBy(() -> AtomicFile.write(Path.of("/dev/full"), "x"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot write /dev/full: No space left");
    assertThatThrownBy(() -> AtomicFile.requireWritable(Path.of("/dev/none-such")))
        .hasMessage("cannot write /dev/none-such: there is no such device");
  }

  @Test
  void aSetIsReplacedWholeOrNotAtAll() throws IOException {
    Path old = Files.writeString(folder.resolve("old.csv"), "old");
    Path fresh = folder.resolve("fresh.json");
    Path blocked = folder.resolve("z.png");
    Map<Path, byte[]> set = new LinkedHashMap<>();
    set.put(old, bytes("new"));
    set.put(fresh, bytes("new"));
    set.put(blocked, bytes("new"));
    Files.createDirectories(blocked.resolve("a folder with content"));
    assertThatThrownBy(() -> AtomicFile.writeAll(set))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(blocked.toString());
    assertThat(old).hasContent("old");
    assertThat(list(folder)).containsExactly("old.csv", "z.png");
    Files.delete(blocked.resolve("a folder with content"));
    Files.delete(blocked);
    AtomicFile.writeAll(set);
    assertThat(list(folder)).containsExactly("fresh.json", "old.csv", "z.png");
    assertThat(old).hasContent("new");
  }

  @Test
  void aSetThatWasKilledBetweenTwoMovesIsFinishedByTheNextProcess() throws Exception {
    long gone = processThatIsGone();
    String dead = ".gmrl-" + gone + "-";
    String passing = dead + UUID.randomUUID() + ".tmp";
    // The first file of the set has been moved, the second not, nor has a file the set is new to.
    Files.writeString(folder.resolve("f.csv"), "new");
    Files.writeString(folder.resolve("f.json"), "old");
    Files.writeString(folder.resolve(passing), "new");
    String third = dead + UUID.randomUUID() + ".tmp";
    Files.writeString(folder.resolve(third), "new");
    Map<String, String> moves = new LinkedHashMap<>();
    moves.put(dead + UUID.randomUUID() + ".tmp", "f.csv");
    moves.put(passing, "f.json");
    moves.put(third, "f.png");
    Path journal = SetJournal.write(folder, moves);
    AtomicFile.sweep(folder);
    assertThat(folder.resolve("f.json")).as("its process is alive").hasContent("old");
    Files.move(journal, folder.resolve(dead + UUID.randomUUID() + ".set"));
    AtomicFile.sweep(folder);
    assertThat(list(folder)).containsExactly("f.csv", "f.json", "f.png");
    assertThat(folder.resolve("f.json")).hasContent("new");
    assertThat(folder.resolve("f.png")).hasContent("new");
  }

  @Test
  void aJournalMovesNothingOutOfItsFolder() throws Exception {
    long gone = processThatIsGone();
    String passing = ".gmrl-" + gone + "-" + UUID.randomUUID() + ".tmp";
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.writeString(inner.resolve(passing), "new");
    Files.writeString(
        inner.resolve(passing.replace(".tmp", ".set")), "{\"" + passing + "\": \"../out\"}");
    AtomicFile.sweep(inner);
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(list(inner)).containsExactly(passing);
  }

  @Test
  void aSetWhoseLastMoveFailsIsTakenBack() throws IOException {
    // The third name is taken by a folder only after all are prepared: as if it came in between.
    Path old = Files.writeString(folder.resolve("a"), "old");
    Path fresh = folder.resolve("b");
    Path blocked = folder.resolve("c");
    Map<Path, byte[]> set =
        new LinkedHashMap<>() {
          @Override
          public int size() {
            // Asked while parts are prepared; the last part's destination has been looked at then.
            if (Files.exists(folder) && countTemporaries() >= 4) {
              blocked.resolve("x").toFile().mkdirs();
            }
            return super.size();
          }
        };
    set.put(old, bytes("new"));
    set.put(fresh, bytes("new"));
    set.put(blocked, bytes("new"));
    set.put(folder.resolve("d"), bytes("new"));
    assertThatThrownBy(() -> AtomicFile.writeAll(set)).hasMessageContaining(blocked.toString());
    assertThat(old).hasContent("old");
    assertThat(list(folder)).containsExactly("a", "c");
  }

  @Test
  void whatKilledProcessesLeftIsSweptAndNothingElse() throws IOException {
    String uuid = "-00000000-0000-0000-0000-000000000000.tmp";
    Path left = aged(".gmrl-" + DEAD + uuid, Duration.ofMinutes(5));
    Path ours = aged(".gmrl-" + ProcessHandle.current().pid() + uuid, Duration.ofMinutes(5));
    Path young = aged(".gmrl-" + (DEAD - 1) + uuid, Duration.ZERO);
    Path foreign = aged(".gmrl-notes.tmp", Duration.ofDays(9));
    AtomicFile.requireWritable(folder.resolve("x.csv"));
    assertThat(left).doesNotExist();
    assertThat(List.of(ours, young, foreign)).allMatch(Files::exists);
  }

  private long countTemporaries() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().endsWith(".tmp")).count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Path aged(String name, Duration age) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "x");
    return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static long processThatIsGone() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process = new ProcessBuilder(java, "-version").redirectErrorStream(true).start();
    process.waitFor();
    return process.pid();
  }
}
