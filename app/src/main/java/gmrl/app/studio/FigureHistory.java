package gmrl.app.studio;

import gmrl.app.shell.LabContext;
import gmrl.app.state.Undoable;
import gmrl.app.ui.Showing;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What is done to the figure: its steps in the window's order of undo. */
final class FigureHistory {
  /**
   * All that is put together.
   *
   * @param gone the panel that can be brought back
   * @param paper what is chosen about the paper
   */
  record Composition(
      String name,
      String title,
      String source,
      List<StudioPanel> panels,
      Optional<StudioViewModel.Gone> gone,
      PaperDraft.Choices paper) {}

  private final LabContext context;
  private final Supplier<Composition> present;
  private final Consumer<Composition> put;

  /** While the program writes into what a person can change. */
  private final Showing writing = new Showing();

  private Composition known;
  private @Nullable Change last;

  /** Whether a person has done more to the figure than asking for it. */
  private boolean touched;

  /**
   * Nothing done yet.
   *
   * @param present reads what is put together
   * @param put puts another in its place
   */
  FigureHistory(LabContext context, Supplier<Composition> present, Consumer<Composition> put) {
    this.context = context;
    this.present = present;
    this.put = put;
    known = present.get();
  }

  private final class Change implements Undoable {
    private final Composition before;
    private Composition after;

    private Change(Composition before, Composition after) {
      this.before = before;
      this.after = after;
    }

    @Override
    public void undo() {
      go(before, "before");
    }

    @Override
    public void redo() {
      go(after, "again");
    }

    private void go(Composition to, String how) {
      writing.show(() -> put.accept(to));
      refresh();
      // Another figure in its place is a step again, or this one could not be brought back.
      touched = true;
      if (!context.time().pageProperty().get().equals(StudioFeature.TITLE)) {
        context.notices().info("The figure in the studio is as it was " + how + ".");
      }
    }
  }

  /** Follows what a person types or chooses; what follows closely under one key is one step. */
  void onChoice(ObservableValue<?> control, String key) {
    writing.onChoice(control, now -> changed(key));
  }

  /** Hears of what a person does little by little. */
  void changed(String key) {
    if (!writing.isNow()) {
      Change change = new Change(known, present.get());
      if (context.state().did("figure " + key, change) || last == null) {
        last = change;
      } else {
        last.after = change.after;
      }
      known = change.after;
      touched = true;
      if (last.before.equals(last.after)) {
        // Letters that the field has taken back itself leave nothing to be taken back.
        context.state().forget(last);
      }
    }
  }

  /** Does something that is one step. */
  void step(Runnable edit) {
    writing.show(edit);
    Composition now = present.get();
    if (!now.equals(known)) {
      last = new Change(known, now);
      context.state().did(last);
      known = now;
      touched = true;
    }
  }

  /** Puts another figure in the place of this one: a step if a person has worked on this. */
  void begin(Runnable edit) {
    if (touched) {
      step(edit);
    } else {
      writing.show(edit);
      refresh();
    }
    touched = false;
  }

  /** Hears that numbers have come: that is no step. */
  void refresh() {
    known = present.get();
  }
}
