package gmrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.rooms.Rooms;
import gmrl.app.shell.ShellView;
import gmrl.app.state.LabState;
import gmrl.app.state.Settings;
import gmrl.app.state.SettingsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
  @TempDir Path home;
  private SettingsStore store;

  @BeforeEach
  void open() {
    store = new SettingsStore(home);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  private void lastPage(String page) throws IOException {
    store.change(settings -> settings.withPage(page));
  }

  @Test
  void theFirstWindowHasTheInitialState() {
    Opening.Kept kept = Opening.begin(store, true).kept();
    assertThat(kept.settings()).isEqualTo(Settings.DEFAULT);
    assertThat(kept.state()).isEqualTo(LabState.initial());
    assertThat(kept.remarks()).isEmpty();
  }

  @Test
  @Timeout(60)
  void theLastSessionIsRestoredAndItsBoardComputedOnceTheWindowStands() throws Exception {
    LabState last = LabState.initial().withSeed(7);
    store.saveSession(Rooms.files().write(last));
    lastPage(ShellView.BOARD);
    Opening opening = Opening.begin(store, true);
    assertThat(opening.kept().state()).isEqualTo(last);
    assertThat(opening.bank().trialsComputed()).as("the window is built meanwhile").isZero();
    opening.ahead().toCompletableFuture().join();
    assertThat(opening.bank().trialsComputed()).isPositive();
    opening.runner().close();
  }

  @Test
  void nothingIsComputedForAnotherPageOrWhenFilesAreOpened() throws Exception {
    lastPage("Games");
    Opening games = Opening.begin(store, true);
    assertThat(games.ahead()).isCompleted();
    lastPage(ShellView.BOARD);
    Opening files = Opening.begin(store, false);
    assertThat(files.ahead()).isCompleted();
    assertThat(games.bank().trialsComputed()).isZero();
    assertThat(files.bank().trialsComputed()).isZero();
  }

  @Test
  void aSessionThatCannotBeReadIsSetAsideAndSaidSo() throws Exception {
    Files.writeString(home.resolve("session.json"), "{\"bias\": 3}");
    Opening.Kept kept = Opening.begin(store, true).kept();
    assertThat(kept.state()).isEqualTo(LabState.initial());
    assertThat(kept.remarks()).hasSize(1);
    assertThat(kept.remarks().get(0)).contains("could not be restored", "session.json");
    assertThat(home.resolve("session.json.damaged")).exists();
  }
}
