package gmrl.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.shell.NoticesViewModel.Level;
import gmrl.app.shell.NoticesViewModel.Notice;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesViewModelTest {
  private final NoticesViewModel model = new NoticesViewModel(Runnable::run);

  @Test
  void whatFindsNoRoomWaitsForItsTurn() {
    for (int i = 1; i <= 6; i++) {
      model.warn("file " + i + " is damaged");
    }
    assertThat(model.notices()).extracting(Notice::text).hasSize(4).startsWith("file 1 is damaged");
    model.warn("file 6 is damaged");
    model.dismiss(model.notices().get(0));
    model.dismiss(model.notices().get(0));
    assertThat(model.notices())
        .extracting(Notice::text)
        .containsExactly(
            "file 3 is damaged", "file 4 is damaged", "file 5 is damaged", "file 6 is damaged");
  }

  @Test
  void whatSeveralHaveStoppedForIsSaidOnce() {
    model.stopped("Board", "no memory");
    model.stopped("Curve", "NaN");
    model.stopped("Headline", "no memory");
    model.stopped("Board", "no memory");
    assertThat(model.notices())
        .extracting(Notice::text)
        .containsExactly("Curve stopped: NaN", "Board, Headline stopped: no memory");
  }

  @Test
  void whatWasDoneGivesWay() {
    model.info("Saved.");
    for (int i = 1; i <= 4; i++) {
      model.warn("file " + i + " is damaged");
    }
    assertThat(model.notices()).hasSize(4).extracting(Notice::text).doesNotContain("Saved.");
  }

  @Test
  void whatFailsIsSaidInASentence() {
    model.attempt(() -> model.info("Saved."));
    model.attempt(
        () -> {
          throw new IOException("the disk is full");
        });
    model.attempt(
        "The figure was not saved: ",
        () -> {
          throw new IllegalArgumentException("the disk is full.");
        });
    assertThat(model.notices())
        .containsExactly(
            new Notice(Level.INFO, List.of(), "Saved."),
            new Notice(Level.ERROR, List.of(), "The disk is full."),
            new Notice(Level.ERROR, List.of(), "The figure was not saved: the disk is full."));
  }
}
