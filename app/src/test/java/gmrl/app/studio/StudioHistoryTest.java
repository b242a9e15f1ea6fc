package gmrl.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartTheme;
import gmrl.app.figure.FigureOptions;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.PanelPlan;
import gmrl.app.live.Gate;
import gmrl.app.live.SynchronousLab;
import gmrl.app.rooms.Catalogue;
import gmrl.app.rooms.Rooms;
import gmrl.app.shelf.Shelves;
import gmrl.app.shell.Exhibits;
import gmrl.app.shell.FixedDialogs;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.NoticesViewModel;
import gmrl.app.shell.ShellViewModel;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.app.ui.UnkeptWidths;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is done to a figure is taken back in the window's order of undo. */
class StudioHistoryTest {
  private final SynchronousLab synchronous = new SynchronousLab();
  private final StateModel<LabState> state = new StateModel<>(LabState.initial());
  private final LabContext context =
      new LabContext(
          synchronous.lab,
          state,
          Rooms.files(),
          new NoticesViewModel(Runnable::run),
          new FixedDialogs(),
          new ShellViewModel(state, new Gate(), false),
          Shelves.at(Path.of("unused"), synchronous, state, Runnable::run),
          UnkeptWidths.none());
  private final StudioViewModel model = new StudioViewModel(context);

  private void show(String figure) {
    FigurePlan plan = Catalogue.named(figure).quick();
    model.show(
        new Exhibits.Request(
            Optional.empty(), Optional.of(plan), Optional.of(FigureOptions.PAPER)));
  }

  private List<String> headings() {
    return model.panels.stream().map(StudioPanel::heading).toList();
  }

  private FigureOptions options() {
    return model.paper.optionsProperty().get();
  }

  @Test
  void everythingDoneToAFigureIsTakenBackInTurn() {
    show("hessian-noise");
    assertThat(state.canUndoProperty().get()).as("it was only asked for").isFalse();
    String usual = model.title.get();
    model.title.set("M");
    model.title.set(usual);
    assertThat(state.canUndoProperty().get()).as("its field has taken it back").isFalse();
    model.move(0, 1);
    model.start();
    assertThat(model.isComplete()).isTrue();
    model.rename(0, "mine");
    model.paper.columns.set(1);
    model.paper.fontSize.set("1");
    model.paper.fontSize.set("10");
    model.title.set("Mine");
    assertThat(options().fontSize()).isEqualTo(10);
    state.undo();
    assertThat(model.title.get())
        .isEqualTo("A noisy Hessian adds variance, a shifted one adds bias");
    state.undo();
    assertThat(options().fontSize()).as("what is typed is one step").isEqualTo(8);
    assertThat(options().columns()).hasValue(1);
    state.undo();
    assertThat(options().columns()).hasValue(2);
    state.undo();
    assertThat(headings()).containsExactly("variance", "bias");
    state.undo();
    assertThat(headings()).containsExactly("bias", "variance");
    assertThat(model.isComplete()).as("numbers that came meanwhile stay").isTrue();
    assertThat(state.canUndoProperty().get()).isFalse();
    for (int i = 0; i < 5; i++) {
      state.redo();
    }
    assertThat(headings()).containsExactly("mine", "bias").doesNotContain("variance");
    assertThat(model.title.get()).isEqualTo("Mine");
    assertThat(options().fontSize()).isEqualTo(10);
  }

  @Test
  void aFigureSomebodyWorkedOnComesBackAfterAnother() {
    show("hessian-noise");
    show("critic");
    assertThat(state.canUndoProperty().get()).isFalse();
    model.remove(0);
    model.title.set(headings().get(0));
    model.rename(0, "other");
    assertThat(model.title.get()).as("made of the headings").isEqualTo("other");
    state.undo();
    List<String> left = headings();
    assertThat(model.title.get()).isEqualTo(left.get(0));
    show("hessian-noise");
    state.undo();
    show("hessian-noise");
    state.undo();
    assertThat(headings()).isEqualTo(left);
    assertThat(model.title.get()).as("what has come back is not lost").isEqualTo(left.get(0));
    assertThat(model.goneProperty().get()).isPresent();
    state.undo();
    state.undo();
    assertThat(model.goneProperty().get()).isEmpty();
    assertThat(context.notices().notices())
        .extracting(notice -> notice.text())
        .as("where nobody sees it")
        .contains("The figure in the studio is as it was before.");
  }

  /** Wants to be computed however often it was. */
  private record Nothing(String title) implements PanelPlan {
    @Override
    public PanelPlan quick() {
      return this;
    }

    @Override
    public PanelPlan withSeed(long seed) {
      return this;
    }

    @Override
    public long seed() {
      return 1;
    }

    @Override
    public List<Part<?>> parts() {
      return List.of();
    }

    @Override
    public ChartModel chart(Results results) {
      return ChartModel.of("", ChartAxis.linear(""), ChartAxis.linear(""), List.of());
    }

    @Override
    public void describe(ObjectNode node) {}
  }

  @Test
  void whatIsComputedGoesOnWhenPanelsAreMovedOrShownTwice() {
    model.start();
    model.add(new FigurePlan("f", "F", "", List.of(new Nothing("a"), new Nothing("b")), 2, false));
    model.move(0, 1);
    model.rename(0, "mine");
    model.add(new FigurePlan("g", "G", "", List.of(new Nothing("a")), 1, false));
    assertThat(synchronous.computed).hasSize(1);
  }

  @Test
  void eachFieldThatIsRefusedSaysWhyInWordsThatWereTyped() {
    for (String typed : List.of("1e400", "NaN", "Infinity", "wide")) {
      model.paper.lineWidth.set(typed);
      model.paper.fontSize.set(typed);
      assertThat(model.paper.problemProperty().get())
          .contains("line width is “" + typed + "”", "font size is “" + typed + "”")
          .doesNotContain("Infinity points");
      assertThat(model.paper.refused).containsOnlyKeys(model.paper.lineWidth, model.paper.fontSize);
    }
    model.paper.width.set("3.25");
    assertThat(options().size().widthInches()).as("others count").isEqualTo(3.25);
    model.paper.lineWidth.set("2");
    assertThat(model.paper.refused).containsOnlyKeys(model.paper.fontSize);
    assertThat(options().fontSize()).isEqualTo(FigureOptions.FONT_SIZE);
    model.paper.width.set("14cm");
    model.paper.fontSize.set("7");
    model.paper.tone.set(ChartTheme.Tone.GREY);
    assertThat(model.paper.problemProperty().get()).isEmpty();
    assertThat(options().fontSize()).isEqualTo(7);
    assertThat(options().tone()).isEqualTo(ChartTheme.Tone.GREY);
  }

  @Test
  void whatCountsBesideARefusedFieldIsTakenBackWithIt() {
    show("hessian-noise");
    model.paper.fontSize.set("9");
    state.seal();
    model.paper.fontSize.set("wide");
    state.seal();
    model.paper.fontSize.set("12");
    state.undo();
    assertThat(model.paper.fontSize.get()).isEqualTo("wide");
    assertThat(options().fontSize()).as("the last that made sense then").isEqualTo(9);
    state.redo();
    assertThat(options().fontSize()).isEqualTo(12);
  }
}
