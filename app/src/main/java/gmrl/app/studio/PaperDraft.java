package gmrl.app.studio;

import gmrl.Digits;
import gmrl.app.chart.ChartTheme;
import gmrl.app.figure.FigureFormat;
import gmrl.app.figure.FigureOptions;
import gmrl.app.figure.FigureSize;
import gmrl.app.ui.Showing;
import gmrl.app.ui.Words;
import gmrl.experiment.PlainNumber;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
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

  /** All that is chosen here. */
  private final List<Property<?>> choices =
      List.of(
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
          tone);

  /** What each field makes of the options; refuses what makes no sense. */
  private final Map<StringProperty, UnaryOperator<FigureOptions>> fields = new LinkedHashMap<>();

  /** Why the content of a field is refused, for each that is. */
  final ObservableMap<StringProperty, String> refused = FXCollections.observableHashMap();

  PaperDraft() {
    fields.put(
        width,
        now -> now.withSize(new FigureSize(FigureSize.inches(width.get()), now.size().dpi())));
    fields.put(
        height,
        now ->
            now.withHeightInches(
                height.get().isBlank()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(FigureSize.inches(height.get()))));
    fields.put(
        dpi,
        now ->
            now.withSize(
                new FigureSize(
                    now.size().widthInches(), (int) read("resolution", dpi.get(), true))));
    fields.put(fontSize, now -> now.withFontSize(read("font size", fontSize.get(), false)));
    fields.put(lineWidth, now -> now.withLineWidth(read("line width", lineWidth.get(), false)));
    show(FigureOptions.PAPER, 1, false, false);
    choices.forEach(each -> each.addListener((o, old, now) -> read(options.get())));
  }

  /** Calls back with the place of what a person has chosen anew. */
  void observe(IntConsumer chosen) {
    for (int i = 0; i < choices.size(); i++) {
      int place = i;
      showing.onChoice(choices.get(i), now -> chosen.accept(place));
    }
  }

  /**
   * All that is chosen, to be shown again.
   *
   * @param typed what stands in each control
   * @param counting the last content of each that made sense
   */
  record Choices(List<Object> typed, FigureOptions counting) {}

  /** All that is chosen now. */
  Choices choices() {
    return new Choices(choices.stream().<Object>map(Property::getValue).toList(), options.get());
  }

  /** Shows what was chosen before; what counted beside a field that was refused counts again. */
  void show(Choices before) {
    showing.show(
        () -> {
          for (int i = 0; i < before.typed().size(); i++) {
            put(choices.get(i), before.typed().get(i));
          }
        });
    read(before.counting());
  }

  @SuppressWarnings("unchecked") // of the same property
  private static <T> void put(Property<T> choice, Object value) {
    choice.setValue((T) value);
  }

  /** The options, of each field the last content that made sense. */
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
          width.set(Digits.of(now.size().widthInches()));
          height.set(
              now.heightInches().isPresent()
                  ? Digits.of(now.heightInches().getAsDouble())
                  : AS_NEEDED);
          dpi.set(Integer.toString(now.size().dpi()));
          fontSize.set(Digits.of(now.fontSize()));
          lineWidth.set(Digits.of(now.lineWidth()));
          columns.set(now.columns().orElse(usualColumns));
          sharedLegend.set(now.sharedLegend().orElse(usualShared));
          titles.set(now.titles().orElse(usualTitles));
          letters.set(now.letters());
          cursor.set(now.cursor());
          tone.set(now.tone());
        });
    read(now);
  }

  /**
   * Reads what is chosen.
   *
   * @param known what counts where a field makes no sense
   */
  private void read(FigureOptions known) {
    if (showing.isNow()) {
      return;
    }
    FigureOptions now =
        known
            .with()
            .columns(OptionalInt.of(columns.get()))
            .sharedLegend(Optional.of(sharedLegend.get()))
            .titles(Optional.of(titles.get()))
            .letters(letters.get())
            .cursor(cursor.get())
            .tone(tone.get())
            .build();
    Map<StringProperty, String> wrong = new LinkedHashMap<>();
    for (Map.Entry<StringProperty, UnaryOperator<FigureOptions>> field : fields.entrySet()) {
      try {
        now = field.getValue().apply(now);
      } catch (IllegalArgumentException e) {
        wrong.put(field.getKey(), String.valueOf(e.getMessage()));
      }
    }
    refused.keySet().retainAll(wrong.keySet());
    refused.putAll(wrong);
    options.set(now);
    problem.set(String.join("; ", wrong.values()));
  }

  private static double read(String name, String text, boolean whole) {
    try {
      return whole ? Integer.parseInt(text.strip()) : PlainNumber.finite(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the %s is %s, %s"
              .formatted(
                  name, Words.quote(text), whole ? "expected a whole number" : e.getMessage()),
          e);
    }
  }
}
