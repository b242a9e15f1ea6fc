package gmrl.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.experiment.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/** Who waits for an answer hears of its end once, and of no other question's. */
class ComingTest {
  private final ObjectProperty<LiveView.Answer<String, Integer>> answers =
      new SimpleObjectProperty<>();
  private final List<Optional<Integer>> heard = new ArrayList<>();

  private void say(String question, int snapshot, Standing standing) {
    answers.set(new LiveView.Answer<>(question, snapshot, new Work(snapshot, 9), standing));
  }

  private void listen() {
    Coming.end(answers, end -> heard.add(Optional.ofNullable(end).map(LiveView.Answer::snapshot)));
  }

  @Test
  void theEndIsHeardOnce() {
    say("α = 2", 9, Standing.STALE);
    listen();
    say("α = 2", 8, Standing.STALE);
    say("α = 3", 1, Standing.REFINING);
    assertThat(heard).isEmpty();
    say("α = 3", 9, Standing.FRESH);
    say("α = 4", 9, Standing.FRESH);
    assertThat(heard).containsExactly(Optional.of(9));
  }

  @Test
  void anotherQuestionsAnswerIsNotWhatWasWaitedFor() {
    say("α = 3", 1, Standing.REFINING);
    listen();
    say("α = 3", 2, Standing.REFINING);
    say("α = 5", 9, Standing.FRESH);
    assertThat(heard).containsExactly(Optional.empty());
    say("α = 3", 9, Standing.FRESH);
    assertThat(heard).hasSize(1);
  }
}
