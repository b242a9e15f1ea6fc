package gmrl.app.bias;

import gmrl.app.control.Chooser;
import gmrl.app.live.Coming;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.state.Choice;
import gmrl.app.state.Symbols;
import gmrl.app.ui.CheckedChoice;
import gmrl.app.ui.Icons;
import gmrl.app.ui.Parameter;
import gmrl.app.ui.Showing;
import gmrl.app.ui.SmallChoice;
import gmrl.app.ui.Tip;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.SweepVariable;
import gmrl.mdp.Estimator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.controlsfx.control.IndexedCheckModel;
import org.controlsfx.control.RangeSlider;
import org.jspecify.annotations.Nullable;

/** A bias plot with its selectors. */
final class BiasPanelView extends ChartPanel {
  private final BiasPanelViewModel model;
  private final Choice<BiasPlot> choice;
  private final Showing showing = new Showing();

  BiasPanelView(LabContext context, BiasPanelViewModel model) {
    super(
        context,
        model.kind().name().toLowerCase(java.util.Locale.ROOT) + "-bias",
        model.kind().title(),
        model.kind().reading(),
        context
            .shelf()
            .over(
                BiasFeature.FAMILY.id(),
                model.chartProperty(),
                (run, now) ->
                    BiasOverlays.of(context.shelf(), run, model.kind(), model.plot(), now)));
    this.model = model;
    choice = model.choice();
    setOnFinish(model::resume);
    setPlan(model::plan);
    showProblem(model.problemProperty());
    addTool(Icons.PIN, "Keep these curves under a name, drawn over the plots", () -> keep(context));
    ChoiceBox<SweepVariable> x =
        box(
            "Swept variable",
            56,
            SweepVariable.values(),
            SweepVariable::symbol,
            BiasPlot::x,
            BiasPlot::withX);
    ChoiceBox<BiasMeasure> y =
        box("Measure", 112, BiasMeasure.values(), BiasMeasure::title, BiasPlot::y, BiasPlot::withY);
    Tip.on(
        y,
        "bias² is the squared length of the mean error; rel. bias, the board’s per cent, is its"
            + " root as a share of the true meta-gradient’s length");
    if (model.kind() == BiasStudies.Kind.STUDY) {
      addControls(y, options());
    } else {
      addControls(y, x, range(), curves(), options());
    }
  }

  /** Keeps the curves now, or as soon as they are complete. */
  private void keep(LabContext context) {
    if (isComplete(model.answerProperty().get())) {
      keepNow(context);
      return;
    }
    LiveView.Answer<BiasStudy, BiasResult> present = model.answerProperty().get();
    if (present != null && present.standing().isPart()) {
      context.shelf().keepPart(BiasFeature.FAMILY, present);
      return;
    }
    if (present != null && present.standing().isFinal()) {
      context.notices().info("Nothing was kept: the curves are " + say(present) + ".");
      return;
    }
    context.notices().info("The curves will be kept as soon as they are complete.");
    Coming.end(
        model.answerProperty(),
        answer -> {
          if (isComplete(answer)) {
            keepNow(context);
          } else {
            context
                .notices()
                .warn(
                    "The curves were not kept: they are "
                        + say(answer)
                        + (answer != null && answer.standing().isPart()
                            ? "; the pin keeps what there is."
                            : "."));
          }
        });
  }

  private static boolean isComplete(LiveView.@Nullable Answer<BiasStudy, BiasResult> answer) {
    return answer != null && answer.standing() == Standing.FRESH;
  }

  private static String say(LiveView.@Nullable Answer<BiasStudy, BiasResult> answer) {
    return answer == null
        ? "no longer asked for"
        : answer.standing() == Standing.STORED ? "stored already" : answer.standing().words();
  }

  private void keepNow(LabContext context) {
    LiveView.Answer<BiasStudy, BiasResult> now = model.answerProperty().get();
    if (now != null) {
      context.shelf().keep(BiasFeature.FAMILY, now.question(), now.snapshot());
    }
  }

  private <T> ChoiceBox<T> box(
      String name,
      double width,
      T[] values,
      Function<T, String> text,
      Function<BiasPlot, T> get,
      BiFunction<BiasPlot, T, BiasPlot> set) {
    ChoiceBox<T> box =
        new Chooser<>(choice)
            .box(name + " of this plot", Arrays.asList(values), text, width, get, set);
    box.setAccessibleText(name + " of " + title());
    return box;
  }

  /** From where to where is swept. */
  private RangeSlider range() {
    RangeSlider slider = new RangeSlider(0, 1, 0, 1);
    slider.setPrefWidth(64);
    slider.setBlockIncrement(0.05);
    slider.setAccessibleText("Swept range of " + title());
    choice.observe(
        plot ->
            showing.show(
                () -> {
                  SweptRange swept = plot.range().orElseGet(() -> SweptRange.usual(plot.x()));
                  Parameter widest = SweptRange.widest(plot.x());
                  // From the outside in: the slider keeps its thumbs in order at every moment.
                  slider.setLowValue(0);
                  slider.setHighValue(widest.positionOf(swept.high()));
                  slider.setLowValue(widest.positionOf(swept.low()));
                  Tip.on(
                      slider,
                      "Swept from "
                          + widest.format(swept.low())
                          + " to "
                          + widest.format(swept.high())
                          + "; double-click for the usual range");
                }));
    Runnable settle =
        () -> {
          if (!showing.isNow() && !slider.isLowValueChanging() && !slider.isHighValueChanging()) {
            sweep(slider.getLowValue(), slider.getHighValue());
          }
        };
    slider.lowValueProperty().addListener((o, was, is) -> settle.run());
    slider.highValueProperty().addListener((o, was, is) -> settle.run());
    slider.lowValueChangingProperty().addListener((o, was, is) -> settle.run());
    slider.highValueChangingProperty().addListener((o, was, is) -> settle.run());
    slider.setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2) {
            choice.pick(model.kind().title(), p -> p.withRange(Optional.empty()));
          }
        });
    return slider;
  }

  private void sweep(double from, double to) {
    Parameter widest = SweptRange.widest(model.plot().x());
    double low = widest.at(from);
    double high = widest.at(to);
    if (low < high) {
      SweptRange swept = new SweptRange(low, high);
      choice.pick(model.kind().title(), p -> p.withRange(Optional.of(swept)));
    }
  }

  /** Which estimators have a curve; the last one stays. */
  private CheckedChoice<Estimator> curves() {
    CheckedChoice<Estimator> box = new CheckedChoice<>(List.of(Estimator.values()));
    box.setConverter(SmallChoice.named(Symbols::of));
    box.setTitle("curves");
    box.setShowCheckedCount(true);
    box.getStyleClass().add("small");
    box.setAccessibleText("Curves of " + title());
    Tip.on(box, "Which estimators have a curve in this plot");
    IndexedCheckModel<Estimator> checks = box.getCheckModel();
    choice.observe(
        plot ->
            showing.show(
                () -> {
                  for (Estimator estimator : Estimator.values()) {
                    if (plot.curves().contains(estimator)) {
                      checks.check(estimator);
                    } else {
                      checks.clearCheck(estimator);
                    }
                  }
                }));
    checks
        .getCheckedItems()
        .addListener(
            (ListChangeListener<Estimator>)
                change -> {
                  if (!showing.isNow()) {
                    choose(checks);
                  }
                });
    return box;
  }

  private void choose(IndexedCheckModel<Estimator> checks) {
    List<Estimator> wanted = Arrays.stream(Estimator.values()).filter(checks::isChecked).toList();
    if (wanted.isEmpty()) {
      // A plot without curves shows nothing.
      Platform.runLater(() -> showing.show(() -> model.plot().curves().forEach(checks::check)));
    } else if (!wanted.equals(model.plot().curves())) {
      choice.pick(model.kind().title(), p -> p.withCurves(wanted));
    }
  }

  private MenuButton options() {
    MenuButton button = new MenuButton("options");
    button.getStyleClass().addAll("small", "flat");
    Tip.on(button, "Axes, bands, bound and fitted slopes");
    button
        .getItems()
        .addAll(
            option(
                "Logarithmic horizontal axis", BiasPlot::logX, (p, on) -> p.withLog(on, p.logY())),
            option("Logarithmic vertical axis", BiasPlot::logY, (p, on) -> p.withLog(p.logX(), on)),
            new SeparatorMenuItem(),
            bands(Bands.NONE),
            bands(Bands.TRIALS),
            bands(Bands.MDPS),
            new SeparatorMenuItem(),
            option(
                "Estimated bound (ours, constants from sampled paths)",
                BiasPlot::bound,
                (p, on) -> p.withOverlays(p.bands(), on, p.slopes())),
            option(
                "Fitted slopes",
                BiasPlot::slopes,
                (p, on) -> p.withOverlays(p.bands(), p.bound(), on)));
    return button;
  }

  private RadioMenuItem bands(Bands bands) {
    RadioMenuItem item = new RadioMenuItem(bands.title());
    choice.observe(plot -> showing.show(() -> item.setSelected(plot.bands() == bands)));
    item.setOnAction(
        e -> {
          choice.pick(model.kind().title(), p -> p.withOverlays(bands, p.bound(), p.slopes()));
          item.setSelected(true);
        });
    return item;
  }

  private CheckMenuItem option(
      String text,
      Function<BiasPlot, Boolean> get,
      java.util.function.BiFunction<BiasPlot, Boolean, BiasPlot> set) {
    CheckMenuItem item = new CheckMenuItem(text);
    choice.observe(plot -> showing.show(() -> item.setSelected(get.apply(plot))));
    item.setOnAction(e -> choice.pick(model.kind().title(), p -> set.apply(p, item.isSelected())));
    return item;
  }
}
