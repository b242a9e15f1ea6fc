package gmrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
  @TempDir Path folder;

  private Path file(String name, long millis) throws IOException {
    Path file = Files.writeString(folder.resolve(name), name);
    Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
    return file;
  }

  @Test
  void onlyAnArchiveOlderThanAnyJarGoes() throws IOException {
    Path archive = file("window.jsa", 2000);
    String path = file("old.jar", 1000) + File.pathSeparator + folder.resolve("gone.jar");
    ClassArchive.removeUseless(archive, path);
    assertThat(archive).exists();
    ClassArchive.removeUseless(archive, path + File.pathSeparator + file("new.jar", 3000));
    assertThat(archive).doesNotExist();
    ClassArchive.removeUseless(archive, path);
  }

  @Test
  void anArchiveThatWasKilledWhileItWasWrittenGoes() throws IOException {
    String path = file("old.jar", 1000).toString();
    Path archive = file("window.jsa", 2000);
    Files.write(archive, new byte[4096]);
    ClassArchive.removeUseless(archive, path);
    assertThat(archive).doesNotExist();
    Files.write(archive, new byte[0]);
    ClassArchive.removeUseless(archive, path);
    assertThat(archive).doesNotExist();
  }
}
