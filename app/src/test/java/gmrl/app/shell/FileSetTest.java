package gmrl.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSetTest {
  @TempDir Path folder;

  private OptionalInt answer = OptionalInt.empty();

  private final FixedDialogs dialogs =
      new FixedDialogs() {
        @Override
        public OptionalInt choose(String title, String question, List<String> ways) {
          super.choose(title, question, ways);
          return answer;
        }
      };

  private boolean mayBeWritten() {
    Path chosen = folder.resolve("mine.png");
    return FileSet.mayBeWritten(
        dialogs,
        chosen,
        List.of(chosen, folder.resolve("mine.csv"), folder.resolve("mine.json")),
        json -> json.has("made"));
  }

  @Test
  void whatAPersonHasWrittenIsReplacedOnlyIfAPersonSaysSo() throws IOException {
    Files.writeString(folder.resolve("mine.csv"), "a,b");
    assertThat(mayBeWritten()).isFalse();
    assertThat(dialogs.asked)
        .containsExactly(
            "Beside mine.png is written mine.csv, where the laboratory has not written before."
                + " Replace what is there?");
    Files.writeString(folder.resolve("mine.json"), "{\"a\": 1}");
    answer = OptionalInt.of(1);
    assertThat(mayBeWritten()).isTrue();
    assertThat(dialogs.asked.get(1)).contains("mine.csv, mine.json");
  }

  @Test
  void nobodyIsAskedAboutNothingAndAboutTheLaboratorysOwnFiles() throws IOException {
    assertThat(mayBeWritten()).isTrue();
    Files.writeString(folder.resolve("mine.csv"), "a,b");
    Files.writeString(folder.resolve("mine.json"), "{\"made\": {}}");
    assertThat(mayBeWritten()).isTrue();
    assertThat(dialogs.asked).isEmpty();
  }
}
