package gmrl.app.studio;

import gmrl.app.chart.ChartTheme;
import gmrl.app.figure.FigureFormat;
import gmrl.app.figure.FigureOptions;
import gmrl.app.figure.FigureSize;
import gmrl.app.ui.Showing;
import gmrl.app.ui.Words;
import gmrl.experiment.PlainNumber;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** How the figure stands on paper, as a person types it; the last that makes sense counts. */
final class PaperDraft {
  private static final String AS_NEEDED = "";

  final StringProperty width = new SimpleStringProperty();
  final StringProperty height = new SimpleStringProperty();
  final StringProperty dpi = new SimpleStringProperty();
  final StringProperty fontSize = new SimpleStringProperty();
  final StringProperty lineWidth = new SimpleStringProperty();
  final IntegerProperty columns = new SimpleIntegerProperty();
  final BooleanProperty sharedLegend = new SimpleBooleanProperty();
  final BooleanProperty titles = new SimpleBooleanProperty();
  final BooleanProperty letters = new SimpleBooleanProperty();
  final BooleanProperty cursor = new SimpleBooleanProperty();
  final ObjectProperty<ChartTheme.Tone> tone = new SimpleObjectProperty<>();

  /** Which pictures it becomes. */
  final ObservableSet<FigureFormat> formats =
      FXCollections.observableSet(EnumSet.of(FigureFormat.PDF, FigureFormat.PNG));

  private final ReadOnlyObjectWrapper<FigureOptions> options =
      new ReadOnlyObjectWrapper<>(FigureOptions.PAPER);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Showing showing = new Showing();

  PaperDraft() {
    show(FigureOptions.PAPER, 1, false, false);
    for (ObservableValue<?> each :
        new ObservableValue<?>[] {
          width,
          height,
          dpi,
          fontSize,
          lineWidth,
          columns,
          sharedLegend,
          titles,
          letters,
          cursor,
          tone
        }) {
      each.addListener((o, old, now) -> read());
    }
  }

  /** The last options that made sense. */
  ReadOnlyObjectProperty<FigureOptions> optionsProperty() {
    return options.getReadOnlyProperty();
  }

  /** What does not make sense; empty if all does. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /**
   * Shows options.
   *
   * @param usualColumns where they do not say
   * @param usualShared where they do not say
   * @param usualTitles where they do not say
   */
  void show(FigureOptions now, int usualColumns, boolean usualShared, boolean usualTitles) {
    showing.show(
        () -> {
          width.set(number(now.size().widthInches()));
          height.set(
              now.heightInches().isPresent()
                  ? number(now.heightInches().getAsDouble())
                  : AS_NEEDED);
          dpi.set(Integer.toString(now.size().dpi()));
          fontSize.set(number(now.fontSize()));
          lineWidth.set(number(now.lineWidth()));
          columns.set(now.columns().orElse(usualColumns));
          sharedLegend.set(now.sharedLegend().orElse(usualShared));
          titles.set(now.titles().orElse(usualTitles));
          letters.set(now.letters());
          cursor.set(now.cursor());
          tone.set(now.tone());
        });
    read();
  }

  private void read() {
    if (showing.isNow()) {
      return;
    }
    try {
      options.set(
          new FigureOptions(
              new FigureSize(
                  FigureSize.inches(width.get()), (int) read("resolution", dpi.get(), true)),
              height.get().isBlank()
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(FigureSize.inches(height.get())),
              read("font size", fontSize.get(), false),
              read("line width", lineWidth.get(), false),
              OptionalInt.of(columns.get()),
              Optional.of(sharedLegend.get()),
              Optional.of(titles.get()),
              letters.get(),
              cursor.get(),
              tone.get()));
      problem.set("");
    } catch (IllegalArgumentException e) {
      problem.set(String.valueOf(e.getMessage()));
    }
  }

  private static double read(String name, String text, boolean whole) {
    try {
      return whole ? Integer.parseInt(text.strip()) : PlainNumber.typed(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the %s is %s, %s"
              .formatted(
                  name, Words.quote(text), whole ? "expected a whole number" : e.getMessage()),
          e);
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
