package gmrl.app.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StateModelTest {
  private long now;
  private final StateModel<Integer> model = new StateModel<>(0, () -> now);

  private void edit(String key, int value) {
    now += 100_000_000;
    model.edit(key, old -> value);
  }

  @Test
  void aDragIsOneUndoStep() {
    edit("alpha", 1);
    edit("alpha", 2);
    edit("alpha", 3);
    model.undo();
    assertThat(model.get()).isZero();
    model.redo();
    assertThat(model.get()).isEqualTo(3);
  }

  @Test
  void whoObservesAPartHearsOfThatPartAlone() {
    java.util.List<Integer> heard = new java.util.ArrayList<>();
    model.observe(value -> value / 10, heard::add);
    edit("a", 3);
    edit("a", 12);
    edit("a", 17);
    model.undo();
    assertThat(heard).containsExactly(0, 1, 0);
  }

  @Test
  void whoAsksAheadHearsBeforeWhoListenedEarlier() {
    java.util.List<String> heard = new java.util.ArrayList<>();
    model.observe(value -> value, value -> heard.add("seen " + value));
    model.observeAhead(() -> heard.add("asked at " + model.get()));
    edit("a", 3);
    model.undo();
    assertThat(heard).containsExactly("seen 0", "asked at 3", "seen 3", "asked at 0", "seen 0");
  }

  @Test
  void editsOfDifferentThingsAreSeparateSteps() {
    edit("alpha", 1);
    edit("steps", 2);
    model.undo();
    assertThat(model.get()).isEqualTo(1);
  }

  @Test
  void aPauseOrASealSeparatesEditsOfOneThing() {
    edit("alpha", 1);
    now += 5_000_000_000L;
    edit("alpha", 2);
    model.seal();
    edit("alpha", 3);
    model.undo();
    assertThat(model.get()).isEqualTo(2);
    model.undo();
    assertThat(model.get()).isEqualTo(1);
  }

  @Test
  void whileAControlIsHeldItsEditsAreOneStepHoweverSlow() {
    model.hold();
    edit("steps", 1);
    now += 5_000_000_000L;
    edit("steps", 2);
    model.seal();
    edit("steps", 3);
    model.undo();
    assertThat(model.get()).isEqualTo(2);
    model.undo();
    assertThat(model.get()).isZero();
  }

  @Test
  void aNewEditForgetsWhatWasUndone() {
    edit("alpha", 1);
    model.undo();
    edit("alpha", 2);
    assertThat(model.canRedoProperty().get()).isFalse();
    model.redo();
    assertThat(model.get()).isEqualTo(2);
  }

  @Test
  void aRefusedEditChangesNothing() {
    assertThatThrownBy(
            () ->
                model.edit(
                    "alpha",
                    old -> {
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(model.canUndoProperty().get()).isFalse();
  }

  @Test
  void anEditThatChangesNothingIsNoStep() {
    edit("alpha", 0);
    assertThat(model.canUndoProperty().get()).isFalse();
  }

  @Test
  void anEditAfterAnUndoIsAStepOfItsOwnHoweverSoonItComes() {
    StateModel<Integer> model = new StateModel<>(0, () -> 0);
    model.edit("alpha", v -> 1);
    model.edit("beta", v -> 2);
    model.undo();
    model.edit("beta", v -> 3);
    model.undo();
    assertThat(model.get()).as("the state that the undo went back to").isEqualTo(1);
    model.redo();
    assertThat(model.get()).isEqualTo(3);
  }

  private static Undoable telling(java.util.List<String> done) {
    return new Undoable() {
      @Override
      public void undo() {
        done.add("back");
      }

      @Override
      public void redo() {
        done.add("gone");
      }
    };
  }

  @Test
  void whatHasComeToNothingEndsItsStepButNotTheHold() {
    Undoable typed = telling(new java.util.ArrayList<>());
    edit("alpha", 1);
    model.hold();
    assertThat(model.did("name", typed)).isTrue();
    model.forget(typed);
    assertThat(model.did("name", typed)).as("nothing is left to go on with").isTrue();
    now += 5_000_000_000L;
    assertThat(model.did("name", typed)).as("the field is not left yet").isFalse();
  }

  @Test
  void whatIsDoneBesideTheStateHasItsPlaceInTheOrder() {
    java.util.List<String> done = new java.util.ArrayList<>();
    Undoable deletion = telling(done);
    edit("alpha", 1);
    model.did(deletion);
    edit("alpha", 2);
    model.undo();
    assertThat(model.get()).as("a step of its own").isEqualTo(1);
    model.undo();
    assertThat(done).containsExactly("back");
    model.undo();
    assertThat(model.get()).isZero();
    model.redo();
    model.redo();
    assertThat(done).containsExactly("back", "gone");
    assertThat(model.get()).isEqualTo(1);
    model.forget(deletion);
    model.undo();
    assertThat(model.get()).isZero();
    assertThat(done).hasSize(2);
    assertThat(model.canUndoProperty().get()).isFalse();
  }
}
