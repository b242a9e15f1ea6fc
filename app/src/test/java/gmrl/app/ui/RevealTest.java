package gmrl.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A button that shows a folder says so where nothing can. */
class RevealTest {

  /** One is there and fails, as xdg-open does without a file manager; the other is not there. */
  @ParameterizedTest
  @ValueSource(strings = {"false", "there-is-no-such-command"})
  void whatCannotShowAFolderSaysWhereItIs(String command) throws Exception {
    Path folder = Path.of("some", "folder");
    CompletableFuture<String> said = new CompletableFuture<>();
    FxDialogs.reveal(command, folder, said::complete);
    assertThat(said.get(60, TimeUnit.SECONDS))
        .startsWith("no file manager answers here; the folder is " + folder);
  }
}
